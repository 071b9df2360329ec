// How an arrangement of the agenda is changed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { exchanged, inOrder, isSame, moved, neighbour, toggled } from "../../ui/static/meeting/arranging.js";

const NOTHING = { pinned: [], order: [], dropped: [] };
const SHOWN = ["late", "missing", "orders", "news"];

test("a screen is dropped, and shown again", () => {
  const dropped = toggled(NOTHING, "dropped", "late");
  assert.deepEqual(dropped, { ...NOTHING, dropped: ["late"] });
  assert.deepEqual(toggled(dropped, "dropped", "late"), NOTHING);
});

test("the first screen can't move up, nor the last one down", () => {
  assert.equal(neighbour(NOTHING, SHOWN, "late", -1), undefined);
  assert.equal(neighbour(NOTHING, SHOWN, "news", 1), undefined);
});

test("a pinned screen changes places with pinned ones, and one that isn't with the others", () => {
  const kept = { ...NOTHING, pinned: ["late", "missing"] };
  assert.equal(neighbour(kept, SHOWN, "missing", -1), "late");
  assert.equal(neighbour(kept, SHOWN, "missing", 1), undefined);
  assert.equal(neighbour(kept, SHOWN, "orders", -1), undefined);
});

test("two screens that change places are put in an order, and no other screen is", () => {
  const shown = exchanged(SHOWN, 1, 2);
  assert.deepEqual(shown, ["late", "orders", "missing", "news"]);
  assert.deepEqual(moved(NOTHING, shown, "missing", "orders").order, ["orders", "missing"]);
});

test("a screen that isn't on this month's agenda keeps its place in the order", () => {
  const kept = { ...NOTHING, order: ["missing", "scores", "orders"] };
  assert.deepEqual(moved(kept, exchanged(SHOWN, 1, 2), "missing", "orders").order, ["orders", "scores", "missing"]);
});

test("pinned screens are put in their own order", () => {
  const kept = { ...NOTHING, pinned: ["late", "missing"], order: ["news"] };
  const shown = exchanged(SHOWN, 0, 1);
  assert.deepEqual(moved(kept, shown, "late", "missing"), { ...kept, pinned: ["missing", "late"] });
});

test("screens come as they are named, and those that aren't named after them", () => {
  const shown = SHOWN.map((name) => ({ name }));
  const names = inOrder(shown, ["orders", "late"]).map(({ name }) => name);
  assert.deepEqual(names, ["orders", "late", "missing", "news"]);
});

test("two arrangements are the same whatever was dropped first, and aren't where the order is another", () => {
  const kept = { ...NOTHING, order: ["late", "orders"], dropped: ["news", "missing"] };
  assert.ok(isSame(kept, { ...kept, dropped: ["missing", "news"] }));
  assert.ok(!isSame(kept, { ...kept, order: ["orders", "late"] }));
});
