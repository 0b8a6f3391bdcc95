// sdpx: criteria/lowRisk bundle sdpx 0.1.0 sha256:bf30e370bc6503974f61e94224403745aedb5c5acfafa16abbc4c2bbf08b8c07
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
