// Streamlit's own texts in Thai.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inThai } from "../../ui/static/boot/words.js";

test("a text of Streamlit's is Thai", () => {
  assert.equal(inThai("Choose an option"), "เลือก");
});

test("what varies in a text stays in it", () => {
  assert.equal(inThai("200MB per file"), "ไม่เกิน 200 MB ต่อไฟล์");
  assert.equal(inThai("1 of 12 results"), "รายการที่ 1 จาก 12");
});

test("no other text is touched, nor one that every object has a property for", () => {
  for (const text of ["", "ตัวชี้วัด", "choose an option", "Choose an option!", "constructor"]) {
    assert.equal(inThai(text), undefined);
  }
});
