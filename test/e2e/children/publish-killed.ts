import { readFile } from "node:fs/promises";
import { systemClock } from "../../../base/clock.ts";
import { createControllerClient } from "../../../controller/api/index.ts";
import type { ControllerClient, ControllerSettings } from "../../../controller/api/index.ts";
import { applyPlan } from "../../../controller/publish/index.ts";
import type { Plan } from "../../../controller/publish/index.ts";
import { diskJournal } from "../../../scripts/publish/runs.ts";

/**
 * Applies a plan and ends itself with SIGKILL at the n-th of these points, counted over the whole run: after the
 * intent is on disk, after the write was answered, after the result is on disk.
 */
export interface KilledInput {
  settings: ControllerSettings;
  plan: Plan;
  state: string;
  run: string;
  killAt: number;
}

const input = JSON.parse(await readFile(process.argv[2] ?? "", "utf8")) as KilledInput;
let points = 0;
const point = () => {
  points += 1;
  if (points === input.killAt) process.kill(process.pid, "SIGKILL");
};
const client = createControllerClient(input.settings, { clock: systemClock });
const dying: ControllerClient = {
  ...client,
  async create(kind, body) {
    const made = await client.create(kind, body);
    point();
    return made;
  },
  async update(kind, id, body) {
    const made = await client.update(kind, id, body);
    point();
    return made;
  },
  async delete(kind, id) {
    await client.delete(kind, id);
    point();
  },
};
const journal = diskJournal(input.state, input.run, systemClock);
await applyPlan(input.plan, dying, {
  clock: systemClock,
  journal: {
    ...journal,
    async before(step, index) {
      await journal.before(step, index);
      point();
    },
    async after(result) {
      await journal.after(result);
      point();
    },
  },
});
await client.close();
