import type { Computer } from "../model/computer.ts";
import type { ComputerGroup } from "../model/groups.ts";
import { FILE_VAULT, PROTECT_ATTRIBUTE } from "../model/vocabulary.ts";

/** What a section is made from beside the computer itself. */
export interface SectionContext {
  groupsOf(computerId: number): readonly ComputerGroup[];
  attributes: ReadonlyMap<string, number>;
}

type Section = { key: string; make(computer: Computer, context: SectionContext): unknown };

const iso = (ms: number) => new Date(ms).toISOString();
const empty = (key: string): Section => ({ key, make: () => [] });

/** Sections of computers-inventory by the name in `section=`. Those that hold no posture are there, and empty. */
export const SECTIONS = {
  GENERAL: { key: "general", make: general },
  DISK_ENCRYPTION: { key: "diskEncryption", make: diskEncryption },
  PURCHASING: { key: "purchasing", make: () => ({}) },
  APPLICATIONS: empty("applications"),
  STORAGE: { key: "storage", make: storage },
  USER_AND_LOCATION: { key: "userAndLocation", make: userAndLocation },
  CONFIGURATION_PROFILES: empty("configurationProfiles"),
  PRINTERS: empty("printers"),
  SERVICES: empty("services"),
  HARDWARE: { key: "hardware", make: hardware },
  LOCAL_USER_ACCOUNTS: empty("localUserAccounts"),
  CERTIFICATES: empty("certificates"),
  ATTACHMENTS: empty("attachments"),
  PACKAGE_RECEIPTS: { key: "packageReceipts", make: () => ({}) },
  SECURITY: { key: "security", make: security },
  OPERATING_SYSTEM: { key: "operatingSystem", make: operatingSystem },
  LICENSED_SOFTWARE: empty("licensedSoftware"),
  IBEACONS: empty("ibeacons"),
  SOFTWARE_UPDATES: empty("softwareUpdates"),
  EXTENSION_ATTRIBUTES: { key: "extensionAttributes", make: extensionAttributes },
  CONTENT_CACHING: { key: "contentCaching", make: () => ({}) },
  GROUP_MEMBERSHIPS: { key: "groupMemberships", make: groupMemberships },
  PLUGINS: empty("plugins"),
  FONTS: empty("fonts"),
} as const satisfies Record<string, Section>;
export type SectionName = keyof typeof SECTIONS;

/** Sections that version 3 of computers-inventory no longer has. */
const DROPPED_IN_V3: readonly string[] = ["PLUGINS", "FONTS"] satisfies SectionName[];

/** Whether a version of computers-inventory has this section. */
export function hasSection(text: string, version: number): text is SectionName {
  return Object.hasOwn(SECTIONS, text) && !(version >= 3 && DROPPED_IN_V3.includes(text));
}

/** The record as the API gives it: sections that were not asked for are null. */
export function toInventory(
  computer: Computer,
  sections: readonly SectionName[],
  version: number,
  context: SectionContext,
): Record<string, unknown> {
  const record: Record<string, unknown> = { id: String(computer.id), udid: computer.udid };
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (!hasSection(name, version)) continue;
    const asked = (sections as readonly string[]).includes(name);
    record[section.key] = asked ? section.make(computer, context) : null;
  }
  return record;
}

function general(computer: Computer): object {
  return {
    name: computer.name,
    lastIpAddress: computer.ipAddress,
    lastReportedIp: computer.ipAddress,
    lastReportedIpV4: computer.ipAddress,
    lastReportedIpV6: null,
    jamfBinaryVersion: "11.26.0-t1762781445",
    platform: "Mac",
    barcode1: null,
    barcode2: null,
    assetTag: null,
    remoteManagement: { managed: computer.managed, managementUsername: null },
    supervised: computer.supervised,
    mdmCapable: { capable: computer.managed, capableUsers: [], userManagementInfo: [] },
    reportDate: iso(computer.reportedAt),
    lastContactTime: iso(computer.lastContactAt),
    lastCloudBackupDate: null,
    lastEnrolledDate: iso(computer.enrolledAt),
    mdmProfileExpiration: iso(computer.enrolledAt + 730 * 86_400_000),
    initialEntryDate: iso(computer.enrolledAt).slice(0, 10),
    distributionPoint: null,
    enrollmentMethod: null,
    site: { id: "-1", name: "None" },
    itunesStoreAccountActive: false,
    enrolledViaAutomatedDeviceEnrollment: computer.supervised,
    userApprovedMdm: computer.managed,
    declarativeDeviceManagementEnabled: true,
    extensionAttributes: [],
    managementId: computer.managementId,
    lastLoggedInUsernameSelfService: null,
    lastLoggedInUsernameSelfServiceTimestamp: null,
    lastLoggedInUsernameBinary: computer.username === "" ? null : computer.username,
    lastLoggedInUsernameBinaryTimestamp: iso(computer.lastContactAt),
  };
}

