import { contractSchemas } from '../../events/contract-schemas.table.ts';
import { rolesNeeded } from '../../events/contract.ts';
import type { FileForm, Operation, Parameter, Success, Words } from '../../events/contract.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { html } from '../../shared/page/html.ts';
import type { Html } from '../../shared/page/html.ts';
import { addressIn } from '../../shared/page/mode.ts';
import type { PageMode } from '../../shared/page/mode.ts';
import { memberMeaning } from './member-meaning.ts';
import { jsonSchemaOf } from './openapi-schemas.ts';
import { schemaRows } from './schema-rows.ts';
import type { SchemaRow } from './schema-rows.ts';

const words = {
  access: { zh: '调用方式', en: 'Access' },
  signature: { zh: 'HMAC 签名', en: 'HMAC signature' },
  bearer: { zh: 'OIDC 令牌', en: 'OIDC token' },
  none: { zh: '无需认证', en: 'no authentication' },
  roles: { zh: '角色', en: 'roles' },
  parameters: { zh: '参数', en: 'Parameters' },
  path: { zh: '路径', en: 'path' },
  query: { zh: '查询参数', en: 'query' },
  request: { zh: '请求体', en: 'Body' },
  files: { zh: '文件', en: 'a file' },
  answers: { zh: '响应', en: 'Responses' },
  problems: { zh: '错误代码', en: 'Problem codes' },
  members: { zh: '单条记录错误代码', en: 'Codes of single members' },
  example: { zh: '示例', en: 'Example' },
  fields: { zh: '字段', en: 'Members' },
  name: { zh: '名称', en: 'Name' },
  type: { zh: '类型', en: 'Type' },
  required: { zh: '必填', en: 'Required' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  meaning: { zh: '含义', en: 'Meaning' },
} as const satisfies Record<string, Words>;

const renderExample = (value: unknown, language: Language): Html =>
  html`<details>
    <summary>${words.example[language]}</summary>
    <pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>
  </details> `;

const renderTableHead = (names: readonly Words[], language: Language): Html =>
  html`<thead>
    <tr>
      ${names.map((name) => html`<th scope="col">${name[language]}</th>`)}
    </tr>
  </thead>`;

const renderTable = (label: string, heads: Html, rows: readonly Html[]): Html =>
  html`<div class="wide" role="region" tabindex="0" aria-label="${label}">
    <table>
      ${heads}
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;

const parameterTable = (parameters: readonly Parameter[], id: string, language: Language): Html => {
  const rows = parameters.map(
    (parameter) =>
      html`<tr>
        <td><code>${parameter.name}</code> (${words[parameter.in][language]})</td>
        <td>${parameter.words[language]}</td>
        <td><code>${parameter.example}</code></td>
      </tr>`,
  );
  const heads = renderTableHead([words.name, words.meaning, words.example], language);
  return html`<h5>${words.parameters[language]}</h5>
    ${renderTable(`${id}: ${words.parameters[language]}`, heads, rows)}`;
};

const fileSection = (files: readonly FileForm[], language: Language): Html => {
  const forms = files.map(
    ({ mediaType, words: said, example: text }) =>
      html`<li>
        <code>${mediaType}</code>:
        ${said[language]}${text === undefined ? undefined : html`<pre class="lines" tabindex="0"><code>${text}</code></pre>`}
      </li> `,
  );
  return html`<h5>${words.request[language]}: ${words.files[language]}</h5>
    <ul>
      ${forms}
    </ul>`;
};

const bodySection = (operation: Operation, language: Language): Html | undefined => {
  const { request, id } = operation;
  if (request === undefined) return undefined;
  if ('files' in request) return fileSection(request.files, language);
  const meaning = (row: SchemaRow): string => memberMeaning(request.schema, row, language);
  const rows = schemaRows(jsonSchemaOf(contractSchemas[request.schema])).map(
    (row) =>
      html`<tr>
        <td><code>${row.path}</code></td>
        <td>${row.type}</td>
        <td>${row.required ? words.yes[language] : words.no[language]}</td>
        <td>
          ${row.only === undefined ? undefined : html`<code>${row.only}</code> `}${meaning(row)}
        </td>
      </tr>`,
  );
  const heads = renderTableHead([words.name, words.type, words.required, words.meaning], language);
  return html`<h5>${words.request[language]}: <code>${request.schema}</code></h5>
    <details>
      <summary>${words.fields[language]}</summary>
      ${renderTable(`${id}: ${words.fields[language]}`, heads, rows)}
    </details>
    ${renderExample(request.example, language)}`;
};

const renderAnswer = ({ status, words: said, content }: Success, language: Language): Html => {
  const head = html`<strong>${status}</strong> ${said[language]}`;
  if (content === undefined) return html`<p>${head}</p>`;
  return 'schema' in content
    ? html`<p>${head}: <code>${content.schema}</code></p>
        ${renderExample(content.example, language)}`
    : html`<p>${head}: <code>${content.mediaType}</code></p>`;
};

const codeLinks = (heading: Words, codes: readonly string[], mode: PageMode): Html => {
  const explained = addressIn(mode, '/docs/problems');
  const links = codes.map(
    (code, index) =>
      html`${index === 0 ? '' : ', '}<a href="${explained}#${code}"><code>${code}</code></a>`,
  );
  return html`<h5>${heading[mode.language]}</h5>
    <p>${links}</p>`;
};

const accessLine = (operation: Operation, language: Language): Html => {
  const roles = rolesNeeded(operation);
  return html`<p class="soft">
    ${words.access[language]}:
    ${words[operation.security][language]}${roles === undefined ? '' : `; ${words.roles[language]}: ${roles.join(', ')}`}
  </p>`;
};

/** Renders one operation: purpose, permitted callers, input, output and problems. */
export const operationSection = (operation: Operation, mode: PageMode): Html => {
  const { language } = mode;
  const { id, on, summary, description, parameters = [], answers } = operation;
  const { problems, memberProblems } = operation;
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h4 id="${id}-heading"><code>${on}</code> ${summary[language]}</h4>
    <p>${description[language]}</p>
    ${accessLine(operation, language)}
    ${parameters.length === 0 ? undefined : parameterTable(parameters, id, language)}
    ${bodySection(operation, language)}
    <h5>${words.answers[language]}</h5>
    ${answers.map((success) => renderAnswer(success, language))}
    ${codeLinks(words.problems, problems, mode)}
    ${memberProblems === undefined ? undefined : codeLinks(words.members, memberProblems, mode)}
  </section> `;
};
