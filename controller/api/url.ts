/** Where the admin API listens since version 5.3 of the product. */
const ADMIN_PORT = "8443";
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Makes one form of what people write for a Controller: adds https, port 8443 and the path /admin.
 * Plain http is for this machine only: a login carries a password.
 */
export function normaliseUrl(text: string): { url: string } | { problem: string } {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  let parsed: URL;
  try {
    parsed = new URL(withScheme);
  } catch {
    return { problem: "is not a URL; write https://controller.example.com:8443/admin" };
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return { problem: "holds a user name or a password; give those in their own variables" };
  }
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    return { problem: `has the scheme ${parsed.protocol}// but only https:// is spoken` };
  }
  if (parsed.protocol === "http:" && !LOCAL.has(parsed.hostname)) {
    return {
      problem:
        "is http:// to another machine; a login would send the password in the clear, use https://",
    };
  }
  if (parsed.search !== "" || parsed.hash !== "")
    return { problem: "has a query or a fragment; remove it" };
  const path = parsed.pathname.replace(/\/+$/, "");
  if (path !== "" && path !== "/admin") {
    return { problem: `has the path ${path}; the admin API lives under /admin` };
  }
  // URL drops a port that is the scheme's default, yet ":443" written out means 443.
  const written = /^[a-z]+:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(withScheme)?.[1];
  return { url: `${parsed.protocol}//${parsed.hostname}:${written ?? ADMIN_PORT}/admin` };
}