function hardware(computer: Computer): object {
  return {
    make: "Apple",
    model: computer.model,
    modelIdentifier: computer.modelIdentifier,
    serialNumber: computer.serial,
    processorSpeedMhz: 0,
    processorCount: 1,
    coreCount: 8,
    processorType: computer.appleSilicon ? "Apple M3" : "Intel Core i5",
    processorArchitecture: computer.appleSilicon ? "arm64" : "x86_64",
    networkAdapterType: "IEEE80211",
    macAddress: computer.macAddress,
    altNetworkAdapterType: null,
    altMacAddress: null,
    totalRamMegabytes: 16_384,
    batteryCapacityPercent: 96,
    appleSilicon: computer.appleSilicon,
    supportsIosAppInstalls: computer.appleSilicon,
    // On Apple silicon this is not the hardware UUID, and clients that take it for that must fail.
    provisioningUdid: computer.appleSilicon
      ? `00008112-${computer.udid.replaceAll("-", "").slice(0, 16)}`
      : computer.udid,
    extensionAttributes: [],
  };
}

function operatingSystem(computer: Computer): object {
  return {
    name: "macOS",
    version: computer.osVersion,
    build: computer.osBuild,
    supplementalBuildVersion: computer.osBuild,
    rapidSecurityResponse: "",
    activeDirectoryStatus: "Not Bound",
    fileVault2Status: FILE_VAULT[computer.fileVault].osStatus,
    softwareUpdateDeviceId: computer.modelIdentifier,
    extensionAttributes: [],
  };
}

function security(computer: Computer): object {
  return {
    sipStatus: computer.sip,
    gatekeeperStatus: computer.gatekeeper,
    xprotectVersion: "5323",
    autoLoginDisabled: true,
    remoteDesktopEnabled: false,
    activationLockEnabled: false,
    recoveryLockEnabled: false,
    firewallEnabled: computer.firewall,
    secureBootLevel: computer.appleSilicon ? "FULL_SECURITY" : "NOT_SUPPORTED",
    externalBootLevel: "DISALLOW_BOOTING_FROM_EXTERNAL_MEDIA",
    bootstrapTokenAllowed: true,
    bootstrapTokenEscrowedStatus: "ESCROWED",
    attestationStatus: computer.appleSilicon ? "SUCCESS" : "MDA_UNSUPPORTED_HARDWARE",
    lastAttestationAttempt: iso(computer.enrolledAt),
    lastSuccessfulAttestation: computer.appleSilicon ? iso(computer.enrolledAt) : null,
  };
}

function partition(computer: Computer): { state: string; percent: number } {
  return { state: computer.fileVault, percent: FILE_VAULT[computer.fileVault].percent };
}

function diskEncryption(computer: Computer): object {
  const { state, percent } = partition(computer);
  const on = FILE_VAULT[computer.fileVault].on;
  return {
    bootPartitionEncryptionDetails: {
      partitionName: "Macintosh HD (Boot Partition)",
      partitionFileVault2State: state,
      partitionFileVault2Percent: percent,
    },
    individualRecoveryKeyValidityStatus: on ? "VALID" : "NOT_APPLICABLE",
    institutionalRecoveryKeyPresent: false,
    diskEncryptionConfigurationName: null,
    fileVault2Enabled: on,
    fileVault2EnabledUserNames: on && computer.username !== "" ? [computer.username] : [],
    fileVault2EligibilityMessage: "Eligible",
  };
}

function storage(computer: Computer): object {
  const { state, percent } = partition(computer);
  const boot = {
    name: "Macintosh HD (Boot Partition)",
    sizeMegabytes: 494_384,
    availableMegabytes: 250_000,
    partitionType: "BOOT",
    percentUsed: 49,
    fileVault2State: state,
    fileVault2ProgressPercent: percent,
    lvmManaged: false,
  };
  const disk = {
    id: "1",
    device: "disk0",
    model: "APPLE SSD",
    revision: "1",
    serialNumber: computer.serial,
    sizeMegabytes: 500_277,
    smartStatus: "Verified",
    type: "false",
    partitions: [boot],
  };
  return { bootDriveAvailableSpaceMegabytes: boot.availableMegabytes, disks: [disk] };
}

function userAndLocation(computer: Computer): object {
  return {
    username: computer.username,
    realname: computer.realName,
    email: computer.email,
    position: "",
    phone: "",
    departmentId: null,
    buildingId: null,
    room: "",
    extensionAttributes: [],
  };
}

function extensionAttributes(computer: Computer, context: SectionContext): object[] {
  return [...context.attributes].map(([name, definitionId]) => {
    const value = computer.extensionAttributes[name] ?? "";
    return {
      definitionId: String(definitionId),
      name,
      description: null,
      enabled: true,
      multiValue: false,
      values: value === "" ? [] : [value],
      dataType: "STRING",
      options: [],
      inputType: name === PROTECT_ATTRIBUTE ? "SCRIPT" : "TEXT",
    };
  });
}

function groupMemberships(computer: Computer, context: SectionContext): object[] {
  return context.groupsOf(computer.id).map((group) => ({
    groupId: String(group.id),
    groupName: group.name,
    groupDescription: group.description,
    smartGroup: "criteria" in group,
  }));
}
