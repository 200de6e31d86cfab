import { operations } from '../../events/contract.table.ts';
import { audiences } from '../../events/contract.ts';
import type { Audience, Operation, Words } from '../../events/contract.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { documentPage } from '../../shared/page/document.ts';
import { html } from '../../shared/page/html.ts';
import type { Html } from '../../shared/page/html.ts';
import { addressIn } from '../../shared/page/mode.ts';
import type { PageMode } from '../../shared/page/mode.ts';
import type { Page } from '../../shared/page/page.ts';
import { callExample } from './call-example.ts';
import { flow, stageNames } from './group-words.table.ts';
import { groupsOf, stages } from './groups.ts';
import type { CallerGroup, Filter, StageGroup } from './groups.ts';
import { operationSection } from './operation-section.ts';
import { audienceNames, bearer, introduction, signing } from './page-words.table.ts';
import { signingExample } from './signing-example.ts';

const words = {
  heading: { zh: '接口说明', en: 'Interface' },
  flow: { zh: '一个办件的流程', en: 'The way of a case' },
  filter: { zh: '筛选', en: 'Filter' },
  everyone: { zh: '全部调用方', en: 'Every caller' },
  everyStage: { zh: '全部环节', en: 'Every stage' },
  index: { zh: '接口目录', en: 'Calls' },
  example: { zh: '调用示例（可直接复制）', en: 'An example to copy' },
  signing: { zh: '签名', en: 'Signing' },
  bearer: { zh: '工作人员令牌', en: 'Staff tokens' },
  headers: { zh: '请求头与请求体', en: 'Headers and body' },
  string: { zh: '待签字符串', en: 'String to sign' },
  secret: { zh: '密钥', en: 'Secret' },
} as const satisfies Record<string, Words>;

const all: readonly Operation[] = operations;

const stageName = (stage: string, language: Language): string =>
  stageNames[stage]?.[language] ?? stage;

const addressOf = (mode: PageMode, { who, stage }: Filter): string =>
  addressIn(mode, '/docs', { who, stage });

/** A call that the filter leaves out is on the whole page. */
const linkTo = (id: string, filter: Filter, mode: PageMode): string =>
  filter.who === undefined && filter.stage === undefined
    ? `#${id}`
    : `${addressOf(mode, {})}#${id}`;

const renderFlow = (filter: Filter, mode: PageMode): Html => {
  const { language } = mode;
  const steps = flow.flatMap(([route, name]) => {
    const id = all.find(({ on }) => on === route)?.id;
    return id === undefined
      ? []
      : [html`<li><a href="${linkTo(id, filter, mode)}">${name[language]}</a></li> `];
  });
  return html`<nav class="flow" aria-label="${words.flow[language]}">
    <ol>
      ${steps}
    </ol>
  </nav>`;
};

const renderChoice = (name: string, to: string, isChosen: boolean): Html =>
  isChosen
    ? html`<li><a href="${to}" aria-current="true">${name}</a></li> `
    : html`<li><a href="${to}">${name}</a></li> `;

const renderFilter = (filter: Filter, mode: PageMode): Html => {
  const { language } = mode;
  const { who, stage } = filter;
  const choose = (name: string, chosen: Filter, isChosen: boolean): Html =>
    renderChoice(name, addressOf(mode, chosen), isChosen);
  return html`<nav aria-label="${words.filter[language]}">
    <ul>
      ${choose(words.everyone[language], { stage }, who === undefined)}
      ${audiences.map((one) => choose(audienceNames[one][language], { who: one, stage }, one === who))}
    </ul>
    <ul>
      ${choose(words.everyStage[language], { who }, stage === undefined)}
      ${stages.map((one) => choose(stageName(one, language), { who, stage: one }, one === stage))}
    </ul>
  </nav>`;
};

const renderIndex = (groups: readonly CallerGroup[], language: Language): Html => {
  const renderCall = ({ id, on, summary }: Operation): Html =>
    html`<li>
      <a href="#${id}"><code>${on}</code></a> ${summary[language]}
    </li> `;
  const renderStage = ({ stage, calls }: StageGroup): Html =>
    html`<li>
      ${stageName(stage, language)}
      <ul>
        ${calls.map(renderCall)}
      </ul>
    </li> `;
  const renderCaller = ({ audience, stages: own }: CallerGroup): Html =>
    html`<details open>
      <summary>${audienceNames[audience][language]}</summary>
      <ul>
        ${own.map(renderStage)}
      </ul>
    </details> `;
  return html`<nav aria-label="${words.index[language]}">${groups.map(renderCaller)}</nav>`;
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

const renderExample = (audience: Audience, language: Language): Html =>
  html`<h3>${words.example[language]}</h3>
    <pre class="lines copy" tabindex="0"><code>${callExample(audience)}</code></pre>`;

const callerSection = ({ audience, stages: own }: CallerGroup, mode: PageMode): Html => {
  const { language } = mode;
  const renderStage = ({ stage, calls }: StageGroup): Html =>
    html`<h3 id="${audience}-${stage}">${stageName(stage, language)}</h3>
      ${calls.map((operation) => operationSection(operation, mode))}`;
  return html` <h2 id="${audience}">${audienceNames[audience][language]}</h2>
    ${renderExample(audience, language)} ${own.map(renderStage)}`;
};

/** 接口说明: the flow and a filter, the calling conventions, then every call by caller and stage. */
export const interfacePage = (mode: PageMode, filter: Filter = {}): Page => {
  const { language } = mode;
  const groups = groupsOf(filter);
  return documentPage('/docs', language, {
    query: { who: filter.who, stage: filter.stage },
    heading: words.heading[language],
    content: html`<p>${introduction[language]}</p>
      ${renderFlow(filter, mode)} ${renderFilter(filter, mode)} ${renderIndex(groups, language)}
      ${signingSection(language)}
      <section id="bearer" aria-labelledby="bearer-heading">
        <h2 id="bearer-heading">${words.bearer[language]}</h2>
        <p>${bearer[language]}</p>
      </section>
      ${groups.map((group) => callerSection(group, mode))}`,
  });
};
