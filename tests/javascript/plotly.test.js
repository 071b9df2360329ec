// The copy of plotly that the browser gets is the very file of the version that package.json names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/**
 * @param {string} name
 * @param {string} folder
 */
function read(name, folder) {
  return readFileSync(`${import.meta.dirname}/${folder}/${name}`);
}

for (const name of ["plotly-cartesian.min.js", "LICENSE"]) {
  test(`${name} is as it was published`, () => {
    const published = read(name, "node_modules/plotly.js-cartesian-dist-min");
    assert.ok(read(name, "../../ui/static/plotly").equals(published));
  });
}
