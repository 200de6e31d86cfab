import { operations } from '../../events/contract.table.ts';
import { audiences } from '../../events/contract.ts';
import type { Audience, Operation, Words } from '../../events/contract.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import {
  audienceNames,
  bearer,
  introduction,
  signing,
} from '../../shared/http/page-words.table.ts';
import type { Page } from '../../shared/http/page.ts';
import { html } from '../../shared/page/html.ts';
import type { Html } from '../../shared/page/html.ts';
import { operationSection } from './operation-section.ts';
import { signingExample } from './signing-example.ts';

const words = {
  heading: { zh: '接口说明', en: 'Interface' },
  index: { zh: '全部接口', en: 'All calls' },
  signing: { zh: '签名', en: 'Signing' },
  bearer: { zh: '工作人员令牌', en: 'Staff tokens' },
  headers: { zh: '请求头与请求体', en: 'Headers and body' },
  string: { zh: '待签字符串', en: 'String to sign' },
  secret: { zh: '密钥', en: 'Secret' },
} as const satisfies Record<string, Words>;

const callsOf = (audience: Audience): readonly Operation[] =>
  operations.filter((operation) => operation.audience === audience);

const renderIndex = (language: Language): Html => {
  const lines = operations.map(
    ({ id, on, summary }) =>
      html`<li>
        <a href="#${id}"><code>${on}</code></a> ${summary[language]}
      </li> `,
  );
  return html`<nav aria-label="${words.index[language]}">
    <ul>
      ${lines}
    </ul>
  </nav>`;
};

const signingSection = (language: Language): Html => {
  const example = signingExample();
  const headers = Object.entries(example.headers).map(([name, value]) => `${name}: ${value}`);
  const sent = [example.route, ...headers, '', example.body].join('\n');
  return html`<section id="signing" aria-labelledby="signing-heading">
    <h2 id="signing-heading">${words.signing[language]}</h2>
    <p>${signing[language]}</p>
    <h3>${words.headers[language]}</h3>
    <pre class="lines" tabindex="0"><code>${sent}</code></pre>
    <h3>${words.string[language]}</h3>
    <pre class="lines" tabindex="0"><code>${example.stringToSign}</code></pre>
    <p>${words.secret[language]}: <code>${example.secret}</code></p>
  </section>`;
};

const audienceSection = (audience: Audience, language: Language): Html =>
  html` <h2 id="${audience}">${audienceNames[audience][language]}</h2>
    ${callsOf(audience).map((operation) => operationSection(operation, language))}`;

/** 接口说明: the calling conventions, then every operation by audience. */
export const interfacePage = (language: Language): Page => ({
  path: '/docs',
  heading: words.heading,
  content: html`<p>${introduction[language]}</p>
    ${renderIndex(language)} ${signingSection(language)}
    <section id="bearer" aria-labelledby="bearer-heading">
      <h2 id="bearer-heading">${words.bearer[language]}</h2>
      <p>${bearer[language]}</p>
    </section>
    ${audiences.map((audience) => audienceSection(audience, language))}`,
});
