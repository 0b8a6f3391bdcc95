/** What a webhook event of Jamf Pro means to the cache. */
type Handling =
  /** Smart group of computers: read its membership again. */
  | "group"
  /** Something about a computer: read its record again. */
  | "computer"
  /** The server restarted: events may have been missed, read everything again. */
  | "sync"
  /** Nothing that posture is made of. */
  | "unused";

/**
 * Every event that Jamf Pro can send (Settings > Global > Webhooks). One registry, so that an unknown name is an error to tell the
 * sender about and not silence. Check-ins carry no posture, and every Mac sends one each quarter of an hour.
 */
export const WEBHOOK_EVENTS = {
  ComputerAdded: "computer",
  ComputerCheckIn: "unused",
  ComputerInventoryCompleted: "computer",
  ComputerPatchPolicyCompleted: "unused",
  ComputerPolicyFinished: "unused",
  ComputerPushCapabilityChanged: "computer",
  DeviceAddedToDEP: "unused",
  DeviceRateLimited: "unused",
  JSSShutdown: "unused",
  JSSStartup: "sync",
  MobileDeviceCheckIn: "unused",
  MobileDeviceCommandCompleted: "unused",
  MobileDeviceEnrolled: "unused",
  MobileDeviceInventoryCompleted: "unused",
  MobileDevicePushSent: "unused",
  MobileDeviceUnEnrolled: "unused",
  PatchSoftwareTitleUpdated: "unused",
  PushSent: "unused",
  RestAPIOperation: "unused",
  SCEPChallenge: "unused",
  SmartGroupComputerMembershipChange: "group",
  SmartGroupMobileDeviceMembershipChange: "unused",
  SmartGroupUserMembershipChange: "unused",
} as const satisfies Record<string, Handling>;

export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;

export function isWebhookEvent(name: string): name is WebhookEvent {
  return Object.hasOwn(WEBHOOK_EVENTS, name);
}
