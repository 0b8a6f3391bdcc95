import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { folderWith, ROOT, sdpx } from "./sdpx.ts";

const CLAIMS = JSON.stringify({
  userClaims: {
    agScripted: { posture: { known: true, risk: "LOW", compliant: true, stale: false } },
  },
});

test("a TypeScript source is built and evaluated, and the answer has the Controller's shape", async () => {
  const folder = await folderWith({ "claims.json": CLAIMS });
  const { code, stdout } = await sdpx([
    "run",
    "criteria/low-risk.ts",
    "--claims",
    `${folder}/claims.json`,
    "--json",
  ]);

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    result: true,
    output: "",
    executionMs: expect.any(Number),
  });
});

test("a hand-written expression runs with stubs, a secret and a clock", async () => {
  const folder = await folderWith({
    "old.js": [
      "var r = httpGet('https://api.example.com/u', [{key: 'X-Token', value: '%SECRET:API%'}]);",
      "console.log('asked', r.statusCode, '%SECRET:API%');",
      "return JSON.parse(r.data).ok && new Date().getUTCFullYear() === 2031;",
    ].join("\n"),
    "stubs.json": JSON.stringify([{ url: "https://api.example.com/*", data: { ok: true } }]),
  });
  const { code, stdout } = await sdpx(
    [
      ...["run", `${folder}/old.js`, "--kind", "condition", "--http", `${folder}/stubs.json`],
      ...["--secret", "API=env:TOKEN", "--time", "2031-05-01T00:00:00Z", "--json"],
    ],
    { env: { TOKEN: "s3cret-value" } },
  );

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    result: true,
    output: expect.stringContaining("asked 200 %SECRET:API%"),
  });
  expect(stdout).not.toContain("s3cret-value");
});

/** What goes in, which exit code comes out, and what the message must say. */
const BAD: [
  what: string,
  files: Record<string, string>,
  args: string[],
  code: number,
  says: string[],
][] = [
  [
    "a claim file that is not there",
    {},
    ["run", "criteria/low-risk.ts", "--claims", "nowhere.json"],
    99,
    ["claim file does not exist", "nowhere.json"],
  ],
  [
    "a claim file that is not JSON",
    { "c.json": '{"userClaims": {,}}' },
    ["run", "criteria/low-risk.ts", "--claims", "@/c.json"],
    99,
    ["not valid JSON", "c.json:1:17"],
  ],
  [
    "a claim file with an unknown field",
    { "c.json": '{"userclaims": {}}' },
    ["run", "criteria/low-risk.ts", "--claims", "@/c.json"],
    99,
    ["claim file", "userclaims"],
  ],
  [
    "a script of no known kind",
    { "s.js": "return true;" },
    ["run", "@/s.js"],
    99,
    ["which kind", "--kind"],
  ],
  [
    "a script that throws",
    { "s.js": "\nnull.x;" },
    ["run", "@/s.js", "--kind", "criteria"],
    1,
    ["s.js:2", "[exception]"],
  ],
  [
    "a script that is no JavaScript",
    { "s.js": "return tru e;" },
    ["run", "@/s.js", "--kind", "criteria"],
    1,
    ["s.js:1", "[syntax]"],
  ],
  [
    "a script with a construct that the appliance lacks",
    { "s.js": "return claims?.user;" },
    ["run", "@/s.js", "--kind", "criteria"],
    1,
    ["?.", "a && a.b"],
  ],
  [
    "a script that returns the wrong type",
    { "s.js": "return 'yes';" },
    ["run", "@/s.js", "--kind", "criteria"],
    1,
    ["Expression does not return boolean. Received: String"],
  ],
  [
    "a script that recurses for ever",
    { "s.js": "function f(){return f()+1} return f();" },
    ["run", "@/s.js", "--kind", "criteria"],
    1,
    ["stack"],
  ],
  [
    "a call that no stub answers",
    { "s.js": "return httpGet('http://a.example/').statusCode === 200;" },
    ["run", "@/s.js", "--kind", "condition"],
    1,
    ["http://a.example/", "[no-stub]"],
  ],
  [
    "a secret that is not given",
    { "s.js": "return '%SECRET:T%' !== '';" },
    ["run", "@/s.js", "--kind", "condition"],
    1,
    ["T", "[secret]"],
  ],
  ["an unknown command", {}, ["deploy"], 99, ["deploy", "sdpx --help"]],
  ["an unknown option", {}, ["run", "--frobnicate"], 99, ["--frobnicate"]],
];

test.for(BAD)(
  "%s: one clear message, a documented exit code, no stack",
  async ([, files, args, code, says]) => {
    const folder = await folderWith(files);
    const ended = await sdpx(args.map((arg) => arg.replace("@/", `${folder}/`)));
    const shown = ended.stdout + ended.stderr;

    expect({ code: ended.code, shown }).toEqual({ code, shown: expect.stringContaining("✘") });
    for (const text of says) expect(shown).toContain(text);
    expect(shown).not.toMatch(/^\s+at .*(node:|\.ts:\d+:\d+\))/m);
  },
);

test("a script that loops is stopped after five seconds of its own", async () => {
  const folder = await folderWith({ "s.js": "while (true) {} return true;" });
  const { code, stdout } = await sdpx(["run", `${folder}/s.js`, "--kind", "criteria"]);

  expect(code).toBe(1);
  expect(stdout).toContain("[timeout]");
});

test("a batch answers in order, each line in isolation, and says which lines were no requests", async () => {
  const lines = [
    { id: "a", kind: "criteria", expression: "leak = 1; return typeof leak === 'number';" },
    { id: "b", kind: "criteria", expression: "return typeof leak === 'undefined';" },
    {
      id: "c",
      kind: "user-claim",
      expression: "return { n: claims.user.n };",
      userClaims: { n: 3 },
    },
    { id: "d", kind: "criteria", expression: "return 1;" },
    { id: "e", kind: "criteria", expression: "while(true){}", stubs: [] },
    { id: "f", kind: "entitlement", type: "host", expression: "return ['a.example'];" },
  ].map((line) => JSON.stringify(line));
  const { code, stdout, stderr } = await sdpx(["run", "--batch", "-"], {
    stdin: [...lines, "oops"].join("\n"),
  });
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  expect(answers.map(({ id, result, error }) => [id, result ?? error])).toEqual([
    ["a", true],
    ["b", true],
    ["c", { n: 3 }],
    ["d", expect.stringContaining("Expression does not return boolean")],
    ["e", expect.any(String)],
    ["f", ["a.example"]],
    [undefined, expect.stringContaining("not valid JSON")],
  ]);
  expect(code).toBe(99);
  expect(stderr).toContain("1 of 7 lines");
});

test("a reader that closes the pipe ends the command without a word", async () => {
  const line = JSON.stringify({ kind: "criteria", expression: "return true;" });
  const folder = await folderWith({ "many.ndjson": `${line}\n`.repeat(5000) });
  const child = spawn(
    process.execPath,
    [`${ROOT}scripts/sdpx.js`, "run", "--batch", `${folder}/many.ndjson`],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("close", resolve));

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
