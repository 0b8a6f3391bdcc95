import type { RemoteRequest } from "./remote.ts";

/**
 * Something that nobody outside knows about an appliance, and an expression that finds it out. Each is one call of a test endpoint,
 * which changes nothing on the Controller.
 */
export interface Question {
  id: string;
  asks: string;
  /**
   * `value`: the body of a function whose result is the answer (it is sent out with console.log, as JSON).
   * `raw`: the expression itself; the answer is what the endpoint answers.
   */
  how: "value" | "raw";
  code: string;
  /** Kind of the endpoint; `condition` when left out. */
  kind?: RemoteRequest["kind"];
  given?: Pick<RemoteRequest, "userClaims" | "deviceClaims" | "systemClaims" | "time">;
  /** Answers of which each run has its own, such as durations, are shown and not compared. */
  varies?: true;
  /** Asked only when it is wanted: it leaves something in the appliance's memory for some seconds. */
  optional?: true;
}

const CLAIMS = {
  userClaims: { text: "a", list: ["a", "b"], nested: { list: [1] }, number: 5, yes: true },
  deviceClaims: { clientIPs: ["10.1.2.3"], macAddresses: ["AABBCC"] },
  systemClaims: { clientSrcIP: "10.1.2.3" },
};

const value = (id: string, asks: string, code: string, more: Partial<Question> = {}): Question => ({
  id,
  asks,
  how: "value",
  code,
  ...more,
});
const raw = (id: string, asks: string, code: string, more: Partial<Question> = {}): Question => ({
  id,
  asks,
  how: "raw",
  code,
  ...more,
});

/** `typeof` of each name, also of those that are not there. */
const typesOf = (names: string) =>
  `var o = {}; ${names
    .split(" ")
    .map(
      (name) =>
        `try { o[${JSON.stringify(name)}] = typeof ${name}; } catch (e) { o[${JSON.stringify(name)}] = "throws " + e; }`,
    )
    .join(" ")} return o;`;

const calling = (call: string) =>
  `var r; try { r = ${call}; } catch (e) { return "throws " + e; } return r === null || r === undefined ? "gives " + r : "gives an answer with status " + r.statusCode;`;

/** The host that no network routes to (TEST-NET-1, RFC 5737). */
const NOWHERE = "http://192.0.2.1/";

