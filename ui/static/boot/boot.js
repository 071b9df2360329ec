// @ts-check
// Runs ahead of Streamlit's own scripts, which speak English only, follow the browser's language for dates, and make a
// step of the browser's history of every parameter that a page writes into its address.

import { enterWhatIsOpened } from "./entering.js";
import { writeDatesAsTheReader } from "./language.js";
import { offerToursOnce } from "./offered.js";
import { keepOpen, rememberWhatIsOpened } from "./opened.js";
import { reachWhatScrolls } from "./scrolled.js";
import { makeOneStepOfEachAct } from "./steps.js";
import { ATTRIBUTES, followTheAddress, translateAttribute, translateText, translateTree } from "./translating.js";
import { sendWhatIsTyped } from "./typed.js";
import { askBeforeLosingWhatIsUnsent } from "./unsent.js";

writeDatesAsTheReader();
makeOneStepOfEachAct();
rememberWhatIsOpened();
offerToursOnce();
askBeforeLosingWhatIsUnsent();
sendWhatIsTyped();

new MutationObserver((changes) => {
  followTheAddress();
  enterWhatIsOpened();
  changes.forEach(follow);
}).observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
});

/** @param {MutationRecord} change */
function follow({ type, target, addedNodes, attributeName }) {
  if (type === "characterData") translateText(target);
  else if (target instanceof Element && attributeName) translateAttribute(target, attributeName);
  else addedNodes.forEach(appear);
}

/** @param {Node} node */
function appear(node) {
  translateTree(node);
  keepOpen(node);
  reachWhatScrolls(node);
}
