import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { draftProblems, receiptExample } from './contract.table.ts';

const entryId = '6c3f0a9be2d14775a1c08be4470f9d52';

const entryParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '代录编号', en: 'Entry id' },
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
    roles: ['hotline_operator', 'clerk'],
    summary: { zh: '代录评价（热线、书面）', en: 'Write down a rating (hotline, paper)' },
    description: {
      zh: '话务员代录来电评价，大厅工作人员代录书面评价。代录不是评价：须由另一人对照录音或原始表单核对确认。一份记录只能代录一次。',
      en: 'A hotline operator writes down what a resident said, a clerk what a form says. It is no rating yet: a second person compares it with the recording or the form. One record is entered once.',
    },
    request: { schema: 'EntryRequest', example: entryFacts },
    answers: [
      {
        status: 202,
        words: { zh: '等待第二人核对', en: 'It waits for the second person' },
        content: { schema: 'EntryAccepted', example: { id: entryId, state: 'awaiting' } },
      },
    ],
    problems: problemsFor('staffWrite', [
      'case_unknown',
      'contact_unknown',
      'out_of_scope',
      ...draftProblems,
      'record_taken',
    ]),
  },
  {
    on: 'GET /v1/entries',
    id: 'listEntries',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['hotline_operator', 'clerk', 'hall_admin'],
    summary: { zh: '待核对的代录', en: 'Entries that wait for their second person' },
    description: {
      zh: '本区域待第二人核对的代录，先录先列。',
      en: 'What waits in the area, the oldest first.',
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
        words: { zh: '待核对', en: 'Those awaiting' },
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
    problems: problemsFor('staffRead', ['invalid_input', 'out_of_scope', 'cursor_invalid']),
  },
  {
    on: 'POST /v1/entries/{id}/confirm',
    id: 'ruleOnEntry',
    to: 'rating/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['hotline_operator', 'clerk'],
    summary: { zh: '核对代录', en: 'Rule on an entry' },
    description: {
      zh: '由代录人之外的同岗人员核对。matches 为 true（默认）即成为评价，返回 201；再次确认返回 200 与同一回执；matches 为 false 则退回。',
      en: 'By a second person of the same role. With matches true (the default) it becomes a rating: 201, and 200 with the same receipt when confirmed again. With false it is rejected.',
    },
    parameters: [entryParameter],
    request: { schema: 'EntryRuling', example: { matches: true } },
    answers: [
      {
        status: 201,
        words: { zh: '已成为评价', en: 'It is a rating now' },
        content: { schema: 'RatingReceipt', example: receiptExample },
      },
      {
        status: 200,
        words: { zh: '此前已确认', en: 'It was confirmed before' },
        content: { schema: 'RatingReceipt', example: { ...receiptExample, repeated: true } },
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
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'already_rated',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
