"""An office's yearly integrity plan, its monthly reviews, and the numbers they come to."""
