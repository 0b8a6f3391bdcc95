import { describe, expect, test } from "vitest";
import { checkResult } from "./index.ts";

const list = (...value: unknown[]) => ({ type: "list", value });

describe("the type of a result", () => {
  test.each([
    ["criteria", { type: "String" }, "Expression does not return boolean. Received: String"],
    ["condition", { type: "null" }, "Expression does not return boolean. Received: null"],
    [
      "condition",
      { type: "object", value: {} },
      "Expression does not return boolean. Received: object",
    ],
    [
      "entitlement",
      { type: "Boolean", value: true },
      "Expression does not return list. Received: Boolean",
    ],
    ["entitlement", { type: "Integer" }, "Expression does not return list. Received: Integer"],
    ["user-claim", list(), "Expression does not return object. Received: list"],
    ["user-claim", { type: "Double" }, "Expression does not return object. Received: Double"],
  ] as const)("%s refuses %j in the Controller's words", (kind, raw, message) => {
    expect(checkResult(kind, "host", raw)).toMatchObject({ problem: { message } });
  });

  test("the right type is passed on", () => {
    expect(checkResult("criteria", "host", { type: "Boolean", value: false })).toEqual({
      result: false,
    });
    expect(checkResult("user-claim", "host", { type: "object", value: { a: [1] } })).toEqual({
      result: { a: [1] },
    });
    expect(checkResult("entitlement", "host", list())).toEqual({ result: [] });
  });

  test("a value that its toJSON turned into another type is refused", () => {
    expect(checkResult("user-claim", "host", { type: "object", value: "x" })).toHaveProperty(
      "problem",
    );
    expect(checkResult("user-claim", "host", { type: "object" })).toHaveProperty("problem");
  });
});

const shortcut = (more: object) => ({ name: "Wiki", url: "https://wiki", ...more });

describe("the entries of an entitlement's list", () => {
  test.each([
    ["host", "10.0.0.0/8"],
    ["host", "dns://git.internal"],
    ["host", "fd00::1"],
    ["portOrType", "443"],
    ["portOrType", "8000-8100"],
    ["portOrType", "0"],
    ["appShortcut", shortcut({})],
    ["appShortcut", shortcut({ description: "", colorCode: 20, groupName: "Tools" })],
    ["appShortcut", shortcut({ name: "n".repeat(32), description: "d".repeat(300) })],
  ] as const)("%s takes %j", (type, entry) => {
    expect(checkResult("entitlement", type, list(entry))).toEqual({ result: [entry] });
  });

  test.each([
    ["host", 10, "Entry 2 of the list is not a host. Received: Integer"],
    ["host", "", 'Entry 2 of the list is not a host: ""'],
    ["host", "a b", 'Entry 2 of the list is not a host: "a b"'],
    ["host", null, "Entry 2 of the list is not a host. Received: null"],
    ["portOrType", 443, "Entry 2 of the list is the number 443, not a text"],
    [
      "portOrType",
      "https",
      'Entry 2 of the list is not a port, range of ports or ICMP type: "https"',
    ],
    [
      "portOrType",
      "70000",
      'Entry 2 of the list is not a port, range of ports or ICMP type: "70000"',
    ],
    ["portOrType", "9-1", 'Entry 2 of the list is not a port, range of ports or ICMP type: "9-1"'],
    ["appShortcut", "wiki", "Entry 2 of the list is not an app shortcut. Received: String"],
    ["appShortcut", { name: "a" }, "Entry 2 of the list has a wrong url: it is missing"],
    ["appShortcut", shortcut({ colorCode: 21 }), "Entry 2 of the list has a wrong colorCode: 21"],
    ["appShortcut", shortcut({ name: "n".repeat(33) }), "Entry 2 of the list has a wrong name: "],
    [
      "appShortcut",
      shortcut({ colour: 1 }),
      "Entry 2 of the list has a field that app shortcuts do not have",
    ],
  ] as const)("%s refuses %j", (type, entry, message) => {
    const good = type === "host" ? "a" : type === "portOrType" ? "1" : shortcut({});
    const checked = checkResult("entitlement", type, list(good, entry));
    expect("problem" in checked && checked.problem.message).toContain(message);
  });

  test("a port as a number is told to be a text", () => {
    const checked = checkResult("entitlement", "portOrType", list(443));
    expect("problem" in checked && checked.problem.fix).toContain("443.0");
  });
});
