import { expect, test } from "vitest";
import { codeFrame } from "./frame.ts";

test("shows the line, two before it, and a mark below the column", () => {
  expect(codeFrame("one\ntwo\nthree\nfour five\nsix", 4, 6)).toBe(
    ["2 | two", "3 | three", "4 | four five", "  |      ^"].join("\n"),
  );
});

test("cuts a long line around the column, so that the mark stays below it", () => {
  const [line = "", mark = ""] = codeFrame(`${"x".repeat(500)}!${"y".repeat(500)}`, 1, 501).split(
    "\n",
  );
  expect(line.length).toBeLessThan(120);
  expect(line[mark.indexOf("^")]).toBe("!");
});

test("gives nothing for a line that is not there", () => {
  expect(codeFrame("one", 7, 1)).toBe("");
});
