import type { Evaluation, EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";
import type { Answer, Case } from "./case.ts";

/**
 * Writes any value as a text that tells apart what JSON does not: `undefined`, `-0`, holes, functions, symbols, wrapper objects.
 * ES5; taken before the case's own code runs, so that a case may change the builtins.
 */
const SHOW = `(function(){var S=String,hasOwn=Object.prototype.hasOwnProperty,tag=Object.prototype.toString,keys=Object.keys,isArray=Array.isArray,call=Function.prototype.call,has=call.bind(hasOwn),tagOf=call.bind(tag),slice=call.bind(S.prototype.slice),at=call.bind(S.prototype.charCodeAt),hex=call.bind(Number.prototype.toString),time=call.bind(Date.prototype.getTime),num=call.bind(Number.prototype.valueOf),str=call.bind(S.prototype.valueOf),bool=call.bind(Boolean.prototype.valueOf),symbol=call.bind(Symbol.prototype.toString);
function quote(s){var r='"',i,c;for(i=0;i<s.length;i++){c=at(s,i);r+=c===34?'\\\\"':c===92?"\\\\\\\\":c>=32&&c<127?s[i]:"\\\\u"+slice("000"+hex(c,16),-4)}return r+'"'}
function show(v,deep){var t=typeof v,i,k,r,n;
if(t==="string")return quote(v);
if(v===0&&1/v<0)return "-0";
if(v===null||t==="undefined"||t==="number"||t==="boolean")return S(v);
if(t==="symbol")return symbol(v);
if(t==="function")return "function "+S(v.name)+"/"+S(v.length);
if(deep>4)return "...";
if(isArray(v)){if(v.length>1000)return "[... "+v.length+"]";r="[";for(i=0;i<v.length;i++)r+=(i?", ":"")+(has(v,i)?show(v[i],deep+1):"<empty>");return r+"]"}
n=slice(tagOf(v),8,-1);
if(n.indexOf(".")>0)return "java "+n;
if(n==="Error")return "Error "+S(v);
if(n==="Date")return "Date "+S(time(v));
if(n==="RegExp")return "RegExp "+S(v);
if(n==="Number")return "Number "+show(num(v),9);
if(n==="String")return "String "+quote(str(v));
if(n==="Boolean")return "Boolean "+S(bool(v));
r=n==="Object"?"{":n+" {";k=keys(v);for(i=0;i<k.length&&i<1000;i++)r+=(i?", ":"")+k[i]+": "+show(v[k[i]],deep+1);return r+"}"}
return show})()`;

/** The text that an engine gets for a case without `as`: lines stay what they are. */
export function wrapped(code: string): string {
  return `var sdpxShow=${SHOW.replace(/\n/g, "")};return {shown:sdpxShow((function(claims){${code}\n})(claims),0)}`;
}

/** What to evaluate for a case. Time stands still, so that answers do not depend on the day. */
export function requestOf(one: Case): EvaluationRequest {
  return {
    // What Nashorn silently gets wrong is asked for here, too: QuickJS must do the same when it is tolerated.
    tolerate: ["*"],
    ...one.given,
    kind: one.as?.kind ?? "user-claim",
    ...(one.as?.type === undefined ? {} : { type: one.as.type }),
    expression: one.as === undefined ? wrapped(one.code) : one.code,
  };
}

/** An evaluation in the words of a case. @param withMessage also says the text of an error */
export function answerOf(one: Case, got: Evaluation, withMessage: boolean): Answer {
  if (got.failure === undefined) {
    const { shown } = (got.result ?? {}) as { shown?: string };
    return { result: one.as === undefined ? String(shown) : JSON.stringify(got.result) };
  }
  const { reason, message } = got.failure;
  const name = /^(?:java|javax|jdk|org\.openjdk)\.[\w.]*\w+/.test(message)
    ? "java"
    : (/^(\w*Error)\b/.exec(message)?.[1] ?? "other");
  return {
    error: reason === "exception" ? name : reason,
    ...(withMessage ? { message } : {}),
  };
}

/** Whether two answers are the same outcome. Errors of a text that does not run count as one with any other error. */
export function agree(nashorn: Answer, other: Answer): boolean {
  if ("result" in nashorn) return "result" in other && nashorn.result === other.result;
  if ("result" in other) return false;
  if (nashorn.message !== undefined && nashorn.message !== other.message) return false;
  // One engine finds an early error while reading, the other while running: a script fails either way.
  const loose = ["syntax", "other", "java", "SyntaxError", "wrong"];
  return (
    nashorn.error === other.error || loose.includes(nashorn.error) || loose.includes(other.error)
  );
}
