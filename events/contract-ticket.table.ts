import * as z from 'zod/mini';

import type { Operation, Parameter } from './contract.ts';
import { problemsFor } from './contract.ts';
import { exampleCase, exampleContactCount, exampleRectifyCount } from './example.table.ts';
import { noticeExample } from './notice.ts';
import { Area } from './primitive.ts';

const ticketId = `${exampleCase.projectNo}-1`;
const openedAt = '2026-11-20T09:41:07.000+08:00';

const ticketParameter: Parameter = {
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
    schema: z._default(z.enum(['department', 'area', 'overdue']), 'department'),
    words: {
      zh: '本部门、本区域(督办、复核、审计)或已超期',
      en: 'The department’s, the area’s (supervisor, reviewer, auditor), or those overdue',
    },
    example: 'department',
  },
  {
    name: 'area',
    in: 'query',
    schema: Area,
    words: { zh: '行政区划;默认为本人区域', en: 'Area; by default the caller’s own' },
    example: exampleCase.area,
  },
  {
    name: 'limit',
    in: 'query',
    schema: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
    words: { zh: '每页条数', en: 'Lines a page' },
    example: 50,
  },
  {
    name: 'cursor',
    in: 'query',
    schema: z.string(),
    words: { zh: '上一页返回的 cursor', en: 'The cursor of the page before' },
    example: 'eyJwayI6Ii4uLiJ9',
  },
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

export const ticketOperations: readonly Operation[] = [
  {
    on: 'GET /v1/tickets',
    id: 'listTickets',
    to: 'ticket/list',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '整改工单列表', en: 'List open tickets' },
    description: {
      zh: '未办结的整改工单,部门内按最近期限排序。不显示评价人及其文字。',
      en: 'Open tickets, the nearest deadline first within a department. Neither the rater nor their words are shown.',
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
    problems: problemsFor('staffRead', ['invalid_input', 'out_of_scope', 'cursor_invalid']),
  },
  {
    on: 'GET /v1/tickets/{id}',
    id: 'showTicket',
    to: 'ticket/show',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '工单详情', en: 'Show a ticket' },
    description: {
      zh: '工单、评价文字、逐日说明的期限与防篡改的过程链。评价人信息已脱敏。',
      en: 'The ticket, the words of the rating, both deadlines day by day, and the audit chain. The rater is masked.',
    },
    parameters: [ticketParameter],
    answers: [
      {
        status: 200,
        words: { zh: '工单', en: 'The ticket' },
        content: {
          schema: 'TicketFile',
          example: {
            ...facts,
            projectNo: exampleCase.projectNo,
            serviceNumber: 1,
            contactConsent: true,
            matterCode: exampleCase.matter.code,
            policyVersion: 1,
            stateName: '待回访核实',
            tags: [{ code: '209', text: '未在承诺时间内办结' }],
            words: '说好五天,等了九天。',
            matter: exampleCase.matter,
            department: exampleCase.department,
            applicant: { name: '张**', mobile: '139****0001' },
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
                  type: 'opened',
                  facts: { level: 'dissatisfied', tags: '209', channel: 'qr', policyVersion: 1 },
                  previous: ticketId,
                  hash: '5d41402abc4b2a76b9719d911017c592ae41e4649b934ca495991b7852b855f1',
                },
              ],
            },
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['ticket_unknown', 'out_of_scope']),
  },
  {
    on: 'GET /v1/inbox',
    id: 'readInbox',
    to: 'escalation/inbox',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '部门通知', en: 'The department’s inbox' },
    description: {
      zh: '本部门最近 50 条通知,新的在前。通知不含个人信息。',
      en: 'The newest 50 notices of the caller’s department. Notices name no person.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '通知', en: 'The notices' },
        content: {
          schema: 'InboxView',
          example: { notices: [{ ...noticeExample, at: '2026-11-20T09:30:00.000+08:00' }] },
        },
      },
    ],
    problems: problemsFor('staffRead'),
  },
];
