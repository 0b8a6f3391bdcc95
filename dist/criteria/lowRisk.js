// sdpx: criteria/lowRisk bundle sdpx 0.1.0 sha256:753c31f3e994cc484d727c10d041cb407b1c8d588b11583afc46e0d3429d6312
// The device is compliant, its risk is LOW or less, and the posture cache could confirm that
// lately. Use as lowRisk(claims) in a policy; needs the user-claim script posture.
// When the posture is unavailable: deny.

// lib/risk.ts
var RISKS = ["SECURE", "LOW", "MEDIUM", "HIGH"];
function isRisk(value) {
  return typeof value === "string" && RISKS.indexOf(value) >= 0;
}
function atMost(risk, limit) {
  return isRisk(risk) && RISKS.indexOf(risk) <= RISKS.indexOf(limit);
}

// lib/settings.ts
var MAX_RISK = "LOW";

// lib/claim.ts
function postureClaim(claims) {
  return claims.user.agScripted && claims.user.agScripted.posture || void 0;
}
function isTrusted(posture) {
  return posture.compliant === true && posture.stale === false && atMost(posture.risk, MAX_RISK);
}

// criteria/low-risk.ts
function lowRisk(claims) {
  var posture = postureClaim(claims);
  return posture !== void 0 && posture.known === true && isTrusted(posture);
}

return lowRisk(claims);
