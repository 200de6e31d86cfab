import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { draftProblems, outcomeExample } from './contract.table.ts';

const entryId = '6c3f0a9be2d14775a1c08be4470f9d52';

const entryParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '登记编号', en: 'Entry id' },
  example: entryId,
};

const entryFacts = {
  projectNo: exampleCase.projectNo,
  serviceNumber: 1,
  channel: 'hotline',
  record: '12345-20261120-004417',
  level: 'dissatisfied',
  tags: ['209'],
  text: '来电人表示办理超过承诺时间。',
  contactConsent: true,
};

export const entryOperations = [
  {
    on: 'POST /v1/entries',
    id: 'enterRating',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '代为登记评价（热线、书面）', en: 'Enter a rating (hotline, paper)' },
    description: {
      zh: '话务员代为登记来电评价，大厅工作人员代为登记书面评价。登记后尚未成为评价，须由他人对照录音或原始表单复核确认。一份记录只能登记一次。被评价部门的人员和提供该次服务的人员不得登记或复核。',
      en: 'A hotline operator enters a rating given by telephone, a clerk one given on paper. It becomes a rating only when another person has compared it with the recording or the form. One record is entered once. Nobody of the rated department and nobody who served enters or confirms it.',
    },
    request: { schema: 'EntryRequest', example: entryFacts },
    answers: [
      {
        status: 202,
        words: { zh: '待他人复核', en: 'It awaits review by another person' },
        content: { schema: 'EntryAccepted', example: { id: entryId, state: 'awaiting' } },
      },
    ],
    problems: problemsFor('staffWrite', [
      'case_unknown',
      'contact_unknown',
      'out_of_scope',
      ...draftProblems,
      'record_taken',
      'own_department',
      'own_work',
      'department_missing',
    ]),
  },
  {
    on: 'GET /v1/entries',
    id: 'listEntries',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '待复核的登记记录', en: 'List entries that await review' },
    description: {
      zh: '本区域待复核的登记记录，按登记时间先后排列。',
      en: 'Entries of the area that await review, the oldest first.',
    },
    parameters: [
      {
        name: 'area',
        in: 'query',
        schema: Area,
        words: { zh: '行政区划；默认为本人区域', en: 'Area; by default the caller’s own' },
        example: exampleCase.area,
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '待复核', en: 'The entries' },
        content: {
          schema: 'EntryList',
          example: {
            entries: [
              {
                id: entryId,
                ...entryFacts,
                enteredBy: 'hotline-07',
                enteredAt: '2026-11-20T10:02:30.000+08:00',
              },
            ],
            cursor: null,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', [
      'invalid_input',
      'out_of_scope',
      'cursor_invalid',
      'area_unknown',
    ]),
  },
  {
    on: 'GET /v1/entries/{id}',
    id: 'getEntry',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '登记记录的状态', en: 'Show the state of an entry' },
    description: {
      zh: '登记记录的状态，以及成为评价后回执短信的状态：waiting 待发送（夜间免打扰时段内的次日发送），sent 已发送，delivered 已送达，failed 发送失败，no_number 评价前办件未登记手机号，not_sent 不发送（如已退订），off 未开通短信。回执和手机号不向工作人员提供。',
      en: 'The state of an entry and, once it is a rating, of the message with its receipt: waiting (by night until the morning), sent, delivered, failed, no_number (the case had none before the rating), not_sent (for example refused), off (no messages are sent). Neither receipt nor number is given to staff.',
    },
    parameters: [entryParameter],
    answers: [
      {
        status: 200,
        words: { zh: '登记记录', en: 'The entry' },
        content: {
          schema: 'EntryShown',
          example: {
            id: entryId,
            projectNo: exampleCase.projectNo,
            serviceNumber: 1,
            channel: 'hotline',
            state: 'confirmed',
            enteredBy: 'hotline-07',
            enteredAt: '2026-11-20T10:02:30.000+08:00',
            checkedBy: 'hotline-09',
            checkedAt: '2026-11-20T10:41:05.000+08:00',
            receipt: 'sent',
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['entry_unknown', 'out_of_scope']),
  },
  {
    on: 'POST /v1/entries/{id}/confirm',
    id: 'ruleOnEntry',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '复核登记记录', en: 'Review an entry' },
    description: {
      zh: '由登记人以外的同岗人员复核。matches 为 true（默认）即成为评价，返回 201；再次确认返回 200；回执属于评价人，不向工作人员提供；matches 为 false 则退回。',
      en: 'By another person of the same role. With matches true (the default) it becomes a rating: 201, and 200 when confirmed again. The receipt belongs to the rater and is given to no staff. With false it is rejected.',
    },
    parameters: [entryParameter],
    request: { schema: 'EntryRuling', example: { matches: true } },
    answers: [
      {
        status: 201,
        words: { zh: '已成为评价', en: 'It is a rating now' },
        content: {
          schema: 'EntryConfirmed',
          example: { id: entryId, state: 'confirmed', ...outcomeExample },
        },
      },
      {
        status: 200,
        words: { zh: '此前已确认', en: 'It was confirmed before' },
        content: {
          schema: 'EntryConfirmed',
          example: { id: entryId, state: 'confirmed', ...outcomeExample, repeated: true },
        },
      },
      {
        status: 200,
        words: { zh: '已退回', en: 'It is rejected' },
        content: { schema: 'EntryRejected', example: { id: entryId, state: 'rejected' } },
      },
    ],
    problems: problemsFor('staffWrite', [
      'entry_unknown',
      'out_of_scope',
      'same_person',
      'entry_settled',
      'entry_case_moved',
      'entry_of_concerned',
      'record_taken',
      'own_department',
      'own_work',
      'department_missing',
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'already_rated',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
