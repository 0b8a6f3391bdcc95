import { REMOVED_MEMBERS } from "../../profile/removed.ts";

/**
 * What runs in the sandbox before the script: it takes away what the appliance's engine lacks, puts in what the
 * appliance adds, and gives back a function that runs the script and describes what came out.
 * Whatever can be decided outside is decided outside and reached through `host(name, argumentsAsJson)`, which answers JSON: `{value}` or `{throws}`.
 */
export type HostCall =
  | "http"
  | "cacheGet"
  | "cachePut"
  | "print"
  | "auditLog"
  | "btoa"
  | "atob"
  | "inNetwork"
  | "parseDate"
  | "random";

/** What the prelude is told about the evaluation. */
export interface PreludeSettings {
  claims: { user: object; device: object; system: object };
  helpers: { network: boolean; password: boolean };
  passwordMinutesAgo: Readonly<Record<string, number>>;
  timeMs: number | null;
}

/** What the script's runner gives back, as JSON. */
export type PreludeResult =
  | { type: string; json?: string; problem?: string }
  | { thrown: { text: string; stack: string; engine: boolean } };

const deletions = REMOVED_MEMBERS.map(({ owner, names }) => `[${owner},"${names}"]`).join(",");

/** Local time is UTC: the result must not depend on where a case runs, and the appliance's zone is not documented. */
const LOCAL_FIELDS = "Date Day FullYear Hours Milliseconds Minutes Month Seconds";

