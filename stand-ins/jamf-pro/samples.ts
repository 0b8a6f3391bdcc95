import type { ComputerSeed } from "./model/computer.ts";
import type { ComputerGroupInput } from "./model/groups.ts";
import { PROTECT_ATTRIBUTE } from "./model/vocabulary.ts";

/** The built-in analytic of Jamf Protect that its documentation uses to try out risk signalling. */
export const TEST_ANALYTIC = "FlashDownloadNotSignedByAdobe";

/** Groups of a person's stand-in. Their order gives their ids: 1, 2, 3, 4. */
export const SAMPLE_GROUPS: readonly ComputerGroupInput[] = [
  {
    name: "All Managed Clients",
    criteria: [{ name: "Managed", searchType: "is", value: "Managed" }],
  },
  {
    name: "Compliant Macs",
    description: "FileVault on, SIP on, a supported macOS",
    criteria: [
      { name: "FileVault 2 Partition Encryption State", searchType: "is", value: "Encrypted" },
      { name: "System Integrity Protection", searchType: "is", value: "Enabled" },
      { name: "Operating System Version", searchType: "greater than or equal", value: "15.0" },
    ],
  },
  {
    name: "Jamf Protect - Threat Detected",
    description: "Jamf Protect left the identifier of an analytic on the Mac",
    criteria: [{ name: PROTECT_ATTRIBUTE, searchType: "like", value: TEST_ANALYTIC }],
  },
  {
    name: "Engineering Macs",
    criteria: [{ name: "Department", searchType: "is", value: "Engineering" }],
  },
];

/** Computers of a person's stand-in: three healthy ones, one without FileVault, one that is not managed any more. */
export const SAMPLE_COMPUTERS: readonly ComputerSeed[] = [
  { department: "Engineering" },
  { department: "Engineering" },
  { department: "Finance" },
  { department: "Finance", fileVault: "UNENCRYPTED", osVersion: "14.7.1", osBuild: "23H222" },
  { department: "Sales", managed: false, compliance: "NON_COMPLIANT" },
];
