// What is asked of the scripts that the browser runs, and of what checks them here.

import js from "@eslint/js";
import globals from "globals";

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  // As it was published.
  { ignores: ["**/ui/static/*/*.min.js"] },
  js.configs.recommended,
  {
    rules: {
      "complexity": ["error", 8],
      "consistent-return": "error",
      "eqeqeq": "error",
      "max-lines": ["error", { max: 350 }],
      "max-lines-per-function": ["error", { max: 50 }],
      "no-alert": "error",
      "no-console": "error",
      "no-else-return": "error",
      "no-implicit-coercion": "error",
      "no-nested-ternary": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-unused-expressions": "error",
      "no-use-before-define": ["error", { functions: false, classes: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["**/ui/static/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      // Only by relative addresses do all of them come from the same version.
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!\\.\\.?/)", message: "Import by ./name.js or ../room/name.js." }] },
      ],
    },
  },
];
