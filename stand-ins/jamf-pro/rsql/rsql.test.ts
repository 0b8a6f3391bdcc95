import { describe, expect, it } from "vitest";
import { makeComputer, type Computer } from "../model/computer.ts";
import { compileFilter } from "./evaluate.ts";
import { parseRsql, RsqlError } from "./parse.ts";
import { compileSort } from "./sort.ts";

const T0 = Date.parse("2026-11-21T10:00:00Z");
const computers: Computer[] = [
  makeComputer(1, { serial: "AAA", name: "zoe", osVersion: "15.9" }, T0),
  makeComputer(2, { serial: "BBB", name: 'Ben "the" Mac', osVersion: "15.10" }, T0 + 1000),
  makeComputer(10, { serial: "CCC", name: "adam", managed: false, osVersion: "26.1" }, T0 + 2000),
];

const ids = (filter: string) => {
  const test = compileFilter(parseRsql(filter));
  return computers.filter(test).map(({ id }) => id);
};

describe("filters of computers-inventory", () => {
  it("compare ids as numbers", () => {
    expect(ids("id==2")).toEqual([2]);
    expect(ids("id=in=(1,10,99)")).toEqual([1, 10]);
    expect(ids("id=out=(1)")).toEqual([2, 10]);
    expect(ids("id>=2")).toEqual([2, 10]);
    expect(ids("id=gt=2")).toEqual([10]);
  });

  it("compare text without case and with wildcards", () => {
    expect(ids('hardware.serialNumber=="bbb"')).toEqual([2]);
    expect(ids("general.name==*A*")).toEqual([2, 10]);
    expect(ids(`udid=="${computers[0]?.udid.toLowerCase()}"`)).toEqual([1]);
    expect(ids("general.name!=zoe")).toEqual([2, 10]);
  });

  it("compare times and booleans by value", () => {
    expect(ids('general.reportDate>="2026-11-21T10:00:01Z"')).toEqual([2, 10]);
    expect(ids('general.lastContactTime<"2026-11-21T12:00:01+02:00"')).toEqual([1]);
    expect(ids("general.remoteManagement.managed==false")).toEqual([10]);
  });

  it("bind ; before , and obey brackets", () => {
    expect(ids("id==1,id==2;general.name==zoe")).toEqual([1]);
    expect(ids("(id==1,id==2);general.name==Ben*")).toEqual([2]);
    expect(ids(" ( id==1 , id==10 ) ; hardware.serialNumber=in=( AAA , 'CCC' ) ")).toEqual([1, 10]);
  });

  it("undo escapes in quoted values", () => {
    expect(ids('general.name=="Ben \\"the\\" Mac"')).toEqual([2]);
  });

  it.each([
    ["", "a field name is expected at character 1"],
    ["id", "an operator is expected at character 3"],
    ["id=", "an operator is expected at character 3"],
    ["id=foo=1", "the operator =foo= is not known at character 3"],
    ["id=in=1", "'(' is expected at character 7"],
    ["id=in=(1", "')' is expected at character 9"],
    ['id=="1', "a quote is not closed at character 7"],
    ["(id==1", "')' is expected at character 7"],
    ["id==1)", "')' is not expected at character 6"],
  ])("that are not RSQL are refused with the place: %s", (filter, message) => {
    expect(() => parseRsql(filter)).toThrow(
      new RsqlError(message.replace(/ at .*/, ""), placeOf(message)),
    );
  });

  it("that name an unknown field or a value of the wrong type are refused", () => {
    expect(() => ids("general.shoeSize==1")).toThrow(/general.shoeSize/);
    expect(() => ids("__proto__==1")).toThrow(/__proto__/);
    expect(() => ids("id==one")).toThrow(/one is not a number/);
    expect(() => ids("general.reportDate>=yesterday")).toThrow(/ISO 8601/);
    expect(() => ids("general.supervised==yes")).toThrow(/true or false/);
  });
});

function placeOf(message: string): number {
  return Number(/(\d+)$/.exec(message)?.[1]);
}

describe("sorts of computers-inventory", () => {
  const sorted = (...sorts: string[]) =>
    [...computers].sort(compileSort(sorts)).map(({ id }) => id);

  it("order by text without case, by number, by version and in both directions", () => {
    expect(sorted("general.name:asc")).toEqual([10, 2, 1]);
    expect(sorted("id:desc")).toEqual([10, 2, 1]);
    expect(sorted("operatingSystem.version")).toEqual([1, 2, 10]);
    expect(sorted("general.remoteManagement.managed:desc,id:asc")).toEqual([1, 2, 10]);
  });

  it("refuse a field or a direction that does not exist", () => {
    expect(() => sorted("shoe:asc")).toThrow(/shoe/);
    expect(() => sorted("id:up")).toThrow(/asc or desc/);
  });
});
