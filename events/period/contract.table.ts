import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';

const periodParameter: Parameter = {
  name: 'period',
  in: 'path',
  schema: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  words: { zh: '周期（月）', en: 'Month' },
  example: '2026-11',
};

const editionParameter: Parameter = {
  name: 'edition',
  in: 'query',
  schema: z.int().check(z.minimum(1)),
  words: { zh: '版本；默认最新', en: 'Edition; the newest by default' },
  example: 1,
};

const draft = {
  period: '2026-11',
  edition: 1,
  state: 'draft',
  digest: 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78',
  builtBy: 'u-supervisor-1',
  builtAt: '2026-12-01T09:00:00.000+08:00',
};

const accepted = {
  ...draft,
  state: 'accepted',
  submittedBy: 'u-supervisor-2',
  submittedAt: '2026-12-01T10:00:00.000+08:00',
  attempts: 1,
  receipt: {
    code: '0000',
    message: '成功',
    receiptNo: 'ZJ000000000017',
    at: '2026-12-01T10:00:01.000+08:00',
  },
};

const waiting = {
  ...draft,
  state: 'submitted',
  submittedBy: 'u-supervisor-2',
  submittedAt: '2026-12-01T10:00:00.000+08:00',
  attempts: 1,
  unclear: { why: 'no_answer', at: '2026-12-01T10:00:10.000+08:00' },
};

export const periodOperations = [
  {
    on: 'GET /v1/reports',
    id: 'listPeriodReports',
    to: 'period/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '周期报告列表', en: 'List the reports of months' },
    description: {
      zh: '各月各版报告的状态、摘要、经办人和省平台回执，按时间由新到旧排列。限市级人员查看。',
      en: 'Every edition of every month: state, digest, who built and submitted it, and the receipt of the center. The newest first. City staff only.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '报告列表', en: 'The reports' },
        content: { schema: 'PeriodList', example: { editions: [accepted] } },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope']),
  },
  {
    on: 'GET /v1/reports/{period}',
    id: 'showPeriodReport',
    to: 'period/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '周期报告原文', en: 'The document of a month' },
    description: {
      zh: '逐字节返回生成时的文件；Content-Digest 为其 SHA-256（RFC 9530），X-Report-Edition、X-Report-State 为版本与状态。文件格式为按公开指标的重构，非省平台公布的正式格式，文件内有说明。',
      en: 'The document byte for byte as it was built; Content-Digest is its SHA-256 (RFC 9530), X-Report-Edition and X-Report-State give edition and state. Its format is reconstructed from published indicators and is not an official one, as the document says.',
    },
    parameters: [periodParameter, editionParameter],
    answers: [
      {
        status: 200,
        words: { zh: '报告文件', en: 'The document' },
        content: { mediaType: 'application/json' },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope', 'invalid_input', 'period_unknown']),
  },
  {
    on: 'POST /v1/reports/{period}/build',
    id: 'buildPeriodReport',
    to: 'period/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '生成周期报告草稿', en: 'Build the report of a month' },
    description: {
      zh: '当月结束后，按当前统计数据生成草稿。数据未变的，草稿逐字节不变（changed 为 false）；已提交的不再生成；省平台要求修改的，生成下一版。',
      en: 'After the month has ended, builds a draft from the current figures. Unchanged figures leave the draft byte for byte the same (changed is false). A submitted report is not built again; after a requested change the next edition is built.',
    },
    parameters: [periodParameter],
    answers: [
      {
        status: 200,
        words: { zh: '数据未变', en: 'The figures are unchanged' },
        content: { schema: 'PeriodBuilt', example: { changed: false, ...draft } },
      },
      {
        status: 201,
        words: { zh: '已生成草稿', en: 'The draft is built' },
        content: { schema: 'PeriodBuilt', example: { changed: true, ...draft } },
      },
    ],
    problems: problemsFor('staffRead', [
      'out_of_scope',
      'period_unknown',
      'period_not_over',
      'period_submitted',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/reports/{period}/submit',
    id: 'submitPeriodReport',
    to: 'period/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '提交周期报告', en: 'Submit the report of a month' },
    description: {
      zh: '须由生成人以外的人员提交；可附所核对草稿的摘要，草稿已更新的不予提交。提交后内容固定，并发往省平台；省平台无答复时返回 202，再次调用或每日任务原样重发。',
      en: 'By a person other than the one who built it; with the digest of the checked draft, a newer draft is not submitted. The report is frozen, then sent to the center. Without an answer the response is 202, and the same call or the nightly run sends the same bytes again.',
    },
    parameters: [periodParameter],
    request: { schema: 'PeriodSubmission', example: { digest: draft.digest } },
    answers: [
      {
        status: 200,
        words: { zh: '省平台已答复', en: 'The center has answered' },
        content: { schema: 'PeriodSubmitted', example: { changed: true, ...accepted } },
      },
      {
        status: 202,
        words: { zh: '已提交，等待省平台答复', en: 'It is submitted and waits for an answer' },
        content: { schema: 'PeriodSubmitted', example: { changed: true, ...waiting } },
      },
    ],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'period_unknown',
      'period_change_requested',
      'draft_differs',
      'same_person',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
