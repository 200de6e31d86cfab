/** Style of the local sign-in pages; no file, font or script is loaded. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #8885; --accent: #0b57d0; --warn: #fff3cd; --on-warn: #533f03; }
@media (prefers-color-scheme: dark) { :root { --accent: #a8c7fa; --warn: #4a3b00; --on-warn: #ffe69c; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; }
h1 [lang], h2 [lang], p [lang] { font-weight: 400; opacity: 0.8; }
h2 { display: inline; font-size: 1.1rem; }
summary { padding: 0.5rem 0; cursor: pointer; }
.local { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--warn); color: var(--on-warn); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
button { min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
li button { display: grid; width: 100%; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: 0.85rem; opacity: 0.85; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
`;
