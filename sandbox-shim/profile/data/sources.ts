/** Public sources, in words. */
export const NASHORN = "OpenJDK Nashorn 15.7 (Maven Central) with --language=es6 --no-java";
export const SPEC = "Appgate SDP admin API specification (appgate/sdp-api-specification)";
export const guide = (page: string) => `Appgate SDP admin guide, "${page}"`;
export const USER_CLAIM_SCRIPTS = "Appgate's published scripts (appgate/sdp-user-claim-scripts)";
export const KVSTORE = "Appgate's published prototype (appgate/sdp-kvstore)";
export const RDP_HOSTS = "Appgate's published script (appgate/sdp-rdphosts)";
export const EXTENSIONS = "Appgate's guidance for extensions (appgate/sdp-extensions)";
export const TERRAFORM = "documentation of Appgate's Terraform provider";
export const OPERATOR = "data of Appgate's Kubernetes operator (appgate/sdp-operator)";
export const NOWHERE = "no public source found";
