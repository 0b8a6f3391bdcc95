// sdpx: entitlement/group-hosts bundle sdpx 0.1.0 sha256:bb0465d110fb3a55750038082aba3ceeec8ead9b8a57c1925c49181ef552a65a
// lib/settings.ts
var GROUP_HOSTS = {
  engineering: ["git.corp.example", "ci.corp.example"],
  finance: ["erp.corp.example"]
};

// lib/claim.ts
function postureClaim(claims) {
  return claims.user.agScripted && claims.user.agScripted.posture || void 0;
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

// entitlements/group-hosts.ts
function groupHosts(claims) {
  var posture = postureClaim(claims);
  if (!posture || posture.known !== true)
    return [];
  return forGroups(GROUP_HOSTS, posture.groups, function(host) {
    return host;
  });
}

return groupHosts(claims);