/** @param url something that answers the Controller over HTTP */
export function questions(url: string): Question[] {
  const answering = JSON.stringify(url);
  return [
    value(
      "globals",
      "Which globals does the engine have?",
      "return Object.getOwnPropertyNames((function () { return this; })()).sort();",
    ),
    value(
      "engine",
      "What tells which engine it is?",
      typesOf(
        "Java Packages load quit JSAdapter Graal Polyglot Promise Proxy Reflect BigInt globalThis",
      ),
    ),
    value(
      "helpers",
      "Which functions does the appliance add?",
      typesOf(
        "httpGet httpPost httpPut httpDelete cache cache.getIfPresent cache.put console console.log print auditLog btoa atob",
      ),
    ),
    value(
      "arity",
      "How many arguments do the HTTP functions declare?",
      "return [httpGet.length, httpPost.length, httpPut.length, httpDelete.length];",
    ),
    value(
      "claim-helpers",
      "Which methods do claims have?",
      typesOf(
        "claims.system.isClientInNetwork claims.device.isClientInNetwork claims.user.hasPassword claims.user.hasOtp claims.user.hasMfa claims.user.hasReason claims.inTimeRange claims.user.inTimeRange claims.device.inTimeRange claims.system.inTimeRange inTimeRange claims.user.list.containsText",
      ),
      { given: CLAIMS },
    ),
    value(
      "claim-members",
      "What does for-in show of the claims?",
      "var o = {}; for (var g in claims) { o[g] = []; for (var k in claims[g]) o[g].push(k); o[g].sort(); } return o;",
      { given: CLAIMS },
    ),
    value(
      "claim-lists",
      "Are claim lists native arrays?",
      "var l = claims.user.list; return [Array.isArray(l), String(l), JSON.stringify(l), typeof l.map, typeof l.includes, typeof l.contains, typeof l.size, l.length, l.indexOf('b')];",
      { given: CLAIMS },
    ),
    value(
      "claim-objects",
      "Are claim objects native?",
      "var n = claims.user.nested; return [Object.prototype.toString.call(n), JSON.stringify(n), JSON.stringify(claims.user.number), typeof claims.user.missing];",
      { given: CLAIMS },
    ),
    value(
      "strings",
      "Do texts have the methods of java.lang.String?",
      "var s = 'a.b'; return [typeof s.startsWith, typeof s.isEmpty, typeof s.includes, String(s.replaceAll && s.replaceAll('.', '-'))];",
    ),
    value(
      "date-parse",
      "What does Date.parse make of fractions and zones?",
      "var z = '2018-11-16T13:25:15', o = {}; ['.6Z', '.67Z', '.672Z', '.6721Z', '.672123Z', 'Z', 'z', '', '+01:00'].forEach(function (t) { o[t] = String(Date.parse(z + t)); }); return o;",
    ),
    value(
      "zone",
      "In which time zone does a script run?",
      "return [new Date(0).getTimezoneOffset(), String(new Date(0))];",
    ),
    value("time", "Does the request's time stop the clock?", "return Date.now();", {
      given: { time: "2018-11-16T13:25:15.672Z" },
    }),
    value(
      "http-closed",
      "What does a script see when nothing listens?",
      calling('httpGet("http://127.0.0.1:1/")'),
    ),
    value(
      "http-timeout",
      "What does a script see when the timeout of half a second is over?",
      calling(`httpGet("${NOWHERE}", [], 500)`),
      { varies: true },
    ),
    value(
      "http-default-timeout",
      "How long does a call take at most when the script does not say?",
      `var t = Date.now(); try { httpGet("${NOWHERE}"); } catch (e) {} return Date.now() - t;`,
      { varies: true },
    ),
    value(
      "http-answer",
      "Which fields does an answer have?",
      `var r; try { r = httpGet(${answering}); } catch (e) { return "throws " + e; } var k = []; for (var n in r) k.push(n + ": " + typeof r[n]); return r === null ? "gives null" : k.sort();`,
      { varies: true },
    ),
    value(
      "http-delete",
      "Does httpDelete take (url, headers, timeout)?",
      calling('httpDelete("http://127.0.0.1:1/", [{ key: "a", value: "b" }], 500)'),
    ),
    value(
      "cache-miss",
      "What is a value that the cache does not have?",
      "var v = cache.getIfPresent('sdpx-probe-missing'); return [String(v), typeof v];",
    ),
    value(
      "cache-members",
      "What else can the cache do?",
      "var k = []; for (var n in cache) k.push(n); return [Object.prototype.toString.call(cache), k.sort()];",
    ),
    value(
      "cache-put",
      "Does the cache keep a list, and does the next evaluation see it? (put)",
      "cache.put('sdpx-probe', ['a', 1], 20); return JSON.stringify(cache.getIfPresent('sdpx-probe'));",
      { optional: true },
    ),
    value(
      "cache-scope",
      "Does the cache keep a list, and does the next evaluation see it? (get)",
      "return JSON.stringify(cache.getIfPresent('sdpx-probe'));",
      { optional: true },
    ),
    value(
      "recursion",
      "How deep may functions call each other?",
      "var n = 0; function deeper() { n++; if (n < 20000) deeper(); } try { deeper(); } catch (e) { return [n, String(e).slice(0, 60)]; } return n;",
      { varies: true },
    ),
    raw(
      "size",
      "Is an expression of 100 KB accepted?",
      `/* ${"x".repeat(100_000)} */ return true;`,
    ),
    raw(
      "time-limit",
      "What is the answer when a script runs too long? (at most 7 seconds)",
      "var t = new Date().getTime(); while (new Date().getTime() - t < 7000) {} return true;",
    ),
    value(
      "secret-unresolved",
      "What becomes of a secret that does not exist?",
      'return "%SECRET:sdpx-probe-no-such-secret%".length;',
    ),
    raw("error-null", "The text of a mistake: a member of null", "var x = null; return x.y;"),
    raw("error-undefined", "The text of a mistake: a member of undefined", "var x; return x.y;"),
    raw("error-name", "The text of a mistake: an unknown name", "return nope;"),
    raw("error-call", "The text of a mistake: a call of no function", "var x = {}; return x.f();"),
    raw("error-throw-text", "The text of a thrown text", "throw 'just text';"),
    raw("error-throw-error", "The text of a thrown error", "throw new Error('made by hand');"),
    raw("error-syntax", "The text of a syntax error", "return (;"),
    raw("syntax-class", "Are there classes?", "class A {} return true;"),
    raw("syntax-spread", "Is there spread?", "return [...[1, 2]].length === 2;"),
    raw("syntax-optional", "Is there optional chaining?", "var a = {}; return a?.b === undefined;"),
    raw(
      "syntax-const",
      "Is there const, and arrow functions?",
      "const f = (a) => a; return f(true);",
    ),
    raw("result-number", "The answer for a number in place of a boolean", "return 1;"),
    raw("result-text", "The answer for a text in place of a boolean", "return 'true';"),
    raw("result-nothing", "The answer for nothing in place of a boolean", "var a = 1;"),
    raw("result-list", "The answer for a boolean in place of a list", "return true;", {
      kind: "entitlement",
    }),
    raw("result-hosts", "The answer for a list with a number", "return ['a', 1];", {
      kind: "entitlement",
    }),
    raw("user-scripts", "Is there an endpoint that tests user-claim scripts?", "return { a: 1 };", {
      kind: "user-claim",
    }),
  ];
}

const MARK = "sdpx-probe:";

/** The text that goes to the test endpoint. A value travels in the output, since a condition may only return a boolean. */
export function expressionOf({ how, code }: Question): string {
  if (how === "raw") return code;
  return `var sdpxAnswer; try { sdpxAnswer = (function () { ${code} })(); } catch (e) { sdpxAnswer = "throws " + e; }
console.log("${MARK}" + JSON.stringify(sdpxAnswer)); return true;`;
}

/** Reads the answer back from the output. */
export function valueIn(output: string): { value: unknown } | undefined {
  const line = output.split("\n").find((one) => one.includes(MARK));
  if (line === undefined) return undefined;
  try {
    return { value: JSON.parse(line.slice(line.indexOf(MARK) + MARK.length)) as unknown };
  } catch {
    return { value: line };
  }
}
