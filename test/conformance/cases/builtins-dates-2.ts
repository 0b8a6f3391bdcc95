import type { Case } from "../case.ts";

export default [
  {
    name: 'Date.parse("1:00 a")',
    code: 'var text = "1:00 a"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1:00 AMX")',
    code: 'var text = "1:00 AMX"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1 2 3 4")',
    code: 'var text = "1 2 3 4"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("0 0 0")',
    code: 'var text = "0 0 0"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("99 99")',
    code: 'var text = "99 99"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("13/1/2020")',
    code: 'var text = "13/1/2020"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("2020/13/1")',
    code: 'var text = "2020/13/1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1/32/2020")',
    code: 'var text = "1/32/2020"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("2/30/2020")',
    code: 'var text = "2/30/2020"; return Date.parse(text);',
    nashorn: { result: "1583020800000" },
  },
  {
    name: 'Date.parse("100")',
    code: 'var text = "100"; return Date.parse(text);',
    nashorn: { result: "-59011459200000" },
  },
  {
    name: 'Date.parse("101")',
    code: 'var text = "101"; return Date.parse(text);',
    nashorn: { result: "-58979923200000" },
  },
  {
    name: 'Date.parse("999")',
    code: 'var text = "999"; return Date.parse(text);',
    nashorn: { result: "-30641760000000" },
  },
  {
    name: 'Date.parse("12345")',
    code: 'var text = "12345"; return Date.parse(text);',
    nashorn: { result: "327403382400000" },
  },
  {
    name: 'Date.parse("123456")',
    code: 'var text = "123456"; return Date.parse(text);',
    nashorn: { result: "3833727840000000" },
  },
  {
    name: 'Date.parse("1234567")',
    code: 'var text = "1234567"; return Date.parse(text);',
    nashorn: { result: "3833743564800000" },
  },
  {
    name: 'Date.parse("1 2 100")',
    code: 'var text = "1 2 100"; return Date.parse(text);',
    nashorn: { result: "-59011372800000" },
  },
  {
    name: 'Date.parse("1 2 50")',
    code: 'var text = "1 2 50"; return Date.parse(text);',
    nashorn: { result: "-631065600000" },
  },
  {
    name: 'Date.parse("1 2 49")',
    code: 'var text = "1 2 49"; return Date.parse(text);',
    nashorn: { result: "2493158400000" },
  },
  {
    name: 'Date.parse("1 2 99")',
    code: 'var text = "1 2 99"; return Date.parse(text);',
    nashorn: { result: "915235200000" },
  },
  {
    name: 'Date.parse("32 1 1")',
    code: 'var text = "32 1 1"; return Date.parse(text);',
    nashorn: { result: "1956528000000" },
  },
  {
    name: 'Date.parse("1 2 32")',
    code: 'var text = "1 2 32"; return Date.parse(text);',
    nashorn: { result: "1956614400000" },
  },
  {
    name: 'Date.parse("0 1 2")',
    code: 'var text = "0 1 2"; return Date.parse(text);',
    nashorn: { result: "946771200000" },
  },
  {
    name: 'Date.parse("1970-1-1")',
    code: 'var text = "1970-1-1"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("1970-01-1")',
    code: 'var text = "1970-01-1"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("1970-1-01T00:00Z")',
    code: 'var text = "1970-1-01T00:00Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01T0:00Z")',
    code: 'var text = "1970-01-01T0:00Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00:00.Z")',
    code: 'var text = "1970-01-01T00:00:00.Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01T00Z")',
    code: 'var text = "1970-01-01T00Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01Z")',
    code: 'var text = "1970-01-01Z"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("1970-01T00:00Z")',
    code: 'var text = "1970-01T00:00Z"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("1970T00:00")',
    code: 'var text = "1970T00:00"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("T00:00")',
    code: 'var text = "T00:00"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01t00:00Z")',
    code: 'var text = "1970-01-01t00:00Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00 Z")',
    code: 'var text = "1970-01-01T00:00 Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00+1")',
    code: 'var text = "1970-01-01T00:00+1"; return Date.parse(text);',
    nashorn: { result: "-3600000" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00+01:0")',
    code: 'var text = "1970-01-01T00:00+01:0"; return Date.parse(text);',
    nashorn: { result: "-3600000" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00+24:00")',
    code: 'var text = "1970-01-01T00:00+24:00"; return Date.parse(text);',
    nashorn: { result: "-86400000" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00+23:59")',
    code: 'var text = "1970-01-01T00:00+23:59"; return Date.parse(text);',
    nashorn: { result: "-86340000" },
  },
  {
    name: 'Date.parse("1970-01-01T00:00+00:60")',
    code: 'var text = "1970-01-01T00:00+00:60"; return Date.parse(text);',
    nashorn: { result: "-3600000" },
  },
  {
    name: 'Date.parse("+1970-01-01")',
    code: 'var text = "+1970-01-01"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("+01970-01-01")',
    code: 'var text = "+01970-01-01"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("+001970")',
    code: 'var text = "+001970"; return Date.parse(text);',
    nashorn: { result: "0" },
  },
  {
    name: 'Date.parse("-271821-04-20")',
    code: 'var text = "-271821-04-20"; return Date.parse(text);',
    nashorn: { result: "-8640000000000000" },
  },
  {
    name: 'Date.parse("-271821-04-19")',
    code: 'var text = "-271821-04-19"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("+275760-09-13T00:00Z")',
    code: 'var text = "+275760-09-13T00:00Z"; return Date.parse(text);',
    nashorn: { result: "8640000000000000" },
  },
  {
    name: 'Date.parse("+275760-09-13T00:00:00.001Z")',
    code: 'var text = "+275760-09-13T00:00:00.001Z"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("275760-09-13")',
    code: 'var text = "275760-09-13"; return Date.parse(text);',
    nashorn: { result: "8640000000000000" },
  },
  {
    name: 'Date.parse("1970-02-29")',
    code: 'var text = "1970-02-29"; return Date.parse(text);',
    nashorn: { result: "5097600000" },
  },
  {
    name: 'Date.parse("1970-04-31")',
    code: 'var text = "1970-04-31"; return Date.parse(text);',
    nashorn: { result: "10368000000" },
  },
  {
    name: 'Date.parse("1970-02-32")',
    code: 'var text = "1970-02-32"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-12-31T23:60")',
    code: 'var text = "1970-12-31T23:60"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-12-31T23:59:60")',
    code: 'var text = "1970-12-31T23:59:60"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1970-12-31T24:00")',
    code: 'var text = "1970-12-31T24:00"; return Date.parse(text);',
    nashorn: { result: "31536000000" },
  },
  {
    name: 'Date.parse("1970-12-31T24:00:00.000Z")',
    code: 'var text = "1970-12-31T24:00:00.000Z"; return Date.parse(text);',
    nashorn: { result: "31536000000" },
  },
] satisfies Case[];
