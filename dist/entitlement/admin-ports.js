// sdpx: entitlement/admin-ports bundle sdpx 0.1.0 sha256:48fb06bd0dacd1c7bfabe9376f841dd784c7ff088f94934a4e704ff32c3615d2
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
var GROUP_ADMIN_PORTS = {
  engineering: ["22"],
  "it-support": ["22", "3389", "5900"]
};

// lib/claim.ts
function postureClaim(claims) {
  return claims.user.agScripted && claims.user.agScripted.posture || void 0;
}
function isTrusted(posture) {
  return posture.compliant === true && posture.stale === false && atMost(posture.risk, MAX_RISK);
}

// lib/groups.ts
function forGroups(table, groups, key) {
  var found = [];
  var seen = {};
  if (!groups)
    return found;
  for (var i = 0; i < groups.length; i += 1) {
    var group = String(groups[i]);
    var things = Object.prototype.hasOwnProperty.call(table, group) ? table[group] || [] : [];
    for (var _i = 0, things_1 = things; _i < things_1.length; _i++) {
      var thing = things_1[_i];
      var name = "=" + key(thing);
      if (seen[name])
        continue;
      seen[name] = true;
      found.push(thing);
    }
  }
  return found;
}

// entitlements/admin-ports.ts
function adminPorts(claims) {
  var posture = postureClaim(claims);
  if (!posture || posture.managed !== true || !isTrusted(posture))
    return [];
  return forGroups(GROUP_ADMIN_PORTS, posture.groups, function(port) {
    return port;
  });
}

return adminPorts(claims);
