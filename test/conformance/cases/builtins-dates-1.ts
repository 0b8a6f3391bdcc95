import type { Case } from "../case.ts";

export default [
  {
    name: 'Date.parse(" 2020")',
    code: 'var text = " 2020"; return Date.parse(text);',
    nashorn: { result: "1577836800000" },
  },
  {
    name: 'Date.parse("2020 ")',
    code: 'var text = "2020 "; return Date.parse(text);',
    nashorn: { result: "1577836800000" },
  },
  {
    name: 'Date.parse("  2020  ")',
    code: 'var text = "  2020  "; return Date.parse(text);',
    nashorn: { result: "1577836800000" },
  },
  {
    name: 'Date.parse(" 1 1 2020")',
    code: 'var text = " 1 1 2020"; return Date.parse(text);',
    nashorn: { result: "1577836800000" },
  },
  {
    name: 'Date.parse("2020\\t")',
    code: 'var text = "2020\\t"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1\\t2\\t2020")',
    code: 'var text = "1\\t2\\t2020"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1;2;2020")',
    code: 'var text = "1;2;2020"; return Date.parse(text);',
    nashorn: { result: "1577923200000" },
  },
  {
    name: 'Date.parse("1_2_2020")',
    code: 'var text = "1_2_2020"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1,2,2020")',
    code: 'var text = "1,2,2020"; return Date.parse(text);',
    nashorn: { result: "1577923200000" },
  },
  {
    name: 'Date.parse("1:2")',
    code: 'var text = "1:2"; return Date.parse(text);',
    nashorn: { result: "946688520000" },
  },
  {
    name: 'Date.parse("1 2 2020")',
    code: 'var text = "1 2 2020"; return Date.parse(text);',
    nashorn: { result: "1577923200000" },
  },
  {
    name: 'Date.parse("1*2")',
    code: 'var text = "1*2"; return Date.parse(text);',
    nashorn: { result: "978393600000" },
  },
  {
    name: 'Date.parse("1#2")',
    code: 'var text = "1#2"; return Date.parse(text);',
    nashorn: { result: "978393600000" },
  },
  {
    name: 'Date.parse("#1")',
    code: 'var text = "#1"; return Date.parse(text);',
    nashorn: { result: "978307200000" },
  },
  {
    name: 'Date.parse("2020/01")',
    code: 'var text = "2020/01"; return Date.parse(text);',
    nashorn: { result: "1577836800000" },
  },
  {
    name: 'Date.parse("-1")',
    code: 'var text = "-1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("+1")',
    code: 'var text = "+1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1 -2")',
    code: 'var text = "1 -2"; return Date.parse(text);',
    nashorn: { result: "978314400000" },
  },
  {
    name: 'Date.parse("1-")',
    code: 'var text = "1-"; return Date.parse(text);',
    nashorn: { result: "978307200000" },
  },
  {
    name: 'Date.parse("1+")',
    code: 'var text = "1+"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("-")',
    code: 'var text = "-"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1 :2")',
    code: 'var text = "1 :2"; return Date.parse(text);',
    nashorn: { result: "978393600000" },
  },
  {
    name: 'Date.parse("1/2/2020 +5")',
    code: 'var text = "1/2/2020 +5"; return Date.parse(text);',
    nashorn: { result: "1577905200000" },
  },
  {
    name: 'Date.parse("1/2/2020 +05")',
    code: 'var text = "1/2/2020 +05"; return Date.parse(text);',
    nashorn: { result: "1577905200000" },
  },
  {
    name: 'Date.parse("1/2/2020 +530")',
    code: 'var text = "1/2/2020 +530"; return Date.parse(text);',
    nashorn: { result: "1577732400000" },
  },
  {
    name: 'Date.parse("1/2/2020 +0530")',
    code: 'var text = "1/2/2020 +0530"; return Date.parse(text);',
    nashorn: { result: "1577903400000" },
  },
  {
    name: 'Date.parse("1/2/2020 +5:30")',
    code: 'var text = "1/2/2020 +5:30"; return Date.parse(text);',
    nashorn: { result: "1577903400000" },
  },
  {
    name: 'Date.parse("1/2/2020 +05:3")',
    code: 'var text = "1/2/2020 +05:3"; return Date.parse(text);',
    nashorn: { result: "1577905020000" },
  },
  {
    name: 'Date.parse("1/2/2020 +123456")',
    code: 'var text = "1/2/2020 +123456"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1/2/2020 GMT GMT")',
    code: 'var text = "1/2/2020 GMT GMT"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1/2/2020 +1 +1")',
    code: 'var text = "1/2/2020 +1 +1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1/2/2020 GMT+1")',
    code: 'var text = "1/2/2020 GMT+1"; return Date.parse(text);',
    nashorn: { result: "1577919600000" },
  },
  {
    name: 'Date.parse("1/2/2020 +1 GMT")',
    code: 'var text = "1/2/2020 +1 GMT"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1 Jan Feb")',
    code: 'var text = "1 Jan Feb"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("Jan 1")',
    code: 'var text = "Jan 1"; return Date.parse(text);',
    nashorn: { result: "978307200000" },
  },
  {
    name: 'Date.parse("Jan")',
    code: 'var text = "Jan"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("Mon")',
    code: 'var text = "Mon"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("10:20")',
    code: 'var text = "10:20"; return Date.parse(text);',
    nashorn: { result: "946722000000" },
  },
  {
    name: 'Date.parse("10:20 ")',
    code: 'var text = "10:20 "; return Date.parse(text);',
    nashorn: { result: "946722000000" },
  },
  {
    name: 'Date.parse("24:00")',
    code: 'var text = "24:00"; return Date.parse(text);',
    nashorn: { result: "946771200000" },
  },
  {
    name: 'Date.parse("24:01")',
    code: 'var text = "24:01"; return Date.parse(text);',
    nashorn: { result: "946771260000" },
  },
  {
    name: 'Date.parse("24:00:00.001")',
    code: 'var text = "24:00:00.001"; return Date.parse(text);',
    nashorn: { result: "946771200001" },
  },
  {
    name: 'Date.parse("1/2/2020 10")',
    code: 'var text = "1/2/2020 10"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1/2/2020 10:20:30:40")',
    code: 'var text = "1/2/2020 10:20:30:40"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse(" 1")',
    code: 'var text = " 1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("1 ")',
    code: 'var text = "1 "; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("(1) 2")',
    code: 'var text = "(1) 2"; return Date.parse(text);',
    nashorn: { result: "980985600000" },
  },
  {
    name: 'Date.parse("2020-01-01 24:00")',
    code: 'var text = "2020-01-01 24:00"; return Date.parse(text);',
    nashorn: { result: "1577923200000" },
  },
  {
    name: 'Date.parse("Tu 1")',
    code: 'var text = "Tu 1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("Tue 1")',
    code: 'var text = "Tue 1"; return Date.parse(text);',
    nashorn: { result: "978307200000" },
  },
  {
    name: 'Date.parse("Tuesdayx 1")',
    code: 'var text = "Tuesdayx 1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("Janx 1")',
    code: 'var text = "Janx 1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
  {
    name: 'Date.parse("Janu 1")',
    code: 'var text = "Janu 1"; return Date.parse(text);',
    nashorn: { result: "978307200000" },
  },
  {
    name: 'Date.parse("am 1")',
    code: 'var text = "am 1"; return Date.parse(text);',
    nashorn: { result: "NaN" },
  },
] satisfies Case[];
