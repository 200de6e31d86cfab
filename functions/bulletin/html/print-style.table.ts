/** The style sheet of the bulletin for A4 and for screens. It loads no external resource. */
export const printStyle = `
@page{size:A4 portrait;margin:18mm 15mm 16mm}
@page broad{size:A4 landscape;margin:14mm 12mm}
:root{--ink:#1b1f24;--soft:#4a5562;--line:#b7c1cc;--shade:#eef2f7}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:#fff;color:var(--ink);font:10.5pt/1.5 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
h1{font-size:20pt;line-height:1.3;text-align:center;margin:.5rem 0 0}
.subtitle{font-size:13pt;text-align:center;margin:.25rem 0 1rem}
h2{font-size:14pt;margin:1.6rem 0 .4rem;border-bottom:2px solid var(--line);break-after:avoid}
h3{font-size:11.5pt;margin:1rem 0 .3rem;break-after:avoid}
p{margin:.25rem 0}
.note{color:var(--soft);font-size:9pt;break-after:avoid}
table{border-collapse:collapse;width:100%;margin:.3rem 0;table-layout:fixed;font-size:9pt;line-height:1.35}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:1px solid var(--line);padding:.18rem .35rem;vertical-align:middle;overflow-wrap:anywhere}
th{background:var(--shade);text-align:center}
td.text{text-align:left}
td.rank{text-align:center}
td.number,td.rate,td.ranked,td.change{text-align:right;font-variant-numeric:tabular-nums}
td.between{text-align:center;color:var(--soft)}
small{color:var(--soft);font-size:8pt;margin-left:.5em;white-space:nowrap}
td.ranked small{display:block;margin:0}
figure{margin:.5rem 0;break-inside:avoid}
figcaption{font-size:9.5pt;font-weight:700;text-align:center}
figure svg{display:block;width:100%;height:auto}
.broad{overflow-x:auto}
.broad table{font-size:7.5pt;min-width:60rem}
.broad small{font-size:6.5pt}
.broad th,.broad td{padding:.12rem .2rem}
@media print{
body{max-width:none;padding:0}
.broad{page:broad;overflow:visible}
.broad table{min-width:0}
}
`;
