import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * Rooms and what they may import (docs/decisions/0002-rooms.md). A room that is not listed for another
 * is forbidden to it, so adding a room means deciding here who may use it.
 */
const ROOMS = [
  "lib",
  "sandbox-shim",
  "controller",
  "posture-cache",
  "stand-ins",
  "scripts",
  "test",
];
const MAY_IMPORT = {
  base: [],
  lib: [],
  "sandbox-shim": [],
  controller: [],
  "posture-cache": [],
  "stand-ins": [],
};

/** A file of `room` may import its own room, `base`, and nothing else of the house. */
function roomRule(room, files, allowed, ignores = []) {
  const forbidden = ROOMS.filter((other) => other !== room && !allowed.includes(other));
  if (room === "base" || room === "lib") forbidden.push(room === "lib" ? "base" : "lib");
  return {
    files,
    ignores,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${[...new Set(forbidden)].join("|")})/`,
              message: `${room} may not import this room: see docs/decisions/0002-rooms.md`,
            },
            ...(room === "lib"
              ? [{ regex: "^(node:|[a-z@])", message: "lib may use nothing but the sandbox" }]
              : []),
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    // A raw script is a function body: its top-level `return` is no module that could be parsed.
    ignores: ["dist/", "node_modules/", ".sdpx/", "coverage/", "**/*.raw.js"],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
      "no-console": "error",
      eqeqeq: ["error", "always"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  ...Object.entries(MAY_IMPORT).map(([room, allowed]) =>
    roomRule(
      room,
      [`${room}/**/*.ts`],
      allowed,
      room === "controller" ? ["controller/embedded/**"] : [],
    ),
  ),
  roomRule("controller", ["controller/embedded/**/*.ts"], ["sandbox-shim"]),
  {
    // What an admin writes runs in the sandbox: `claims` and friends are its globals, ES5 idiom is right there.
    files: ["{lib,criteria,conditions,entitlements,user-claims,device-claims}/**/*.ts"],
    ignores: ["**/*.cases.ts", "**/*.test.ts"],
    rules: { "no-console": "off", "no-var": "off", "@typescript-eslint/prefer-for-of": "off" },
  },
  {
    files: ["**/*.js"],
    languageOptions: { globals: { process: "readonly", URL: "readonly" } },
  },
);
