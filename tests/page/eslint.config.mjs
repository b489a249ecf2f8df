// The page's scripts are joined into one classic script: core.js declares `dateline`, the others use it.
import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ...js.configs.recommended,
    languageOptions: { ecmaVersion: 2023, sourceType: "script", globals: { ...globals.browser, vis: "readonly", dateline: "writable" } },
    rules: {
      ...js.configs.recommended.rules,
      "eqeqeq": "error", "no-var": "error", "prefer-const": "error", "no-implicit-globals": "off", "no-redeclare": "off",
      "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error",
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "srcdoc"].map((property) => ({ property }))],
      "max-len": ["error", 140], "max-lines": ["error", 150],
    },
  },
];
