import { expect, test } from "vitest";
import { regexProblem } from "./regex.ts";

/** Each was put to Nashorn 15.7. */
test.each([
  ["(?=a)*", ""],
  ["(?!a)?", ""],
  ["(?=a){2}", ""],
  ["[a-\\w]", ""],
  ["[\\d-\\w]", ""],
  ["a{1 }", ""],
  ["a{1,x}", ""],
  ["x{0,100001}", ""],
  ["(?<a>b)", ""],
  ["(?<=a)b", ""],
  ["(?i:a)", ""],
  ["a", "u"],
  ["a", "gy"],
])("refuses /%s/%s", (pattern, flags) => {
  expect(regexProblem(pattern, flags)).toBeDefined();
});

test.each([
  ["((?=a))*", "gim"],
  ["(?:a)*(?=b)", ""],
  ["[\\w-a][a-]", ""],
  ["a{1,", ""],
  ["a{ 1}", ""],
  ["x{100000}", ""],
  ["[(?<]\\(?<", ""],
  ["[[]{2}", ""],
])("accepts /%s/%s", (pattern, flags) => {
  expect(regexProblem(pattern, flags)).toBeUndefined();
});
