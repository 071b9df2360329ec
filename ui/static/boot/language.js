// @ts-check
// The reader's language is Thai, unless the address says ?lang=en.

/** @returns {boolean} */
export function isThai() {
  return new URLSearchParams(location.search).get("lang") !== "en";
}

/** Lets Streamlit write dates as the reader does, and not as the browser's own language would. */
export function writeDatesAsTheReader() {
  const values = { language: locale, languages: () => [locale()] };
  for (const [name, get] of Object.entries(values)) {
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get });
  }
}

function locale() {
  return isThai() ? "th-TH-u-ca-gregory" : "en-GB";
}
