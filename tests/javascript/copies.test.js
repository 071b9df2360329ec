// The copies of plotly and cally that the browser gets are the very files of the versions that package.json names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const PUBLISHED = {
  "plotly/plotly-cartesian.min.js": "plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
  "plotly/LICENSE": "plotly.js-cartesian-dist-min/LICENSE",
  "cally/cally.min.js": "cally/dist/cally.js",
  "cally/LICENSE": "cally/LICENSE",
};

/** @param {string} path */
function read(path) {
  return readFileSync(`${import.meta.dirname}/${path}`);
}

for (const [copy, published] of Object.entries(PUBLISHED)) {
  test(`${copy} is as it was published`, () => {
    assert.ok(read(`../../ui/static/${copy}`).equals(read(`node_modules/${published}`)));
  });
}
