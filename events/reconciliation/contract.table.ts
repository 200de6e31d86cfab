import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';

const difference = {
  id: `2026-11-20.rating.${exampleCase.projectNo}.1.1`,
  day: '2026-11-20',
  finding: 'rejected',
  state: 'open',
  subject: {
    of: 'rating',
    projectNo: exampleCase.projectNo,
    serviceNumber: 1,
    assessNumber: 1,
  },
  creditCode: exampleCase.department.creditCode,
  ours: { satisfaction: '2', assessTime: '2026-11-20 10:15:00' },
  reason: 'service-01: 1004 字段不符合要求（proDepartCode: 缺失）',
  openedAt: '2026-11-21T02:30:00.000+08:00',
  history: [{ at: '2026-11-21T02:30:00.000+08:00', what: 'opened', finding: 'rejected' }],
};

const settled = {
  ...difference,
  state: 'settled',
  history: [
    ...difference.history,
    {
      at: '2026-11-21T10:00:00.000+08:00',
      what: 'settled',
      finding: 'rejected',
      by: 'u-supervisor-1',
      note: '部门已撤并，省平台同意保留差异',
    },
  ],
};

const result = {
  day: '2026-11-20',
  at: '2026-11-21T02:30:00.000+08:00',
  state: 'different',
  ratings: { ours: 223, theirs: 222 },
  steps: { ours: 4, theirs: 4 },
  found: { rejected: 1 },
};

export const reconciliationOperations = [
  {
    on: 'POST /v1/reports/reconcile',
    id: 'reconcileDay',
    to: 'reconciliation/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '对账', en: 'Reconcile a day' },
    description: {
      zh: '比对某日双方的评价与整改流水：先比计数，计数不同的部门再逐条比对。每处差异归为：待上报、被退回、省平台缺失、本地无此记录、内容不一致、评价异议成立、或两次评价均非申请人作出，而省平台保留原评价。已消除的差异自动关闭。从未上报、也未列入待上报清单的办件（如当日尚未接入省平台）重新列入待上报清单，五分钟内补报，因此也可用于补报历史日期。每日 02:30 自动对最近 7 天执行。省平台无答复时 state 为 unreachable，差异不变。',
      en: 'Compares ratings and rectification steps of a day on both sides: first the counts, then record by record where the counts of a department differ. A difference is one of not_yet_accepted, rejected, missing_at_center, unknown_here, differs, replaced_here (a contest was upheld: the center keeps the first rating), voided_here (neither rating was the applicant’s: the center keeps the first). A difference that is gone closes automatically. A case that was never sent and is not in the outbox (for example, the exchange was off on that day) is put back into the outbox and sent within five minutes, so this also reports past days. Runs every night at 02:30 for the last seven days. If the center does not answer, state is unreachable and nothing changes.',
    },
    request: { schema: 'ReconciliationRequest', example: { day: '2026-11-20' } },
    answers: [
      {
        status: 200,
        words: { zh: '对账结果', en: 'The result' },
        content: { schema: 'ReconciliationView', example: result },
      },
    ],
    problems: problemsFor('staffWrite', ['out_of_scope', 'day_not_over']),
  },
  {
    on: 'GET /v1/reports/differences',
    id: 'listDifferences',
    to: 'reconciliation/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '对账差异', en: 'List the differences' },
    description: {
      zh: '未处理的差异（按日期由早到晚）与最近各日的对账结果。级别、渠道、时间按省接口的代码书写。',
      en: 'Open differences, the earliest day first, and the results of the latest days. Levels, channels and times are in the codes of the center.',
    },
    parameters: pageParameters,
    answers: [
      {
        status: 200,
        words: { zh: '差异列表', en: 'The differences' },
        content: {
          schema: 'DifferenceList',
          example: { differences: [difference], days: [result] },
        },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope', 'invalid_input', 'cursor_invalid']),
  },
  {
    on: 'POST /v1/reports/differences/{id}/settle',
    id: 'settleDifference',
    to: 'reconciliation/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '确认差异', en: 'Settle a difference' },
    description: {
      zh: '说明该差异可以保留的理由（请勿填写个人信息）。差异内容变化的，重新列为未处理；差异消除的，自动关闭。',
      en: 'States why the difference may remain (no personal data). It opens again when it changes and closes automatically when it is gone.',
    },
    parameters: [
      {
        name: 'id',
        in: 'path',
        schema: z.string(),
        words: { zh: '差异编号', en: 'Id of the difference' },
        example: difference.id,
      },
    ],
    request: {
      schema: 'DifferenceSettlement',
      example: { note: '部门已撤并，省平台同意保留差异' },
    },
    answers: [
      {
        status: 200,
        words: { zh: '已确认', en: 'It is settled' },
        content: { schema: 'DifferenceView', example: settled },
      },
    ],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'difference_unknown',
      'difference_closed',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
