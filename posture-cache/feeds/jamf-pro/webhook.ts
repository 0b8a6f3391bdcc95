import { createHash } from "node:crypto";
import { z } from "zod";
import { type Policy, watchedGroups } from "../../model/policy.ts";
import type { NewWork, Work } from "../../store/store.ts";
import { isWebhookEvent, WEBHOOK_EVENTS } from "./events.ts";

/** A webhook's meaning: work to store, nothing to do, or a body that cannot be accepted. */
export type WebhookReading =
  | { kind: "work"; event: string; work: NewWork }
  | { kind: "unused"; event: string; reason: string }
  | { kind: "unknown-event"; event: string }
  | { kind: "malformed"; list: readonly string[] };

const id = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d+$/, "a number is expected")])
  .transform(String);

const envelopeSchema = z.object({
  webhook: z.object({
    id,
    webhookEvent: z.string().min(1).max(100),
    eventTimestamp: z.number().nonnegative(),
  }),
  event: z.record(z.string(), z.unknown()),
});

/** The group's id is `jssid`; catalogues and older servers spell it `jssID`. */
const groupSchema = z
  .object({
    jssid: id.optional(),
    jssID: id.optional(),
    computer: z.boolean().optional(),
    groupAddedDevicesIds: z.array(id).default([]),
    groupRemovedDevicesIds: z.array(id).default([]),
  })
  .transform((group, context) => {
    const groupId = group.jssid ?? group.jssID;
    if (groupId === undefined) {
      context.addIssue({ code: "custom", path: ["jssid"], message: "the group's id is missing" });
      return z.NEVER;
    }
    return { ...group, groupId };
  });

/** Computer events are flat in most versions and have a `computer` object in others. */
const computerSchema = z.union([
  z.object({ jssID: id }),
  z.object({ computer: z.object({ jssID: id }) }).transform(({ computer }) => computer),
]);

/** Reads the body of a Jamf Pro webhook. `now` (epoch milliseconds) bounds the sender's time, which orders events. */
export function readWebhook(body: unknown, policy: Policy, now: number): WebhookReading {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return malformed(envelope.error, "");
  const { webhook, event } = envelope.data;
  const name = webhook.webhookEvent;
  if (!isWebhookEvent(name)) return { kind: "unknown-event", event: name };
  const unused = (reason: string) => ({ kind: "unused" as const, event: name, reason });
  const at = Math.min(milliseconds(webhook.eventTimestamp), now);

  let work: Work;
  switch (WEBHOOK_EVENTS[name]) {
    case "unused":
      return unused("the event tells nothing about a computer's posture");
    case "sync":
      work = { kind: "sync" };
      break;
    case "computer": {
      const computer = computerSchema.safeParse(event);
      if (!computer.success) return malformed(computer.error, "event");
      work = { kind: "computer", jamfId: computer.data.jssID };
      break;
    }
    case "group": {
      const group = groupSchema.safeParse(event);
      if (!group.success) return malformed(group.error, "event");
      // Computers and mobile devices are numbered apart: an id of one must never be taken for the other.
      if (group.data.computer === false) return unused("the group is not one of computers");
      const { groupId } = group.data;
      if (!watchedGroups(policy).includes(groupId)) {
        return unused(`smart group ${groupId} is not configured`);
      }
      work = {
        kind: "group",
        groupId,
        added: unique(group.data.groupAddedDevicesIds),
        removed: unique(group.data.groupRemovedDevicesIds),
        at,
      };
      break;
    }
  }
  const key = `webhook:${deliveryKey(webhook.id, name, webhook.eventTimestamp, work)}`;
  return { kind: "work", event: name, work: { work, key, dueAt: now } };
}

/** Jamf Pro sends no delivery id, so a delivery is known by what it says. */
function deliveryKey(webhookId: string, event: string, timestamp: number, work: Work): string {
  return createHash("sha256")
    .update(JSON.stringify([webhookId, event, timestamp, { ...work, at: undefined }]))
    .digest("hex");
}

/** Milliseconds since Jamf Pro 10.12; samples in seconds are still about. */
function milliseconds(timestamp: number): number {
  return timestamp < 1e12 ? timestamp * 1000 : timestamp;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => Number(a) - Number(b));
}

function malformed(error: z.ZodError, prefix: string): WebhookReading {
  const list = error.issues.map((issue) => {
    const path = [...(prefix === "" ? [] : [prefix]), ...issue.path.map(String)].join(".");
    return path === "" ? issue.message : `${path}: ${issue.message}`;
  });
  return { kind: "malformed", list };
}
