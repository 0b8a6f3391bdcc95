/**
 * Guest code: lists and objects as Java's collections look from a script, for claims with `hostObjects`. Reading, `in`, index, length,
 * `for ... in` and `for ... of` work; what belongs to JavaScript's own lists and objects (map, filter, join, JSON.stringify, Object.keys)
 * does not. Measured with ArrayList and LinkedHashMap. Part of {@link TOOLS_SOURCE}, whose names it uses.
 */
export const HOST_OBJECTS = `
const ITERATOR=Symbol.iterator,TAG=Symbol.toStringTag;
const hidden=new WeakMap(),inner=o=>apply(hiddenGet,hidden,[o]),hiddenGet=WeakMap.prototype.get,hiddenSet=WeakMap.prototype.set;
const keysOf=O.keys,position=(t,v)=>{for(let i=0;i<t.length;i++)if(is(t[i],v))return i;return -1};
const shown=v=>v===null||v===undefined?"null":S(v);
const bounds=(t,i)=>{if(!(i>=0&&i<t.length))throw java("java.lang.IndexOutOfBoundsException","Index "+i+" out of bounds for length "+t.length)};
const LIST=bare({
equals:(t,o)=>inner(o)===t,size:t=>t.length,get:(t,i)=>{i=+i|0;bounds(t,i);return t[i]},isEmpty:t=>t.length===0,
contains:(t,v)=>position(t,v)>=0,containsText:(t,v)=>position(t,S(v))>=0,indexOf:(t,v)=>position(t,v),
lastIndexOf:(t,v)=>{for(let i=t.length-1;i>=0;i--)if(is(t[i],v))return i;return -1},
add:(t,v)=>{t[t.length]=v;return true},remove:(t,i)=>{bounds(t,+i|0);return apply(splice,t,[+i|0,1])[0]},
subList:(t,a,b)=>hostList(apply(slice,t,[a,b])),toArray:t=>hostList(apply(slice,t,[])),
toString:t=>{let s="[";for(let i=0;i<t.length;i++)s+=(i?", ":"")+shown(t[i]);return s+"]"},
forEach:(t,f)=>{for(let i=0;i<t.length;i++)f(t[i])}});
const MAP=bare({
size:t=>keysOf(t).length,get:(t,k)=>hasOwn(t,k)?t[k]:null,getOrDefault:(t,k,d)=>hasOwn(t,k)?t[k]:d,
isEmpty:t=>keysOf(t).length===0,containsKey:(t,k)=>hasOwn(t,k),keySet:t=>hostList(keysOf(t)),
values:t=>{const k=keysOf(t),r=[];for(let i=0;i<k.length;i++)r[i]=t[k[i]];return hostList(r)},
toString:t=>{let s="{";const k=keysOf(t);for(let i=0;i<k.length;i++)s+=(i?", ":"")+k[i]+"="+shown(t[k[i]]);return s+"}"}});
const slice=AP.slice,splice=AP.splice;
const NOTHING=["setPrototypeOf","defineProperty","preventExtensions","isExtensible","getOwnPropertyDescriptor","ownKeys"];
const made=(target,type,handler)=>{
const proxy=new P(bare({}),handler);
for(const n of NOTHING)handler[n]=()=>{throw new T(S(proxy)+" is not an Object")};
handler.getPrototypeOf=()=>null;handler.deleteProperty=()=>true;
apply(hiddenSet,hidden,[proxy,target]);return proxy};
const bound=(target,f)=>(...a)=>f(target,...a),nothing=()=>undefined;
const index=k=>typeof k==="string"&&S(k>>>0)===k;
const hostList=t=>made(t,"list",{
get:(_,k)=>index(k)?t[k]:k==="length"?t.length:k===TAG?"java.util.ArrayList":k==="toJSON"?nothing:typeof k==="string"&&LIST[k]?bound(t,LIST[k]):undefined,
has:(_,k)=>k==="length"||index(k)&&k<t.length,
set:(_,k,v)=>{if(index(k)&&k<t.length)t[k]=v;return true}});
const hostMap=(t,raw)=>made(t,"map",{
get:(_,k)=>typeof k!=="string"?k===TAG?"java.util.LinkedHashMap":undefined:hasOwn(t,k)?t[k]:k==="length"?keysOf(t).length
:hasOwn(raw,k)&&typeof raw[k]==="function"?(...a)=>apply(raw[k],raw,a):MAP[k]?bound(t,MAP[k]):k==="toJSON"?nothing:undefined,
has:(_,k)=>typeof k==="string"&&hasOwn(t,k),
set:(_,k,v)=>{t[k]=v;return true}});
/* What is no list and no object stays what it is. */
const hostObject=v=>{if(v===null||typeof v!=="object")return v;
const list=isArray(v),t=list?[]:{},k=keysOf(v);for(let i=0;i<k.length;i++)t[k[i]]=hostObject(v[k[i]]);return list?hostList(t):hostMap(t,v)};
/* What a loop goes over. */
const loopKeys=o=>{const t=inner(o);if(t===undefined)return o;const r=bare({}),k=keysOf(t);for(let i=0;i<k.length;i++)r[k[i]]=1;return r};
const loopValues=o=>{const t=inner(o);
if(t===undefined){if(o!==null&&typeof o==="object"&&apply(O.prototype.toString,o,[])==="[object Arguments]"&&o[ITERATOR]===AP.values)throw new T("undefined is not a function");return o}
if(isArray(t))return t;const k=keysOf(t),r=[];for(let i=0;i<k.length;i++){r[r.length]=k[i];r[r.length]=t[k[i]]}return r};
/* A list's own elements, in place of a list of Java's. */
const contents=o=>{if(o===null||typeof o!=="object")return o;const t=inner(o);return t!==undefined&&isArray(t)?t:o};
`;
