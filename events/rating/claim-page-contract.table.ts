import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleClientRef } from '../example.table.ts';
import { leadsToReceipt, pageOf, viewParameters } from './page-contract.table.ts';

const parameters: readonly Parameter[] = [
  {
    name: 'code',
    in: 'path',
    schema: z.string(),
    words: { zh: '评价器显示的领取码', en: 'The claim code that the pad shows' },
    example: '1042-46-7K3M9QX2',
  },
  ...viewParameters,
];

export const claimPageOperations = [
  {
    on: 'GET /claim/{code}',
    id: 'claimPage',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '领取回执页面', en: 'The page on which a receipt is claimed' },
    description: {
      zh: '评价器二维码打开的页面；打开页面不领取回执，不核验领取码，不需要脚本。',
      en: 'To what the QR code of a pad leads. Opening it claims nothing and checks no code; it needs no script.',
    },
    parameters,
    answers: [pageOf('领取回执页面', 'The page')],
    problems: problemsFor('openRead', ['claim_refused']),
  },
  {
    on: 'POST /claim/{code}',
    id: 'sendClaimForm',
    to: 'rating/page',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交领取回执', en: 'Claim a receipt, as a form' },
    description: {
      zh: '与 POST /v1/receipts/claim 相同，以浏览器表单提交；评价尚未上传时返回同一 clientRef 的表单。',
      en: 'The same as POST /v1/receipts/claim, sent as a form of a browser; until the rating is there, the form is answered again with the same clientRef.',
    },
    parameters,
    request: {
      files: [
        {
          mediaType: 'application/x-www-form-urlencoded',
          words: { zh: '领取表单', en: 'The form' },
          example: `clientRef=${exampleClientRef}`,
        },
      ],
    },
    answers: [
      leadsToReceipt,
      pageOf('评价尚未上传，可再次领取', 'The form again: the rating has not arrived yet'),
    ],
    problems: problemsFor('openWrite', ['claim_refused', 'too_many_attempts']),
  },
] as const satisfies readonly Operation[];
