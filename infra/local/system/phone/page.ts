import type { TextMessage } from './inbox.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The link stands last in every message. */
const linked = (text: string): string =>
  escape(text).replace(/https?:\/\/\S+$/, (url) => `<a href="${url}">${url}</a>`);

const timeOf = (at: number): string =>
  new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

const lineOf = ({ mobile, text, at }: TextMessage): string =>
  `<li><p><b>${escape(mobile)}</b> ${timeOf(at)}</p><p>${linked(text)}</p></li>`;

/** Shows messages as a telephone would, the newest first. */
export const phonePage = (messages: readonly TextMessage[]): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>短信</title>
<style>body{font:17px/1.6 system-ui,sans-serif;max-width:36em;margin:0 auto;padding:1em}
ul{list-style:none;padding:0}li{background:#f2f6fb;border-radius:12px;padding:.2em 1em;margin:1em 0}
a{color:#0b4f9e;overflow-wrap:anywhere}</style>
<h1>短信（模拟）</h1>${messages.length === 0 ? '<p>暂无短信。</p>' : ''}
<ul>${messages.map(lineOf).join('\n')}</ul></html>`;
