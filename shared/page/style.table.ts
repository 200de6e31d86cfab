/** The style of the pages. No external fonts, images or scripts. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#4a5562;--line:#c9d1da;--paper:#fff;--shade:#f3f5f8;--link:#0a4fa3;--mark:#8a1c1c}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf1;--soft:#b3bfcc;--line:#3b4550;--paper:#14181d;--shade:#1f262e;--link:#8ec2ff;--mark:#ffb3ab}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,pre:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{position:static}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}
h3{font-size:1.1rem;margin:2rem 0 .25rem;overflow-wrap:anywhere}
h4{font-size:1rem;margin:1.5rem 0 .25rem;overflow-wrap:anywhere}
h5{font-size:.9rem;margin:1rem 0 .25rem}
code,pre{font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{background:var(--shade);border:1px solid var(--line);border-radius:.25rem;padding:.75rem;overflow:auto;max-height:28rem}
pre.lines{white-space:pre-wrap;overflow-wrap:anywhere}
nav ul{list-style:none;margin:0;padding:0}
header nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
main nav>ul,.flow ol{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:.5rem 0}
.flow ol{list-style:none;padding:0}
.flow li+li::before{content:"→ "}
main nav details ul ul{padding-left:1.5rem}
[aria-current]{font-weight:700}
.copy{user-select:all}
main nav li{padding:.1rem 0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:var(--shade)}
tbody th{font-weight:400;word-break:keep-all}
td code{overflow-wrap:anywhere}
summary{cursor:pointer;color:var(--link)}
.method{display:inline-block;min-width:4.2rem;font-weight:700}
.soft{color:var(--soft)}
.status{color:var(--mark);font-weight:700}
footer{border-top:1px solid var(--line);color:var(--soft)}
`;
