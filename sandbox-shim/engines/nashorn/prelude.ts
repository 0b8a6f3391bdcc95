/**
 * What runs in Nashorn before the script: the appliance's own functions, and nothing that changes the language. ES5, because it is
 * Nashorn that reads it. Gives back a function of `host` that puts everything in place and returns `[begin, finish, describe]`;
 * host calls and their JSON are those of the QuickJS prelude, so that both engines share what stands behind them.
 *
 * `print` is Nashorn's own; what it writes is sent to the host by Host.java. `load`, `exit` and their like would let a script read files or end the process: they stay visible and refuse.
 */
export const NASHORN_PRELUDE = `(function(host,java){
"use strict";
var g=Function("return this")(),parse=JSON.parse,stringify=JSON.stringify,isArray=Array.isArray,O=Object,define=O.defineProperty,keys=O.keys,names=O.getOwnPropertyNames,E=Error,T=TypeError,S=String,D=Date,tag=O.prototype.toString,own=O.prototype.hasOwnProperty,join=Array.prototype.join,slice=Array.prototype.slice;
var callOwn=Function.prototype.call.bind(own),callTag=Function.prototype.call.bind(tag),callSlice=Function.prototype.call.bind(slice);
var settings,timeMs=null;
function hasOwn(o,k){return callOwn(o,k)}
function put(o,n,v){define(o,n,{value:v,writable:true,configurable:true,enumerable:false})}
function native(o,n,f){put(o,n,f.bind(undefined))}
function quote(list){var t="[",i,j;for(i=0;i<list.length;i++){j=stringify(list[i]);t+=(i?",":"")+(j===undefined?"null":j)}return t+"]"}
function ask(name,list){var a=parse(host(name,typeof list==="string"?list:quote(list)));if(hasOwn(a,"throws"))throw new E(a.throws);return a.value}
native(g,"load",function load(x){throw new T("load is not there for scripts")});
native(g,"loadWithNewGlobal",function loadWithNewGlobal(x){throw new T("loadWithNewGlobal is not there for scripts")});
native(g,"exit",function exit(x){throw new T("exit is not there for scripts")});
native(g,"quit",function quit(x){throw new T("quit is not there for scripts")});
["engine","context"].forEach(function(n){define(g,n,{value:undefined,writable:false,configurable:false,enumerable:false})});
function http(method,u,b,c,h,t){var o={},p=[["method",method],["url",u],["body",b],["contentType",c],["headers",h],["timeoutMs",t]],i,j,x="";
for(i=0;i<p.length;i++){j=stringify(p[i][1]);if(j!==undefined)x+=(x?",":"")+stringify(p[i][0])+":"+j}return ask("http","[{"+x+"}]")}
native(g,"httpGet",function httpGet(u,h,t){return http("GET",u,undefined,undefined,h,t)});
native(g,"httpDelete",function httpDelete(u,h,t){return http("DELETE",u,undefined,undefined,h,t)});
native(g,"httpPost",function httpPost(u,b,c,h,t){return http("POST",u,b,c,h,t)});
native(g,"httpPut",function httpPut(u,b,c,h,t){return http("PUT",u,b,c,h,t)});
var cache={};
native(cache,"getIfPresent",function getIfPresent(k){return ask("cacheGet",[S(k)])});
native(cache,"put",function put(k,v,ttl){var j=stringify(v);if(j===undefined)throw new E("cache.put: the value is not a string, number, boolean, array or object");ask("cachePut",[S(k),j,+ttl])});
put(g,"cache",cache);
function line(a){var s="",i;for(i=0;i<a.length;i++)s+=(i?" ":"")+S(a[i]);return s}
var log={};native(log,"log",function log(){ask("print",[line(arguments)])});put(g,"console",log);
native(g,"auditLog",function auditLog(t){ask("auditLog",[S(t)])});
native(g,"btoa",function btoa(t){return ask("btoa",[S(t)])});
native(g,"atob",function atob(t){return ask("atob",[S(t)])});
function lists(o){if(isArray(o))put(o,"containsText",function containsText(t){return this.indexOf(S(t))>=0});keys(o).forEach(function(k){var v=o[k];if(v!==null&&typeof v==="object")lists(v)})}
function stopClock(at){
function Date(a,b,c,d,e,f,h){
if(!(this instanceof Date))return S(new D(at));
switch(arguments.length){case 0:return new D(at);case 1:return new D(a);case 2:return new D(a,b);case 3:return new D(a,b,c);case 4:return new D(a,b,c,d);case 5:return new D(a,b,c,d,e);case 6:return new D(a,b,c,d,e,f);default:return new D(a,b,c,d,e,f,h)}}
define(Date,"prototype",{value:D.prototype,writable:false,enumerable:false,configurable:false});
put(Date,"UTC",D.UTC);put(Date,"parse",D.parse);put(Date,"now",function now(){return at});
put(D.prototype,"constructor",Date);put(g,"Date",Date)}
function typeOf(v){switch(typeof v){case "boolean":return "Boolean";case "string":return "String";case "number":return v===(v|0)&&!(v===0&&1/v<0)?"Integer":"Double";case "function":return "function";case "symbol":return "Symbol"}
if(v===null||v===undefined)return "null";if(isArray(v))return "list";var t=callTag(v).slice(8,-1);return t==="Object"?"object":t}
function begin(text){settings=parse(text);var claims=settings.claims,helpers=settings.helpers;
lists(claims);
if(helpers.network){put(claims.system,"isClientInNetwork",function isClientInNetwork(c){return ask("inNetwork",[S(c),[this.clientSrcIP]])});
put(claims.device,"isClientInNetwork",function isClientInNetwork(c){return ask("inNetwork",[S(c),isArray(this.clientIPs)?this.clientIPs:[]])})}
if(helpers.password){var ages=settings.passwordMinutesAgo;put(claims.user,"hasPassword",function hasPassword(s,m){return hasOwn(ages,s)&&ages[s]<=+m})}
if(settings.timeMs!==null&&settings.timeMs!==undefined)stopClock(settings.timeMs);
if(settings.seeded)put(Math,"random",function random(){return ask("random",[])});
put(g,"claims",settings.hostObjects?javaOf(claims):claims)}
function javaOf(v){var o;if(v===null||typeof v!=="object")return v;
if(isArray(v)){o=java("list");v.forEach(function(e){o.add(javaOf(e))});return o}
o=java("map");names(v).forEach(function(k){o.put(k,javaOf(v[k]))});return o}
function field(n,v){return stringify(n)+":"+v}
function describe(e){try{return S(e)}catch(x){return "an object that cannot be shown"}}
function finish(v){var type=typeOf(v),start="{"+field("type",stringify(type));
if(type!=="Boolean"&&type!=="list"&&type!=="object")return start+"}";
try{var j=stringify(v);return start+(j===undefined?"":","+field("json",stringify(j)))+"}"}catch(e){return start+","+field("problem",stringify(describe(e)))+"}"}}
return [begin,finish,describe]})`;
