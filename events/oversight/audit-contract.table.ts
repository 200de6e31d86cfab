import * as z from 'zod/mini';

import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';

const auditBreak = {
  ticketId: `${exampleCase.projectNo}-1`,
  found: { kind: 'replay', members: ['state'] },
  state: 'open',
  openedAt: '2026-11-21T03:30:00.000+08:00',
  history: [
    {
      at: '2026-11-21T03:30:00.000+08:00',
      what: 'opened',
      finding: { kind: 'replay', members: ['state'] },
    },
  ],
};

const settledBreak = {
  ...auditBreak,
  state: 'settled',
  history: [
    ...auditBreak.history,
    {
      at: '2026-11-21T10:00:00.000+08:00',
      what: 'settled',
      finding: auditBreak.found,
      by: 'u-auditor-1',
      note: '已从备份恢复并立案调查，编号 2026-17',
    },
  ],
};

const settledActs = {
  found: { kind: 'end' },
  state: 'settled',
  openedAt: '2026-11-21T03:30:00.000+08:00',
  history: [
    { at: '2026-11-21T03:30:00.000+08:00', what: 'opened', finding: { kind: 'end' } },
    {
      at: '2026-11-21T10:00:00.000+08:00',
      what: 'settled',
      finding: { kind: 'end' },
      by: 'u-auditor-1',
      note: '已从备份恢复并立案调查，编号 2026-18',
    },
  ],
};

export const auditOperations = [
  {
    on: 'GET /v1/audit/breaks',
    id: 'listAuditBreaks',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '审计链异常', en: 'List broken audit chains' },
    description: {
      zh: '与审计链不一致的工单（须为市级人员）：link 为某一步与前一步不衔接，end 为链尾与工单所记不符，replay 为各步骤推演的结果与工单不同（列出字段），rating 为评价缺失或已非当时的评价，ticket 为有步骤而无工单，unreadable 为存储内容无法读取，misplaced 为不在应在的列表中或属于其他工单。每晚核验有变动的工单、全部未办结的工单，并按月轮流核验其余工单。管理操作日志与其链不一致的列于 acts：每晚核验新增部分，并轮流核验其余部分，end 为上次核验的最后一条已不存在或已被改动。latestRun 为最近一次核验。',
      en: 'Tickets that disagree with their audit chain (city staff only): link, a step does not fit its predecessor; end, the chain does not end where the ticket says; replay, the events give another ticket (its members are listed); rating, the rating is missing or is not the one that was rated; ticket, there are steps without a ticket; unreadable, stored items do not fit their schema; misplaced, items are off their lists or belong to another ticket. Every night, changed and open tickets are verified, and two months of the rest in rotation. When the log of administrative acts does not agree with its chain, it stands in acts: what is new is verified every night and the rest in rotation; end means that the last act of the run before is gone or changed. latestRun is the latest run.',
    },
    parameters: [
      {
        name: 'state',
        in: 'query',
        schema: z._default(z.enum(['open', 'settled']), 'open'),
        words: { zh: '未处理的或已确认的；默认未处理的', en: 'Open or settled; open by default' },
        example: 'settled',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '异常列表', en: 'The breaks' },
        content: {
          schema: 'AuditBreakList',
          example: {
            breaks: [auditBreak],
            latestRun: {
              at: '2026-11-21T03:30:00.000+08:00',
              changedSince: '2026-11-21',
              nextMonth: '2026-09',
              verified: 212,
            },
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope', 'invalid_input', 'cursor_invalid']),
  },
  {
    on: 'POST /v1/audit/breaks/{ticketId}/settle',
    id: 'settleAuditBreak',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '确认审计链异常', en: 'Settle a broken audit chain' },
    description: {
      zh: '说明查明的情况（请勿填写个人信息）。异常内容变化的，重新列为未处理；恢复一致的，下次核验时自动关闭。',
      en: 'States what was found out (no personal data). The break opens again when it changes, and closes in the next run once the chain is intact.',
    },
    parameters: [
      {
        name: 'ticketId',
        in: 'path',
        schema: z.string(),
        words: { zh: '工单编号', en: 'Id of the ticket' },
        example: auditBreak.ticketId,
      },
    ],
    request: {
      schema: 'AuditBreakSettlement',
      example: { note: '已从备份恢复并立案调查，编号 2026-17' },
    },
    answers: [
      {
        status: 200,
        words: { zh: '已确认', en: 'It is settled' },
        content: { schema: 'AuditBreakView', example: settledBreak },
      },
    ],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'audit_break_unknown',
      'audit_break_closed',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/audit/acts/settle',
    id: 'settleActsBreak',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '确认管理操作日志异常', en: 'Settle the broken log of acts' },
    description: {
      zh: '说明查明的情况（请勿填写个人信息）。异常内容变化的，重新列为未处理；恢复一致的，下次核验时自动关闭。',
      en: 'States what was found out (no personal data). The break opens again when it changes, and closes in the next run once the chain is intact.',
    },
    parameters: [],
    request: {
      schema: 'AuditBreakSettlement',
      example: { note: '已从备份恢复并立案调查，编号 2026-18' },
    },
    answers: [
      {
        status: 200,
        words: { zh: '已确认', en: 'It is settled' },
        content: { schema: 'ActsBreakView', example: settledActs },
      },
    ],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'audit_break_unknown',
      'audit_break_closed',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
