import * as z from 'zod/mini';

import { keptStates } from '../../shared/domain/exchange/callback/kept.ts';
import { proposedAnswer } from '../access/approval-contract.table.ts';
import { problemsFor } from '../contract.ts';
import type { Operation, Parameter } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';

const kept = {
  id: 'q7Tn3RvW5yZ1bC8dF0gHjK',
  operation: 'evaluation.sync',
  reason: 'level_unreadable',
  advice: '满意度无法识别；请查看原文，核定满意度后入库',
  state: 'open',
  at: '2026-11-20T10:15:02.000+08:00',
  accessKey: 'AKb2Lm9XsV4wE6tY1uP8oQdZ',
  projectNo: exampleCase.projectNo,
  end: null,
} as const;

const idParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '待处理回调编号', en: 'Id of the kept callback' },
  example: kept.id,
};

const about = { to: 'exchange/staff', audience: 'staff', security: 'bearer' } as const;

export const keptCallbackOperations = [
  {
    on: 'GET /v1/center/callbacks',
    id: 'listKeptCallbacks',
    ...about,
    summary: { zh: '待处理的省中心回调', en: 'List kept callbacks of the center' },
    description: {
      zh: '省中心推送、暂不能入库或只能部分入库的评价、追评和工单记录，按到达时间排列。waiting：所需数据可能尚未到达，每五分钟自动重试，十天后转人工；open：须人工处理；taken：已入库；settled：已说明。',
      en: 'Ratings, follow-ups and steps from the provincial center that could not be stored, or only in part, the earliest first. waiting: what they need may still arrive, so they are tried again every five minutes, and become open after ten days; open: somebody has to look at them; taken: stored since; settled: explained.',
    },
    parameters: [
      {
        name: 'state',
        in: 'query',
        schema: z._default(z.enum(keptStates), 'open'),
        words: { zh: '状态', en: 'State' },
        example: 'open',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '待处理回调', en: 'The kept callbacks' },
        content: { schema: 'KeptCallbackList', example: { callbacks: [kept], cursor: null } },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope', 'invalid_input', 'cursor_invalid']),
  },
  {
    on: 'GET /v1/center/callbacks/{id}',
    id: 'showKeptCallback',
    ...about,
    summary: { zh: '查看回调原文', en: 'Show a kept callback' },
    description: {
      zh: '回调的原文；能够识别的报文不含评价人的姓名、证件号和手机号。UTF-16 与 gzip 的报文按其解读，其他不是 UTF-8 的按 GB18030 试读。',
      en: 'The content of the callback, without name, number and telephone of the rater where it can be read. UTF-16 and gzip are read as such; anything else that is not UTF-8 is shown as GB 18030, as an attempt.',
    },
    parameters: [idParameter],
    answers: [
      {
        status: 200,
        words: { zh: '回调原文', en: 'The callback' },
        content: {
          schema: 'KeptCallbackFile',
          example: {
            ...kept,
            content: `{"targetId":"${exampleCase.projectNo}","evaluationItemModel":{"id":17}}`,
            encoding: 'utf-8',
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope', 'kept_callback_unknown']),
  },
  {
    on: 'POST /v1/center/callbacks/{id}/settle',
    id: 'settleKeptCallback',
    ...about,
    summary: { zh: '说明回调的处理结果', en: 'Settle a kept callback' },
    description: {
      zh: '提出说明不入库的理由（请勿填写个人信息），另一人复核后生效。仍在自动重试的不能说明。原文继续保存；省中心重复推送的，不再列入。被评价部门的人员和经办人，不得提出或复核。',
      en: 'Proposes to state why it is not taken in (no personal data); another person confirms it. Not while it is still tried. The content stays stored, and a repeat of the center is not listed again. Nobody of the rated department, and no person who served, proposes or confirms it.',
    },
    parameters: [idParameter],
    request: {
      schema: 'KeptCallbackSettlement',
      example: { note: '与省中心核对，系测试数据' },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'kept_callback_unknown',
      'kept_callback_ended',
      'own_department',
      'own_work',
      'department_missing',
      'kept_callback_still_tried',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/center/callbacks/{id}/take',
    id: 'takeKeptCallback',
    ...about,
    summary: { zh: '回调核定入库', en: 'Take in a kept callback' },
    description: {
      zh: '提出将回调入库，并核定其中无法识别的内容：办件统一编号、服务次序、满意度、指标、评价文字、评价时间、渠道；核定的内容随评价注明，可识别的内容不可更改。一次推送了多条评价的，以 item 注明第几条。另一人复核后入库，差评自入库时起生成工单、开始计时；未能入库任何内容的，回调不予办结。被评价部门的人员和经办人，不得提出或复核。',
      en: 'Proposes to take it in, and states what cannot be read: case, contact, level, tags, words, time or channel. What was stated is marked with the rating, and what can be read cannot be changed. Where it brings several evaluations, item names which. It is stored once another person has confirmed it; a bad rating opens its ticket, with clocks from then. When nothing of it can be stored, the callback does not end. Nobody of the rated department, and no person who served, proposes or confirms it.',
    },
    parameters: [idParameter],
    request: {
      schema: 'KeptCallbackTaking',
      example: { level: 'dissatisfied', reason: '原文写作“较差”，与省中心核对为不满意' },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'kept_callback_unknown',
      'kept_callback_ended',
      'own_department',
      'own_work',
      'department_missing',
      'callback_readable',
      'callback_several',
      'callback_words_missing',
      'case_unknown',
      'contact_unknown',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
