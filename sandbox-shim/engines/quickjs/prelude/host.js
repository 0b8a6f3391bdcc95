/** What the appliance adds to the language, and how one evaluation begins and ends. */
export default function host(kit) {
  const { g, ask, apply, isArray, tools } = kit;
  const { keys } = kit.raw;
  const S = kit.text;
  const put = (object, name, value) =>
    kit.define(object, name, {
      __proto__: null,
      value,
      writable: true,
      enumerable: false,
      configurable: true,
    });
  const give = (object, methods) => {
    for (const name of kit.ownNames(methods)) {
      kit.settle(methods[name], name, methods[name].length);
      put(object, name, methods[name]);
    }
  };
  const line = (values) => {
    let text = "";
    for (let i = 0; i < values.length; i++) text += (i ? " " : "") + show(values[i]);
    return text;
  };
  const show = (value) => (typeof value === "symbol" ? kit.describe(value) : S(value));
  // Every run begins with the same memory, so also with the same state of a random generator: take the outside's.

  const http = (method, url, body, contentType, headers, timeoutMs) =>
    ask("http", kit.bare({ method, url, body, contentType, headers, timeoutMs }));
  give(g.Math, {
    random() {
      return ask("random");
    },
  });
  give(g, {
    httpGet(url, headers, timeoutMs) {
      return http("GET", url, undefined, undefined, headers, timeoutMs);
    },
    httpDelete(url, headers, timeoutMs) {
      return http("DELETE", url, undefined, undefined, headers, timeoutMs);
    },
    httpPost(url, body, contentType, headers, timeoutMs) {
      return http("POST", url, body, contentType, headers, timeoutMs);
    },
    httpPut(url, body, contentType, headers, timeoutMs) {
      return http("PUT", url, body, contentType, headers, timeoutMs);
    },
    print() {
      ask("print", line(arguments));
    },
    auditLog(text) {
      ask("auditLog", show(text));
    },
    btoa(text) {
      return ask("btoa", S(text));
    },
    atob(text) {
      return ask("atob", S(text));
    },
  });
  const cache = {};
  give(cache, {
    getIfPresent(key) {
      return ask("cacheGet", S(key));
    },
    put(key, value, ttlSeconds) {
      const json = kit.stringify(value);
      if (json === undefined)
        throw kit.plainError(
          "cache.put: the value is not a string, number, boolean, array or object",
        );
      ask("cachePut", S(key), json, kit.number(ttlSeconds));
    },
  });
  put(g, "cache", cache);
  const console = {};
  give(console, {
    log() {
      ask("print", line(arguments));
    },
  });
  put(g, "console", console);

  const { indexOf } = g.Array.prototype;
  const lists = (object) => {
    if (isArray(object))
      give(object, {
        containsText(text) {
          return apply(indexOf, this, [S(text)]) >= 0;
        },
      });
    for (const name of keys(object)) {
      const value = object[name];
      if (value !== null && typeof value === "object") lists(value);
    }
  };
  let given;
  const begin = (text) => {
    const settings = kit.parse(text);
    kit.settings = settings;
    const { claims, passwordMinutesAgo: ages } = settings;
    lists(claims);
    if (settings.helpers.network) {
      give(claims.system, {
        isClientInNetwork(cidr) {
          return ask("inNetwork", S(cidr), [this.clientSrcIP]);
        },
      });
      give(claims.device, {
        isClientInNetwork(cidr) {
          return ask("inNetwork", S(cidr), isArray(this.clientIPs) ? this.clientIPs : []);
        },
      });
    }
    if (settings.helpers.password)
      give(claims.user, {
        hasPassword(suffix, minutes) {
          return kit.hasOwn(ages, suffix) && ages[suffix] <= kit.number(minutes);
        },
      });
    given = settings.hostObjects ? tools.hostObject(claims) : claims;
    // The product calls the script with them; they must come from somewhere that the script sees, too.
    put(g, "claims", given);
  };

  const thrown = (error) => {
    let text;
    try {
      text = show(error);
    } catch {
      text = "an object that cannot be shown";
    }
    const engine = kit.isError(error) && kit.protoOf(error) === kit.internalError;
    // Errors of the engine's own making have the stack in themselves; their words are not the appliance's yet.
    const raw = kit.isError(error) && kit.own(error, "stack") !== undefined;
    return kit.stringify(
      kit.bare({ thrown: kit.bare({ text, stack: kit.stackOf(error), engine, raw }) }),
    );
  };
  const typeOf = (value) => {
    if (value === null || value === undefined) return "null";
    switch (typeof value) {
      case "boolean":
        return "Boolean";
      case "string":
        return "String";
      case "number":
        return value === (value | 0) && !(value === 0 && 1 / value < 0) ? "Integer" : "Double";
      case "function":
        return "function";
      case "symbol":
        return "Symbol";
    }
    if (isArray(value)) return "list";
    const tag = kit.slice(kit.rawTag(value), 8, -1);
    return tag === "Object" ? "object" : tag;
  };
  const finish = (main) => {
    let value;
    try {
      value = main(given);
    } catch (error) {
      return thrown(error);
    }
    const type = typeOf(value);
    if (type !== "Boolean" && type !== "list" && type !== "object")
      return kit.stringify(kit.bare({ type }));
    try {
      return kit.stringify(kit.bare({ type, json: kit.stringify(value) }));
    } catch (error) {
      return kit.stringify(kit.bare({ type, problem: show(error) }));
    }
  };
  return [begin, finish];
}
