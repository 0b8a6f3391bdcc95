// sdpx: entitlement/group-hosts bundle sdpx 0.1.0 sha256:5bbd12422ea859057465d5fe21f36f3ffd1b9ba041415adff857c1c41dec4e10
// Hosts for the groups that the device is in; the table is GROUP_HOSTS in lib/settings.ts. Use as
// script://group-hosts; needs the user-claim script posture.
// When the posture is unavailable: deny.

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
