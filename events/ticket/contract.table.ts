import * as z from 'zod/mini';

import { proofClassNames } from '../../shared/domain/rating/proof/proof-class.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase, exampleContactCount, exampleRectifyCount } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { ticketViews } from './view.ts';

const ticketId = `${exampleCase.projectNo}-1`;
const openedAt = '2026-11-20T09:41:07.000+08:00';

export const ticketParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '工单编号', en: 'Ticket id' },
  example: ticketId,
};

const listParameters: readonly Parameter[] = [
  {
    name: 'view',
    in: 'query',
    schema: z.optional(z.enum(ticketViews)),
    words: {
      zh: '我的、本部门、本区域（督办、复核、审计）、超期、待审核（含改派申请）、待公布节假日安排、整改台账、已办结；承办人员默认为本部门，其他人员默认为本区域',
      en: 'Mine, the department’s, the area’s (supervisor, reviewer, auditor); of these the overdue, those awaiting a ruling (or a decision on a transfer) or a calendar, the rectification register (hardship); or the closed ones. By default the department’s for handlers, the area’s for others',
    },
    example: 'department',
  },
  {
    name: 'month',
    in: 'query',
    schema: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    words: {
      zh: '已办结（closed）的月份；默认为本月',
      en: 'With closed: the month in which they were closed; by default the current one',
    },
    example: '2026-11',
  },
  {
    name: 'area',
    in: 'query',
    schema: Area,
    words: {
      zh: '行政区划；默认为本人区域，市级人员为全市各区域',
      en: 'Area; by default the caller’s own, for city staff every area',
    },
    example: exampleCase.area,
  },
  ...pageParameters,
];

const facts = {
  id: ticketId,
  state: 'open',
  level: 'dissatisfied',
  channel: 'qr',
  creditCode: exampleCase.department.creditCode,
  area: exampleCase.area,
  hall: exampleCase.contact.hall,
  window: exampleCase.contact.window,
  round: 1,
  rung: 0,
  late: false,
  openedAt,
  version: 1,
};

const clock = (amount: number, dueAt: string) => ({
  state: 'running',
  startedAt: '2026-11-20T01:41:07.000Z',
  term: { amount, unit: 'working_day' },
  pauses: [],
  dueAt,
});

/** A ticket as its handler sees it. */
export const ticketFileExample = {
  ...facts,
  projectNo: exampleCase.projectNo,
  serviceNumber: 1,
  contactConsent: true,
  matterCode: exampleCase.matter.code,
  policyVersion: 1,
  stateName: '待回访核实',
  tags: [{ code: '209', text: '未在承诺时间内办结' }],
  words: '说好五天，等了九天。',
  proofClass: 'link',
  proofName: proofClassNames.link.zh,
  doubts: [],
  matter: exampleCase.matter,
  department: exampleCase.department,
  applicant: { name: '张**', mobile: '139****0001' },
  contacts: [],
  transfers: 0,
  claimed: [],
  returns: 0,
  urges: 0,
  nextDueAt: '2026-11-23T17:30:00.000+08:00',
  overdue: false,
  allowed: ['recordContact', 'find', 'requestExtension', 'askTransfer', 'unmask'],
  clocks: {
    contact: { ...clock(1, '2026-11-23T09:30:00.000Z'), ...exampleContactCount },
    rectify: { ...clock(15, '2026-12-11T09:30:00.000Z'), ...exampleRectifyCount },
  },
  audit: {
    intact: true,
    steps: [
      {
        ticketId,
        number: 1,
        at: openedAt,
        by: { role: 'resident' },
        round: 1,
        type: 'opened',
        facts: {
          projectNo: exampleCase.projectNo,
          serviceNumber: 1,
          level: 'dissatisfied',
          tags: ['209'],
          channel: 'qr',
          contactConsent: true,
          creditCode: exampleCase.department.creditCode,
          area: '330602',
          matterCode: exampleCase.matter.code,
          policyVersion: 1,
          clocks: {
            contact: clock(1, '2026-11-23T09:30:00.000Z'),
            rectify: clock(15, '2026-12-11T09:30:00.000Z'),
          },
          rating: 'b1946ac92492d2347c6235b4d2611184c3b9f6b7b1f7d4b2f9b9c4c9f5b8c9aa',
        },
        commit: { version: 1, nextAt: '2026-11-23T09:30:00.001Z' },
        previous: ticketId,
        hash: '5d41402abc4b2a76b9719d911017c592ae41e4649b934ca495991b7852b855f1',
      },
    ],
  },
};

export const ticketOperations = [
  {
    on: 'GET /v1/tickets',
    id: 'listTickets',
    to: 'ticket/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '整改工单列表', en: 'List tickets' },
    description: {
      zh: '未办结的整改工单，部门内按最近期限排序；closed 为当月已办结的工单。不显示评价人及其评价文字。筛选后的一页可能不满，但仍带有 cursor。',
      en: 'Open tickets, the nearest deadline first within a department; with closed, those closed in a month. The rater and the text of the rating are not shown. A filtered page may be short and still have a cursor.',
    },
    parameters: listParameters,
    answers: [
      {
        status: 200,
        words: { zh: '一页工单', en: 'A page of tickets' },
        content: {
          schema: 'TicketList',
          example: {
            tickets: [
              {
                ...facts,
                tags: ['209'],
                nextDueAt: '2026-11-23T17:30:00.000+08:00',
                overdue: false,
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
    on: 'GET /v1/tickets/{id}',
    id: 'showTicket',
    to: 'ticket/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '工单详情', en: 'Show a ticket' },
    description: {
      zh: '工单、评价内容、办理情况、逐日说明的期限、您当前可以进行的操作（allowed）与防篡改的办理记录。评价人信息已脱敏。',
      en: 'The ticket, the rating, the work done, its deadlines day by day, what you may do now (allowed), and the audit chain. The rater is masked.',
    },
    parameters: [ticketParameter],
    answers: [
      {
        status: 200,
        words: { zh: '工单', en: 'The ticket' },
        content: {
          schema: 'TicketFile',
          example: ticketFileExample,
        },
      },
    ],
    problems: problemsFor('staffRead', ['ticket_unknown']),
  },
] as const satisfies readonly Operation[];