export const PRELUDE = `(function(host){
"use strict";
const g=globalThis,{parse,stringify}=JSON,{isArray}=Array,O=Object,{defineProperty,getPrototypeOf,setPrototypeOf,keys}=O,E=Error,T=TypeError,S=String,D=Date,I=InternalError;
const {construct,apply}=Reflect,tag=O.prototype.toString;
let settings;
const own=O.prototype.hasOwnProperty,hasOwn=(o,k)=>apply(own,o,[k]),bare=o=>setPrototypeOf(o,null);
const ask=(name,...args)=>{const a=parse(host(name,stringify(bare(args))));if(hasOwn(a,"throws"))throw new E(a.throws);return a.value};
const put=(o,name,value)=>defineProperty(o,name,{value,writable:true,configurable:true,enumerable:false});
for(const [o,names] of [${deletions}])for(const n of names.split(" "))delete o[n];
const text=v=>v===undefined?"undefined":S(v);
put(String.prototype,"startsWith",function startsWith(p,at){return S(this).substr(at|0,text(p).length)===text(p)});
put(String.prototype,"endsWith",function endsWith(p){if(arguments.length!==1)throw new T("endsWith takes one argument here: it is Java's");const s=S(this),t=text(p);return s.length>=t.length&&s.slice(s.length-t.length)===t});
put(String.prototype,"repeat",function repeat(n){n=+n|0;if(n<0)throw new E("java.lang.IllegalArgumentException: count is negative: "+n);let r="",s=S(this);for(;n>0;n>>=1,s+=s)if(n&1)r+=s;return r});
for(const n of ["keys","getPrototypeOf"]){const f=O[n];put(O,n,({[n](o){if(o===null||typeof o!=="object"&&typeof o!=="function")throw new T(text(o)+" is not an Object");return f(o)}})[n])}
const P=D.prototype,now=()=>settings.timeMs===null?D.now():settings.timeMs;
for(const n of "${LOCAL_FIELDS}".split(" ")){P["get"+n]=P["getUTC"+n];if(n!=="Day")P["set"+n]=P["setUTC"+n]}
for(const [n,v] of [["getTimezoneOffset",function getTimezoneOffset(){return isNaN(this.getTime())?NaN:0}],["toString",function toString(){const t=this.getTime();return t!==t?"Invalid Date":this.toUTCString().replace(/^(...), (..) (...) (-?[0-9]+) (.*) GMT$/,"$1 $3 $2 $4 $5 GMT+0000 (UTC)")}],["toDateString",function toDateString(){return S(this).slice(0,15)}],["toTimeString",function toTimeString(){return S(this).slice(16)}]])put(P,n,v);
const utc=D.UTC,read=s=>{const v=ask("parseDate",S(s));return v===null?NaN:v};
function Dt(...a){if(!new.target)return S(construct(D,[now()]));
let v=a[0];if(a.length===0)v=now();else if(a.length>1)v=utc(...a);else{if(v instanceof D)v=v.getTime();else if(v!==null&&typeof v==="object")v=v[Symbol.toPrimitive]?v[Symbol.toPrimitive]("default"):(p=>p!==null&&typeof p==="object"?S(v):p)(v.valueOf());if(typeof v==="string")v=read(v)}
return construct(D,[v],new.target)}
defineProperty(Dt,"name",{value:"Date"});defineProperty(Dt,"length",{value:7});
defineProperty(Dt,"prototype",{value:P,writable:false});
put(Dt,"UTC",utc);put(Dt,"now",function(){return now()});put(Dt,"parse",function parse(s){return read(s)});
put(P,"constructor",Dt);put(g,"Date",Dt);
// Every run begins with the same memory, so also with the same state of a random generator: take the outside's.
put(Math,"random",function random(){return ask("random")});
const http=(method,url,body,contentType,headers,timeoutMs)=>ask("http",bare({method,url,body,contentType,headers,timeoutMs}));
put(g,"httpGet",function httpGet(u,h,t){return http("GET",u,undefined,undefined,h,t)});
put(g,"httpDelete",function httpDelete(u,h,t){return http("DELETE",u,undefined,undefined,h,t)});
put(g,"httpPost",function httpPost(u,b,c,h,t){return http("POST",u,b,c,h,t)});
put(g,"httpPut",function httpPut(u,b,c,h,t){return http("PUT",u,b,c,h,t)});
const cache={};
put(cache,"getIfPresent",function getIfPresent(k){return ask("cacheGet",S(k))});
put(cache,"put",function put(k,v,ttl){const j=stringify(v);if(j===undefined)throw new E("cache.put: the value is not a string, number, boolean, array or object");ask("cachePut",S(k),j,+ttl)});
put(g,"cache",cache);
const line=a=>{let s="";for(let i=0;i<a.length;i++)s+=(i?" ":"")+S(a[i]);return s};
const log={};put(log,"log",function log(){ask("print",line(arguments))});put(g,"console",log);
put(g,"print",function print(){ask("print",line(arguments))});
put(g,"auditLog",function auditLog(t){ask("auditLog",S(t))});
put(g,"btoa",function btoa(t){return ask("btoa",S(t))});
put(g,"atob",function atob(t){return ask("atob",S(t))});
const lists=o=>{if(isArray(o))put(o,"containsText",function containsText(t){return this.indexOf(S(t))>=0});for(const k of keys(o)){const v=o[k];if(v!==null&&typeof v==="object")lists(v)}};
const typeOf=v=>{switch(typeof v){case "boolean":return "Boolean";case "string":return "String";case "number":return v===(v|0)&&!(v===0&&1/v<0)?"Integer":"Double";case "function":return "function";case "symbol":return "Symbol"}
if(v===null||v===undefined)return "null";if(isArray(v))return "list";const t=tag.call(v).slice(8,-1);return t==="Object"?"object":t};
const begin=text=>{settings=parse(text);const {claims}=settings;
lists(claims);
if(settings.helpers.network){put(claims.system,"isClientInNetwork",function isClientInNetwork(c){return ask("inNetwork",S(c),[this.clientSrcIP])});
put(claims.device,"isClientInNetwork",function isClientInNetwork(c){return ask("inNetwork",S(c),isArray(this.clientIPs)?this.clientIPs:[])})}
if(settings.helpers.password){const ages=settings.passwordMinutesAgo;
put(claims.user,"hasPassword",function hasPassword(s,m){return hasOwn(ages,s)&&ages[s]<=+m})}
put(g,"claims",claims);};
const thrown=e=>{let t,s="";try{t=S(e)}catch(_){t="an object that cannot be shown"}try{if(e instanceof E)s=S(e.stack)}catch(_){}return stringify(bare({thrown:bare({text:t,stack:s,engine:e instanceof I})}))};
const finish=main=>{let v;try{v=main()}catch(e){return thrown(e)}
const type=typeOf(v);if(type!=="Boolean"&&type!=="list"&&type!=="object")return stringify(bare({type}));
try{return stringify(bare({type,json:stringify(v)}))}catch(e){return stringify(bare({type,problem:S(e)}))}};
return [begin,finish]})`;
