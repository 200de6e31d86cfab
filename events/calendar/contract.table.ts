import * as z from 'zod/mini';

import { proposedAnswer } from '../access/approval-contract.table.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';

const yearParameter: Parameter = {
  name: 'year',
  in: 'path',
  schema: z.int().check(z.minimum(1992), z.maximum(9998)),
  words: { zh: '年份', en: 'Year' },
  example: 2026,
};

/** From the notice for 2026; an answer lists every holiday of the year. */
const facts = {
  notices: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
  holidays: [
    { name: '元旦', off: ['2026-01-01', '2026-01-02', '2026-01-03'], makeup: ['2026-01-04'] },
  ],
};

const loaded = {
  source: 'loaded',
  version: 1,
  loadedBy: 'sysadmin',
  loadedAt: '2026-11-20T10:00:00.000+08:00',
};

export const calendarOperations = [
  {
    on: 'GET /v1/calendar/{year}',
    id: 'showCalendarYear',
    to: 'calendar/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '年度节假日安排', en: 'Show a calendar year' },
    description: {
      zh: '某年的放假与调休上班日、所依据的通知、来源，以及待公布该年节假日安排的工单数。尚未公布的年份同样返回（source 为 none）。',
      en: 'The days off and make-up working days of a year, their notices, who loaded them, and how many tickets wait for the year. A year without a notice is returned with source none.',
    },
    parameters: [yearParameter],
    answers: [
      {
        status: 200,
        words: { zh: '该年安排', en: 'The year' },
        content: {
          schema: 'CalendarView',
          example: {
            year: 2026,
            source: 'shipped',
            version: 0,
            ...facts,
            workingDays: 248,
            waiting: 0,
            recount: null,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['year_unknown']),
  },
  {
    on: 'PUT /v1/calendar/{year}',
    id: 'loadCalendarYear',
    to: 'calendar/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '载入或更正年度节假日安排', en: 'Load or correct a calendar year' },
    description: {
      zh: '按国务院办公厅通知整体提出一年的安排，须由另一人复核后载入。放假日与调休上班日不得重叠，调休上班日须为周末。载入后自动重新计算受影响的未办结工单，并在期限变动的工单上逐件留痕；以往内容保留。内容相同的不作更改（changed 为 false），并继续未完成的重新计算。',
      en: 'Proposes the whole year as set by the notice of the State Council; it is loaded once another person has confirmed it. A day off cannot be a make-up working day, and a make-up working day is on a weekend. Affected open tickets are recounted automatically, with a step on each that changes; earlier contents are kept. The same content again changes nothing (changed is false) and continues an unfinished recount.',
    },
    parameters: [yearParameter],
    request: { schema: 'CalendarYearFacts', example: facts },
    answers: [
      proposedAnswer,
      {
        status: 200,
        words: { zh: '内容未变', en: 'It is unchanged' },
        content: {
          schema: 'CalendarLoaded',
          example: {
            year: 2026,
            changed: false,
            ...loaded,
            recount: { state: 'running', round: 2, queued: 17 },
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'year_unknown',
      'calendar_invalid',
      'out_of_scope',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
