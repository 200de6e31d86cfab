import * as z from 'zod/mini';

import { officialCalendarYears } from '../../shared/domain/calendar/years.table.ts';
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

const year2026 = officialCalendarYears.find(({ year }) => year === 2026);

/** The notice for 2026, as shipped. */
const facts = { notices: year2026?.notices, holidays: year2026?.holidays };

const loaded = {
  source: 'loaded',
  version: 1,
  loadedBy: 'sysadmin',
  confirmedBy: 'sysadmin-2',
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
      zh: '某年的放假与调休上班日、所依据的通知、来源，以及待公布该年节假日安排的工单数。尚未公布的年份同样返回（source 为 none）。content 可修改后原样提交 PUT。',
      en: 'The days off and make-up working days of a year, their notices, who loaded them, and how many tickets wait for the year. A year without a notice is returned with source none. content can be edited and sent to PUT as it is.',
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
            content: facts,
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
      zh: '按国务院办公厅通知（网址与发文字号）整体提出一年的安排，须由另一人复核后载入。须含七个法定节日，因放假而不上班的周一至周五为 11 至 40 天；放假日与调休上班日不得重叠，调休上班日须为周末且邻近其假期。载入后自动重新计算受影响的未办结工单，并在期限变动的工单上逐件留痕；以往内容保留。内容相同的不作更改（changed 为 false），并继续未完成的重新计算。',
      en: 'Proposes the whole year as set by the notice of the State Council, with its address and number; it is loaded once another person has confirmed it. All seven festivals are in it, and it frees 11 to 40 days from Monday to Friday; a day off cannot be a make-up working day, which is on a weekend near its holiday. Affected open tickets are recounted automatically, with a step on each that changes; earlier contents are kept. The same content again changes nothing (changed is false) and continues an unfinished recount.',
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
  {
    on: 'POST /v1/calendar/{year}/dry-run',
    id: 'dryRunCalendarYear',
    to: 'calendar/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '节假日安排模拟测算', en: 'Dry run of a calendar year' },
    description: {
      zh: '与载入时作同样的核对，并列出未办结工单中期限将变动的（计数与前 50 件）；unusual 为七个法定节日以外的放假（周一至周五），请与通知核对。不作任何更改。',
      en: 'Checks the content as loading does, and lists the open tickets whose deadlines would move: counts, and the first 50. In unusual are days off from Monday to Friday for no statutory festival: compare them with the notice. Changes nothing.',
    },
    parameters: [yearParameter],
    request: { schema: 'CalendarYearFacts', example: facts },
    answers: [
      {
        status: 200,
        words: { zh: '差异', en: 'The differences' },
        content: {
          schema: 'CalendarRehearsal',
          example: {
            year: 2026,
            at: '2026-11-20T14:00:00.000+08:00',
            workingDays: { now: 249, proposed: 248 },
            unusual: [{ name: '抗战胜利日', off: ['2026-09-03'] }],
            tickets: 31,
            differing: 1,
            counts: {
              contactEarlier: 0,
              contactLater: 0,
              rectifyEarlier: 0,
              rectifyLater: 1,
              reviewEarlier: 0,
              reviewLater: 0,
              noLongerWaiting: 0,
            },
            lines: [
              {
                id: '330602261120000000017-1',
                state: 'open',
                contactDue: {
                  now: '2026-11-23T17:30:00.000+08:00',
                  proposed: '2026-11-23T17:30:00.000+08:00',
                },
                rectifyDue: {
                  now: '2026-12-11T17:30:00.000+08:00',
                  proposed: '2026-12-14T17:30:00.000+08:00',
                },
                reviewDue: { now: null, proposed: null },
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', ['year_unknown', 'calendar_invalid', 'out_of_scope']),
  },
] as const satisfies readonly Operation[];
