import type { Work } from "../../store/store.ts";
import { commitSightings, type FeedContext } from "./context.ts";
import { isNotFound } from "./group.ts";

type RecheckWork = Extract<Work, { kind: "recheck" }>;

/**
 * Reads a group again for devices in doubt, or whose raise expires. Only an answer changes anything: while Jamf Pro
 * cannot be read the error is thrown, the work stays and so does the raise. A group that no longer exists ends
 * a raise only at its expiry, because an accidental deletion must not open doors.
 */
export async function handleRecheck(
  context: FeedContext,
  id: number,
  work: RecheckWork,
): Promise<void> {
  const { client, clock, logger } = context;
  const { groupId, serials, expiry } = work;
  const at = clock.now();
  let members: ReadonlySet<string> | undefined;
  try {
    members = await client.groupMembers(groupId);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    logger.error({ groupId }, "Jamf Pro has no such smart group");
    if (expiry) members = new Set();
  }
  const sightings = members === undefined ? [] : serials;
  await commitSightings(
    context,
    sightings.map((serial) => ({
      serial,
      observe(device) {
        // A deleted computer is in no group; that alone does not end a threat before its time.
        if (device === undefined || (device.gone && !expiry)) return { observations: [] };
        const member = device.jamfId !== null && (members?.has(device.jamfId) ?? false);
        return { observations: [{ kind: "memberships", at, groups: { [groupId]: { member } } }] };
      },
    })),
    { cause: expiry ? `expiry of group ${groupId}` : `recheck of group ${groupId}`, done: [id] },
  );
}
