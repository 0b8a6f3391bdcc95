import { afterEach, describe, expect, it } from "vitest";
import { ManualClock } from "../../base/clock.ts";
import { createAuthority } from "../../base/tls.ts";
import { makeShell, type ServeOptions, type Shell } from "./server.ts";
import { call } from "./test-client.ts";
import { addSharedControls } from "./controls.ts";

const voice = {
  status: (status: number, message: string) => ({ voice: "test", status, message }),
  html: (status: number) => `<html>${status}</html>`,
};

let shell: Shell | undefined;
afterEach(() => shell?.app.close());

async function start(options: ServeOptions = {}): Promise<{ shell: Shell; url: string }> {
  shell = await makeShell(options, voice);
  shell.app.get("/thing", async () => ({ ok: true }));
  shell.app.post("/thing", async (request) => ({ got: request.body }));
  addSharedControls(shell);
  return { shell, url: await shell.open("port") };
}

describe("a stand-in's shell", () => {
  it("journals method, path, decoded query and status, and leaves its own controls out", async () => {
    const { url, shell } = await start({ clock: new ManualClock(5000) });
    await call(`${url}/thing?filter=id%3Din%3D(1,2)`);
    await call(`${url}/nothing`);
    await call(`${url}/stand-in/journal`);
    expect(shell.journal.entries).toEqual([
      { at: 5000, method: "GET", path: "/thing", query: "filter=id=in=(1,2)", status: 200 },
      { at: 5000, method: "GET", path: "/nothing", query: "", status: 404 },
    ]);
    expect(shell.journal.of("GET", "/th*")).toHaveLength(1);
  });

  it("reads forms, and answers broken JSON in the product's words", async () => {
    const { url } = await start();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const sent = await call(`${url}/thing`, { method: "POST", headers: form, body: "a=1&b=x%20y" });
    expect(sent.json()).toEqual({ got: { a: "1", b: "x y" } });
    const json = { "content-type": "application/json" };
    const broken = await call(`${url}/thing`, { method: "POST", headers: json, body: "{oops" });
    expect(broken.status).toBe(400);
    expect(broken.json()).toMatchObject({ voice: "test", status: 400 });
  });

  it("injects a status with Retry-After into so many matching requests and no others", async () => {
    const { url, shell } = await start();
    shell.faults.add({ path: "/th*", kind: "status", status: 429, retryAfterSeconds: 7, times: 2 });
    expect((await call(`${url}/other`)).status).toBe(404);
    const first = await call(`${url}/thing`);
    expect(first.status).toBe(429);
    expect(first.headers["retry-after"]).toBe("7");
    expect(first.json()).toMatchObject({ voice: "test", status: 429 });
    expect((await call(`${url}/thing`)).status).toBe(429);
    expect((await call(`${url}/thing`)).status).toBe(200);
    expect(shell.journal.entries.map(({ fault }) => fault)).toEqual([
      undefined,
      "status",
      "status",
      undefined,
    ]);
  });

  it("injects a proxy's HTML page and a dropped connection", async () => {
    const { url, shell } = await start();
    shell.faults.add({ kind: "html", status: 502 });
    shell.faults.add({ kind: "drop", method: "GET" });
    const page = await call(`${url}/thing`);
    expect(page.status).toBe(502);
    expect(page.headers["content-type"]).toContain("text/html");
    await expect(call(`${url}/thing`)).rejects.toThrow(/other side closed|ECONNRESET|socket/i);
    expect(shell.journal.entries.at(-1)).toMatchObject({ status: 0, fault: "drop" });
    expect((await call(`${url}/thing`)).status).toBe(200);
  });

  it("delays by its clock and counts how many requests were in work at once", async () => {
    const clock = new ManualClock(0);
    const { url, shell } = await start({ clock });
    shell.faults.add({ kind: "delay", delayMs: 60_000, times: 6 });
    let done = 0;
    const calls = Array.from({ length: 6 }, () => call(`${url}/thing`).then(() => (done += 1)));
    while (shell.traffic.figures.now < 6) await new Promise(setImmediate);
    expect(done).toBe(0);
    clock.advance(60_000);
    await Promise.all(calls);
    expect(shell.traffic.figures).toMatchObject({ peak: 6, over: 1, total: 6, limit: 5 });
  });

  it("lets a person add and clear faults, and refuses one that it cannot perform", async () => {
    const { url, shell } = await start();
    const wrong = await call(`${url}/stand-in/faults`, { method: "POST", body: { kind: "melt" } });
    expect(wrong.status).toBe(400);
    expect(wrong.json()).toMatchObject({ error: "bad-input", fix: expect.any(String) });
    const body = { kind: "status", path: "/thing" };
    expect((await call(`${url}/stand-in/faults`, { method: "POST", body })).status).toBe(201);
    expect(shell.faults.waiting).toMatchObject([{ kind: "status", status: 503, left: 1 }]);
    await call(`${url}/stand-in/faults`, { method: "DELETE" });
    expect((await call(`${url}/thing`)).status).toBe(200);
  });

  it("serves HTTPS with a certificate of the authority that it was given", async () => {
    const authority = await createAuthority();
    const { url, shell } = await start({ tls: authority });
    expect(url).toMatch(/^https:/);
    expect(shell.caPem).toBe(authority.certificatePem);
    expect((await call(`${url}/thing`, { caPem: authority.certificatePem })).status).toBe(200);
    await expect(call(`${url}/thing`)).rejects.toThrow(/certificate/);
  });

  it("says which port is taken", async () => {
    const { url } = await start();
    const other = await makeShell({ port: Number(new URL(url).port) }, voice);
    await expect(other.open("--port")).rejects.toMatchObject({ code: "port-taken" });
    await other.app.close();
  });
});
