/**
 * Guest code: the methods of Java's String that a text has beside JavaScript's own. Those that take a pattern take it as a Java
 * regular expression. Part of {@link TOOLS_SOURCE}, whose names it uses.
 */
export const JAVA_STRINGS = `
const replaceAll=SP.replaceAll,javaText=v=>{if(typeof v==="symbol")throw new T("Can not convert Symbol value to string.");return v===null?null:v===undefined?"undefined":S(v)};
const javaNumber=v=>{if(typeof v==="symbol")throw java("java.lang.ClassCastException","a symbol is no number");return v};
const signature=(n)=>new T("Can not invoke method "+n+" with the passed arguments; they do not match any of its method signatures.");
const pattern=p=>{try{return new R(p,"g")}catch(_){throw java("java.util.regex.PatternSyntaxException","the pattern cannot be read near index 0\\n"+p)}};
const SPACE=/[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]/;
const strip=(s,front,back)=>{let i=0,j=s.length;while(front&&i<j&&apply(R.prototype.test,SPACE,[s[i]]))i++;while(back&&j>i&&apply(R.prototype.test,SPACE,[s[j-1]]))j--;return apply(SP.slice,s,[i,j])};
/* The replacement of Java: $1 is a group, a backslash takes the next sign as it is. */
const filled=(by,groups)=>{let r="";for(let i=0;i<by.length;i++){let c=by[i];
if(c==="\\\\"){i++;if(i>=by.length)throw java("java.lang.IllegalArgumentException","character to be escaped is missing");r+=by[i]}
else if(c==="$"){c=by[i+1];if(c===undefined||!(c>="0"&&c<="9"))throw java("java.lang.IllegalArgumentException","Illegal group reference");
let n=+c;i++;if(n>=groups.length)throw java("java.lang.IndexOutOfBoundsException","No group "+n);
while(by[i+1]>="0"&&by[i+1]<="9"&&n*10+ +by[i+1]<groups.length){n=n*10+ +by[i+1];i++}
r+=groups[n]===undefined?"":groups[n]}else r+=c}return r};
const exec=R.prototype.exec;
const replaced=(s,p,by,all)=>{const re=pattern(p);let r="",from=0;for(;;){const m=apply(exec,re,[s]);if(m===null)break;
r+=apply(SP.slice,s,[from,m.index])+filled(by,m);from=m.index+m[0].length;if(m[0]==="")re.lastIndex++;if(!all)break}return r+apply(SP.slice,s,[from])};
const order=(a,b)=>{const n=a.length<b.length?a.length:b.length;for(let i=0;i<n;i++){const d=apply(SP.charCodeAt,a,[i])-apply(SP.charCodeAt,b,[i]);if(d)return d}return a.length-b.length};
const lower=s=>apply(SP.toLowerCase,apply(SP.toUpperCase,s,[]),[]);
const JAVA=bare({
startsWith:[1,2,(s,p,at)=>{at=at===undefined?0:at|0;return at>=0&&apply(SP.substr,s,[at,p.length])===p}],
endsWith:[1,1,(s,p)=>s.length>=p.length&&apply(SP.slice,s,[s.length-p.length])===p],
repeat:[1,1,(s,n)=>{n=+n|0;if(n<0)throw java("java.lang.IllegalArgumentException","count is negative: "+n);let r="";for(;n>0;n>>=1,s+=s)if(n&1)r+=s;return r}],
contains:[1,1,(s,p)=>apply(SP.indexOf,s,[p])>=0],contentEquals:[1,1,(s,p)=>s===p],
isEmpty:[0,0,s=>s===""],isBlank:[0,0,s=>strip(s,true,false)===""],length:[0,0,s=>s.length],intern:[0,0,s=>s],
strip:[0,0,s=>strip(s,true,true)],stripLeading:[0,0,s=>strip(s,true,false)],stripTrailing:[0,0,s=>strip(s,false,true)],
equals:[1,1,(s,p,_,raw)=>typeof raw==="string"&&s===raw],equalsIgnoreCase:[1,1,(s,p)=>p!==null&&lower(s)===lower(p)],
compareTo:[1,1,order],compareToIgnoreCase:[1,1,(s,p)=>order(lower(s),lower(p))],
subSequence:[2,2,(s,a,b)=>apply(SP.slice,s,[+a|0,+b|0])],
codePointAt:[1,1,(s,i)=>{i=+i|0;if(i<0||i>=s.length)throw java("java.lang.StringIndexOutOfBoundsException","index "+i+",length "+s.length);const a=apply(SP.charCodeAt,s,[i]),b=apply(SP.charCodeAt,s,[i+1]);return a>=55296&&a<56320&&b>=56320&&b<57344?(a-55296)*1024+b-56320+65536:a}],
hashCode:[0,0,s=>{let h=0;for(let i=0;i<s.length;i++)h=h*31+apply(SP.charCodeAt,s,[i])|0;return h}],
matches:[1,1,(s,p)=>{const m=apply(exec,pattern("^(?:"+p+")$"),[s]);return m!==null}],
replaceFirst:[2,2,(s,p,by)=>replaced(s,p,by,false)],
replaceAll:[2,2,(s,p,by,raw)=>{const r=replaced(s,p,by,true);let meant;try{meant=apply(replaceAll,s,[raw,by])}catch(_){}
if(r!==meant)wrong("java-replace-all");return r}]});
const javaString=(s,name,a)=>{const known=JAVA[name];if(known===undefined)throw new T(stringify(s)+"."+name+" is not a function");
const [least,most,f]=known;if(a.length<least||a.length>most)throw signature("java.lang.String."+name);
const numeric=name==="repeat"||name==="codePointAt"||name==="subSequence",first=numeric?javaNumber(a[0]):least>0?javaText(a[0]):undefined;
return f(s,first,name==="replaceAll"||name==="replaceFirst"?javaText(a[1]):a[1],a[0])};
`;
