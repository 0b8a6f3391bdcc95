// sdpx: entitlement/self-service-shortcuts bundle sdpx 0.1.0 sha256:aa8024b774484017bcdf6e0e245750d0b51e2d90e2af5588adbe3c18f33ce57c
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
var SELF_SERVICE_URL = "https://self-service.corp.example/mac";
var GROUP_APPS = {
  engineering: [
    {
      name: "Git",
      url: "https://git.corp.example",
      description: "Source code and reviews",
      colorCode: 4,
      groupName: "Engineering"
    }
  ],
  finance: [
    {
      name: "ERP",
      url: "https://erp.corp.example",
      description: "Orders, invoices and accounts",
      colorCode: 9,
      groupName: "Finance"
    }
  ]
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

// entitlements/self-service-shortcuts.ts
function selfServiceShortcuts(claims) {
  var posture = postureClaim(claims);
  var trusted = posture !== void 0 && posture.known === true && isTrusted(posture);
  var selfService = {
    name: trusted ? "Self Service" : "Fix this Mac",
    url: SELF_SERVICE_URL,
    description: trusted ? "Software, updates and help for this Mac" : "See what this Mac lacks, and put it right to get access back",
    colorCode: trusted ? 4 : 1,
    groupName: "Help"
  };
  if (!posture || !trusted)
    return [selfService];
  return [selfService].concat(forGroups(GROUP_APPS, posture.groups, function(app) {
    return app.name;
  }));
}

return selfServiceShortcuts(claims);
