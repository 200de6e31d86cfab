import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { pageParameters } from '../page-mode-parameters.ts';

export const docsOperations = [
  {
    on: 'GET /openapi.json',
    id: 'openApi',
    to: 'docs/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '本接口的 OpenAPI 3.1 文档', en: 'This interface as OpenAPI 3.1' },
    description: {
      zh: '由服务校验请求所用的同一套模式生成。',
      en: 'Generated from the schemas with which the service validates requests.',
    },
    answers: [
      {
        status: 200,
        words: { zh: 'OpenAPI 文档', en: 'The document' },
        content: { mediaType: 'application/json' },
      },
    ],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /docs',
    id: 'docs',
    to: 'docs/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '接口说明', en: 'Interface documentation' },
    description: {
      zh: '每个接口的用途、参数、示例与错误代码。',
      en: 'Purpose, parameters, examples and problem codes of every call.',
    },
    parameters: pageParameters,
    answers: [
      {
        status: 200,
        words: { zh: '网页', en: 'A page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('openRead'),
  },
  {
    on: 'GET /docs/problems',
    id: 'problemDocs',
    to: 'docs/public',
    audience: 'public',
    security: 'none',
    summary: { zh: '错误代码说明', en: 'Problem codes' },
    description: {
      zh: '每个错误代码的含义与处理办法；错误响应中的 type 指向此页。',
      en: 'What each code means and what to do; the type of an error points to this page.',
    },
    parameters: pageParameters,
    answers: [
      {
        status: 200,
        words: { zh: '网页', en: 'A page' },
        content: { mediaType: 'text/html' },
      },
    ],
    problems: problemsFor('openRead'),
  },
] as const satisfies readonly Operation[];
