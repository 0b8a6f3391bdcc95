import { JAVA_STRINGS } from "./java-strings.ts";
import { HOST_OBJECTS } from "./host-objects.ts";

/**
 * What rewritten text calls under the name `__sdpx` (see `gate/rewrite.ts`), and the parts of the engine that take text for a
 * program: `eval` and `Function`, which let it pass the gate first. Runs before the prelude, while everything is still there, and
 * gives back what the prelude needs of it.
 *
 * The names `__sdpx` and `eval` are declared beside the global object: no property shows them. The `eval` that is a property, and
 * that rewritten text gets for anything but a direct call, is another one.
 */
export const TOOLS_SOURCE = `let __sdpx,eval=globalThis.eval;
(function(host){"use strict";
const g=globalThis,real=eval,{parse,stringify}=JSON,{apply,ownKeys}=Reflect,O=Object,{defineProperty,getPrototypeOf,setPrototypeOf}=O;
const S=String,N=Number,T=TypeError,X=SyntaxError,Y=ReferenceError,E=Error,A=Array,P=Proxy,R=RegExp,SP=S.prototype,AP=A.prototype,{isArray}=A;
const bare=o=>setPrototypeOf(o,null),hasOwn=(o,k)=>apply(O.prototype.hasOwnProperty,o,[k]);
const ask=(name,...args)=>{const a=parse(host(name,stringify(bare(args))));if(hasOwn(a,"throws"))throw new E(a.throws);return a.value};
const put=(o,name,value)=>defineProperty(o,name,{value,writable:true,configurable:true,enumerable:false});
/* An exception of Java's: a script can catch it, and it is no Error. */
const java=(type,message)=>{const e=bare({});put(e,"getMessage",()=>message);put(e,"toString",()=>type+": "+message);return e};
const wrong=rule=>{ask("wrong",rule,S(new E().stack))};
const pass=(...a)=>{const r=ask("gate",...a);if(r.refused===undefined)return r.text;throw r.as==="RuntimeException"?java("java.lang.RuntimeException",r.refused):new (r.as==="SyntaxError"?X:Y)(r.refused)};

const evaluate={eval(x){return typeof x==="string"?real(pass("program",false,x)):x}}.eval;
put(g,"eval",evaluate);
const make=function(...a){const last=a.length-1;let p="";for(let i=0;i<last;i++)p+=(i?",":"")+S(a[i]);return real(pass("function",false,last<0?"":S(a[last]),p))};
defineProperty(make,"name",{value:"Function"});defineProperty(make,"length",{value:1});
const FP=Function.prototype;
defineProperty(make,"prototype",{value:FP,writable:false});put(FP,"constructor",make);put(g,"Function",make);
for(const f of [function*(){},async function(){},async function*(){}])delete getPrototypeOf(f).constructor;

const is=O.is,sort=AP.sort;
/* What a comparator of true and false leaves: the engine asks only for less than nothing, so everything stays where it was. */
const unsorted=(before,list,compare)=>{
const kept=[];for(let i=0;i<before.length;i++)if(before[i]!==undefined)kept[kept.length]=before[i];
const meant=apply(sort,apply(slice,kept,[]),[(a,b)=>compare(a,b)?1:compare(b,a)?-1:0]);
let same=true;for(let i=0;i<kept.length;i++){if(!is(kept[i],meant[i]))same=false;list[i]=kept[i]}
if(!same)wrong("boolean-comparator");return list};
${JAVA_STRINGS}
${HOST_OBJECTS}
/* What the prelude adds: see prelude/collections.js. */
const over=bare({values:o=>o});
__sdpx=bare({
last:undefined,
text:(f,strict,x)=>f!==real||typeof x!=="string"?x:pass("direct",strict===1,x),
value:f=>f===real?evaluate:f,
keys:loopKeys,values:o=>over.values(loopValues(o)),
method(o,name,...a){
if(typeof o==="string"&&typeof SP[name]!=="function")return javaString(o,name,a);
const f=o[name];if(typeof f!=="function")throw new T(S(name)+" is not a function");return apply(f,o,a)}});
for(const k of ownKeys(__sdpx))if(k!=="last")defineProperty(__sdpx,k,{writable:false,configurable:false});
O.preventExtensions(__sdpx);
return bare({hostObject,contents,ask,put,java,wrong,unsorted,over})})`;
