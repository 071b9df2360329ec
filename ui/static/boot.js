// Runs ahead of Streamlit's own scripts, which speak English only, follow the browser's locale for dates, and make a
// step of the browser's history of every parameter that a page writes into its address.
// Their texts are put into Thai as they appear, unless the address says ?lang=en; what our pages say is left alone.
"use strict";
(() => {
  const WORDS = {
    // Navigation, status and messages of the page as a whole
    "Skip to main content": "ข้ามไปยังเนื้อหาหลัก",
    "App pages": "หน้าของระบบ",
    "Navigate to home page": "ไปยังหน้าแรก",
    "Main menu": "เมนูหลัก",
    "Sidebar": "แถบด้านข้าง",
    "Expand sidebar": "เปิดแถบด้านข้าง",
    "Collapse sidebar": "ปิดแถบด้านข้าง",
    "View less": "แสดงน้อยลง",
    "Notifications": "การแจ้งเตือน",
    "Link to heading": "ลิงก์ไปยังหัวข้อ",
    "Scroll tabs left": "เลื่อนแท็บไปทางซ้าย",
    "Scroll tabs right": "เลื่อนแท็บไปทางขวา",
    "Running...": "กำลังประมวลผล…",
    "Stop": "หยุด",
    "Stopping...": "กำลังหยุด…",
    "Connecting": "กำลังเชื่อมต่อ",
    "Connection error": "เชื่อมต่อระบบไม่ได้",
    "Connection timed out.": "หมดเวลาการเชื่อมต่อ",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "การเชื่อมต่อขาดหาย โปรดรอให้ระบบเชื่อมต่อใหม่ แล้วลองอีกครั้ง",
    "Streamlit server is not responding. Are you connected to the internet?":
      "ระบบไม่ตอบสนอง โปรดตรวจสอบว่าเครื่องที่เปิดระบบยังทำงานอยู่และเชื่อมต่อเครือข่ายได้",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "ระบบไม่ตอบสนอง หากปิดระบบไปแล้ว โปรดเปิดใหม่ด้วยคำสั่ง python3 start.py",
    "Page not found": "ไม่พบหน้าที่ต้องการ",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "ไม่มีหน้านี้ในระบบ จึงแสดงหน้าแรกแทน",
    "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).":
      "ระบบขัดข้อง รายละเอียดบันทึกไว้ในหน้าต่างคำสั่งที่เปิดระบบแล้ว โปรดแจ้งผู้ดูแล",
    "Close": "ปิด",
    "Dismiss": "ปิด",
    "Cancel": "ยกเลิก",
    "Retry": "ลองใหม่",
    "Try again": "ลองใหม่",
    "Copy": "คัดลอก",
    "Copied": "คัดลอกแล้ว",
    "Copy to clipboard": "คัดลอก",
    "Theme": "รูปแบบสี",
    "System": "ตามเครื่อง",
    "Use system setting": "ตามเครื่อง",
    "Light": "สว่าง",
    "Dark": "มืด",
    "Print": "พิมพ์",
    "Settings": "การตั้งค่า",
    "About": "เกี่ยวกับระบบ",
    "Rerun": "แสดงใหม่",

    // Choosing and typing
    "Open": "เปิดรายการ",
    "Choose an option": "เลือก",
    "Choose options": "เลือก",
    "Choose or add an option": "เลือกหรือเพิ่ม",
    "Choose or add options": "เลือกหรือเพิ่ม",
    "Add an option": "เพิ่ม",
    "Add options": "เพิ่ม",
    "No options to select": "ไม่มีรายการให้เลือก",
    "No results": "ไม่พบรายการ",
    "Select all": "เลือกทั้งหมด",
    "Clear all": "ล้างทั้งหมด",
    "Clear value": "ล้างค่า",
    "Clear entry": "ล้างค่า",
    "Press Enter to apply": "กด Enter เพื่อยืนยัน",
    "Press Ctrl+Enter to apply": "กด Ctrl+Enter เพื่อยืนยัน",
    "Press ⌘+Enter to apply": "กด ⌘+Enter เพื่อยืนยัน",
    "Press Enter to submit form": "กด Enter เพื่อส่ง",
    "Press Ctrl+Enter to submit form": "กด Ctrl+Enter เพื่อส่ง",
    "Press ⌘+Enter to submit form": "กด ⌘+Enter เพื่อส่ง",
    "Increment": "เพิ่มค่า",
    "Decrement": "ลดค่า",
    "Choose date": "เลือกวันที่",
    "Clear date": "ล้างวันที่",
    "dd": "วว",
    "mm": "ดด",
    "yyyy": "ค.ศ.",
    "Previous": "ก่อนหน้า",
    "Next": "ถัดไป",
    "Pagination": "หน้าของตาราง",
    "Previous page": "หน้าก่อนหน้า",
    "Next page": "หน้าถัดไป",
    "Previous month": "เดือนก่อนหน้า",
    "Next month": "เดือนถัดไป",
    "month": "เดือน",
    "year": "ปี",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "ใช้ปุ่มลูกศรเพื่อเลื่อนวันที่ Enter เพื่อเลือก Escape เพื่อปิด",

    // Files
    "Upload": "เลือกไฟล์",
    "file upload": "เลือกไฟล์",
    "Add files": "เพิ่มไฟล์",
    "add icon": "เพิ่มไฟล์",
    "Drag and drop a file here": "ลากไฟล์มาวางที่นี่",
    "Drag and drop files here": "ลากไฟล์มาวางที่นี่",
    "Error": "ข้อผิดพลาด",
    "Error:": "ข้อผิดพลาด:",
    "Error uploading file": "ส่งไฟล์ไม่สำเร็จ",
    "Network error": "เครือข่ายขัดข้อง",
    "Download failed": "ดาวน์โหลดไม่สำเร็จ โปรดลองอีกครั้ง",
    "Failed to generate file for download": "จัดทำไฟล์ไม่สำเร็จ โปรดลองอีกครั้ง",
    "File size is too small.": "ไฟล์มีขนาดเล็กเกินไป",
    "Only one file is allowed.": "เลือกได้เพียงไฟล์เดียว",

    // Tables
    "Show/hide columns": "เลือกคอลัมน์ที่แสดง",
    "Download as CSV": "ดาวน์โหลดเป็น CSV",
    "Search": "ค้นหา",
    "Type to search": "พิมพ์เพื่อค้นหา",
    "Previous Result": "รายการก่อนหน้า",
    "Next Result": "รายการถัดไป",
    "Close Search": "ปิดการค้นหา",
    "Fullscreen": "เต็มจอ",
    "Close fullscreen": "ออกจากเต็มจอ",
    "Clear selection": "ล้างที่เลือก",
    "Add row": "เพิ่มแถว",
    "Delete row(s)": "ลบแถว",
    "Scrollable table": "ตารางที่เลื่อนได้",
    "Dataframe column menu": "เมนูของคอลัมน์",
    "Sort ascending": "เรียงจากน้อยไปมาก",
    "Sort descending": "เรียงจากมากไปน้อย",
    "Statistics": "ค่าสถิติ",
    "Format": "รูปแบบ",
    "Autosize": "ปรับความกว้าง",
    "Pin column": "ตรึงคอลัมน์",
    "Unpin column": "เลิกตรึงคอลัมน์",
    "Hide column": "ซ่อนคอลัมน์",
    "Copy column name": "คัดลอกชื่อคอลัมน์",
    "Loading...": "กำลังโหลด…",
    "Automatic": "อัตโนมัติ",
    "Localized": "ตามภาษา",
    "Plain": "ตัวเลขล้วน",
    "Compact": "ย่อ",
    "Dollar": "ดอลลาร์",
    "Euro": "ยูโร",
    "Yen": "เยน",
    "Percent": "ร้อยละ",
    "Scientific": "เลขวิทยาศาสตร์",
    "Accounting": "บัญชี",
    "Distance": "เทียบกับปัจจุบัน",
    "Duration": "ระยะเวลา",
    "Calendar": "ปฏิทิน",
    "Values": "จำนวนค่า",
    "Empty": "ว่าง",
    "Distinct": "ค่าที่ต่างกัน",
    "Sum": "ผลรวม",
    "Average": "ค่าเฉลี่ย",
    "Median": "มัธยฐาน",
    "Minimum": "ต่ำสุด",
    "Maximum": "สูงสุด",
    "Range": "ช่วง",
    "Standard deviation": "ส่วนเบี่ยงเบนมาตรฐาน",
    "25th percentile": "เปอร์เซ็นไทล์ที่ 25",
    "75th percentile": "เปอร์เซ็นไทล์ที่ 75",
    "Average length": "ความยาวเฉลี่ย",
    "Minimum length": "ความยาวต่ำสุด",
    "Maximum length": "ความยาวสูงสุด",

    // Charts
    "Download plot as a PNG": "ดาวน์โหลดเป็นภาพ PNG",
    "Zoom": "ขยายบริเวณที่เลือก",
    "Zoom in": "ขยาย",
    "Zoom out": "ย่อ",
    "Pan": "เลื่อน",
    "Box Select": "เลือกเป็นกรอบ",
    "Lasso Select": "เลือกเป็นวง",
    "Autoscale": "ปรับสเกลอัตโนมัติ",
    "Reset axes": "คืนแกนเดิม",
  };
  const PATTERNS = [
    [/^([\d.]+) ?([KMG]?B) per file$/, "ไม่เกิน $1 $2 ต่อไฟล์"],
    [/^File must be ([\d.]+) ?([KMG]?B) or smaller\.$/, "ไฟล์ต้องมีขนาดไม่เกิน $1 $2"],
    [/^\S* files are not allowed\.$/, "ไม่รองรับไฟล์ชนิดนี้"],
    [/^Invalid file extension: (.*)$/, "ไม่รองรับไฟล์ชนิด $1"],
    [/^Remove (.+)$/, "นำ $1 ออก"],
    [/^Add: (.+)$/, "เพิ่ม: $1"],
    [/^Select (\d+) matches$/, "เลือกที่พบ $1 รายการ"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "เลือกได้ไม่เกิน $1 รายการ โปรดนำบางรายการออกก่อน"],
    [/^(\d+) options? available\.$/, "มี $1 รายการให้เลือก"],
    [/^Help for (.+)$/, "คำอธิบายของ $1"],
    [/^(\d+) more$/, "อีก $1 รายการ"],
    [/^Page (\d+)$/, "หน้าที่ $1"],
    [/^Choose date, (.+)$/, "เลือกวันที่, $1"],
    [/^Selected Date: (.+)$/, "วันที่ที่เลือก: $1"],
    [/^Today, (.+) selected$/, "วันนี้, $1 เลือกอยู่"],
    [/^Today, (.+)$/, "วันนี้, $1"],
    [/^(.+) selected$/, "$1 เลือกอยู่"],
    [/^(: |)Date set outside allowed range\. .+$/, "$1วันที่อยู่นอกช่วงที่กรอกได้ โปรดใช้ปี ค.ศ. (ปี พ.ศ. ลบ 543)"],
    [/^Error: Date set outside allowed range\. .+$/, "ข้อผิดพลาด: วันที่อยู่นอกช่วงที่กรอกได้ โปรดใช้ปี ค.ศ. (ปี พ.ศ. ลบ 543)"],
    [/^day, (.+)$/, "วัน, $1"],
    [/^month, (.+)$/, "เดือน, $1"],
    [/^year, (.+)$/, "ปี, $1"],
    [/^(\d+) results?$/, "พบ $1 รายการ"],
    [/^(\d+) of (\d+) results?$/, "รายการที่ $1 จาก $2"],
  ];
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title"];
  const OURS = ["Markdown", "Html", "Text", "Heading", "Metric", "Table", "Alert", "Code", "Json"]
    .map((name) => `[data-testid=st${name}]`)
    .concat("svg", "script", "style")
    .join();

  const english = new Map();
  const isThai = () => new URLSearchParams(location.search).get("lang") !== "en";
  let shownInThai = isThai();

  const LOCALE = () => (isThai() ? "th-TH-u-ca-gregory" : "en-GB");
  for (const [name, value] of [["language", LOCALE], ["languages", () => [LOCALE()]]])
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: value });

  // One step of the history for each thing that a person does, so that going back once undoes it once.
  const push = history.pushState.bind(history);
  let somebodyActed = false;
  for (const action of ["pointerdown", "keydown"])
    addEventListener(action, () => { somebodyActed = true; }, { capture: true });
  history.pushState = (...step) => {
    if (somebodyActed) push(...step);
    else history.replaceState(...step);
    somebodyActed = false;
  };

  function inThai(text) {
    if (Object.hasOwn(WORDS, text)) return WORDS[text];
    const match = PATTERNS.find(([pattern]) => pattern.test(text));
    return match && text.replace(...match);
  }

  // The text in the reader's language; undefined where it isn't one of Streamlit's.
  function translated(text) {
    const trimmed = text.trim();
    if (!shownInThai) return english.get(trimmed);
    const thai = inThai(trimmed);
    if (thai) english.set(thai, trimmed);
    return thai;
  }

  function translateText(node) {
    if (node.parentElement?.closest(OURS)) return;
    const text = translated(node.nodeValue);
    if (text !== undefined) node.nodeValue = text;
  }

  function translateAttribute(element, name) {
    const text = element.hasAttribute(name) ? translated(element.getAttribute(name)) : undefined;
    if (text !== undefined) element.setAttribute(name, text);
  }

  function translateTree(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else ATTRIBUTES.forEach((name) => translateAttribute(node, name));
    }
  }

  // A table that somebody opened stays open when its numbers change: the page draws it anew then.
  const opened = new Set();
  addEventListener("toggle", ({ target }) => {
    const { key } = target.dataset ?? {};
    if (key && target.open) opened.add(key);
    else if (key) opened.delete(key);
  }, { capture: true });

  function keepOpen(root) {
    for (const folded of root.querySelectorAll?.("details[data-key]") ?? []) folded.open = opened.has(folded.dataset.key);
  }

  // What a button opens stands at the end of the page: whoever comes by keys is led into its first field, once all of
  // them are there.
  function enterOpened() {
    const body = document.querySelector("[data-testid=stPopoverBody]");
    const isLoading = body?.querySelector("[data-testid=stSkeleton]");
    if (isLoading || !document.activeElement?.matches("[data-testid=stPopoverButton][aria-expanded=true]")) return;
    body?.querySelector("[data-testid=stForm] input")?.focus();
  }

  // The browser asks whether to leave a page on which something was entered and not sent.
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-unsent]")) event.preventDefault();
  });

  function onChanges(changes) {
    if (isThai() !== shownInThai) {
      shownInThai = isThai();
      document.documentElement.lang = shownInThai ? "th" : "en";
      translateTree(document.body);
    }
    enterOpened();
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === "attributes") translateAttribute(target, attributeName);
      else if (type === "characterData") translateText(target);
      else addedNodes.forEach((node) => { translateTree(node); keepOpen(node); });
    }
  }

  new MutationObserver(onChanges).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
})();
