import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { newQuickJSWASMModuleFromVariant, RELEASE_SYNC } from "quickjs-emscripten";
import { passGate, type Passage } from "../../gate/check.ts";
import { askingOver } from "./bridge.ts";
import type { Population, WorkerMessage, WorkerStart } from "./messages.ts";
import { Machine } from "./machine.ts";
import { runJob } from "./run.ts";

/** The thread in which scripts run: one job at a time, each from the same beginning. */
const MOST_REMEMBERED = 64;

if (parentPort === null) throw new Error("this file is the start of a worker thread");
const parent = parentPort;
const { signal, port } = workerData as WorkerStart & { port: MessagePort };
const ask = askingOver(port, signal);
const post = (message: WorkerMessage) => {
  parent.postMessage(message);
};

/** The same text is checked once: a case file or a batch runs it many times. */
const remembered = new Map<string, Passage>();
function check(text: string): Passage {
  const known = remembered.get(text);
  if (known) return known;
  const passage = passGate(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, passage);
  return passage;
}

const machine = new Machine(await newQuickJSWASMModuleFromVariant(RELEASE_SYNC));
parent.on("message", ({ job, claims }: Population) => {
  try {
    for (const one of claims)
      post({ type: "outcome", outcome: runJob(machine, { ...job, claims: one }, ask, check) });
  } catch (error) {
    post({ type: "crash", message: error instanceof Error ? error.message : String(error) });
  }
});
post({ type: "ready" });
