import * as z from 'zod/mini';

import { ratableNouns } from '../../shared/domain/oversight/register.ts';
import { pressStates } from '../../shared/domain/pad/press.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area, Day, HallCode } from '../primitive.ts';
import { lightNames } from './light-name.ts';
import { registerOperations } from './register-contract.table.ts';
import { stepProblems } from './view.ts';

const { area, contact, department, matter } = exampleCase;
const padId = 'p4Xk2mVQ8rT1uYb7nZc9Lw';
const at = '2026-11-20T10:15:00.000+08:00';

const areaParameter: Parameter = {
  name: 'area',
  in: 'query',
  schema: Area,
  words: {
    zh: '行政区划；默认为本人区域，市级人员为全市各区域',
    en: 'Area; by default the caller’s own, for city staff every area',
  },
  example: area,
};

const listProblems = problemsFor('staffRead', [
  'invalid_input',
  'out_of_scope',
  'area_unknown',
  'cursor_invalid',
]);

const caseOperation = {
  on: 'GET /v1/oversight/cases',
  id: 'overseeCases',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '承诺时限黄灯与红灯', en: 'Promised cases by light' },
  description: {
    zh: '未办结的承诺件：red 为已超过承诺时限，yellow 为剩余工作时间不足五分之一，suspended 为因特别程序中止计时，pending 为待公布节假日安排、暂不能确定期限。依法延长、中止的时间已计入。各区域依次列出，区域内最早需要关注的在前；读取时按最新节假日安排重新计算。承办人员只能查看本部门。一页可能不满，但仍带有 cursor。',
    en: 'Unfinished promised cases: red past the promised term, yellow with less than a fifth of its working time left, suspended by a special procedure, pending while the holiday notice of a year is awaited. Extensions and suspensions are counted. Area by area, what needed attention first comes first, counted by the latest calendar. Handlers see their own department. A page may be short and still have a cursor.',
  },
  parameters: [
    {
      name: 'light',
      in: 'query',
      schema: z._default(z.enum(lightNames), 'red'),
      words: { zh: '灯别；默认红灯', en: 'Which light; red by default' },
      example: 'yellow',
    },
    areaParameter,
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '办件', en: 'The cases' },
      content: {
        schema: 'PromisedCases',
        example: {
          cases: [
            {
              projectNo: exampleCase.projectNo,
              matter,
              department: { creditCode: department.creditCode, name: department.name },
              area,
              acceptedAt: '2026-11-13T09:12:00.000+08:00',
              promise: {
                workingDays: 5,
                light: 'yellow',
                dueOn: '2026-11-20',
                dueAt: '2026-11-20T17:30:00.000+08:00',
                yellowAt: '2026-11-19T15:50:24.000+08:00',
                overdue: false,
              },
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

const stepOperation = {
  on: 'GET /v1/oversight/steps',
  id: 'overseeSteps',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '环节监督', en: 'Oversight of steps' },
  description: {
    zh: '按环节监督未办结的办件：late 为有环节超过自身时限，irregular 为缺少环节、环节顺序颠倒、特别程序不规范等；给出 finishedOn 时为该日办结的办件。环节时限由报送系统在 step.workingDays 中给出，中止期间不计。承办人员只能查看本部门。一页可能不满，但仍带有 cursor。',
    en: 'Unfinished cases by their steps: late with a step past its own term, irregular with missing steps, steps out of order, or special procedures that do not fit; with finishedOn the cases finished on that day. The term of a step is what the source sent in step.workingDays; suspended time does not count. Handlers see their own department. A page may be short and still have a cursor.',
  },
  parameters: [
    {
      name: 'problem',
      in: 'query',
      schema: z._default(z.enum(stepProblems), 'late'),
      words: { zh: '问题类别；默认环节超时', en: 'Which problem; late steps by default' },
      example: 'irregular',
    },
    {
      name: 'finishedOn',
      in: 'query',
      schema: Day,
      words: { zh: '办结日期；默认未办结', en: 'Day of the end; by default unfinished cases' },
      example: '2026-11-19',
    },
    areaParameter,
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '办件', en: 'The cases' },
      content: {
        schema: 'OverseenSteps',
        example: {
          cases: [
            {
              projectNo: exampleCase.projectNo,
              matter,
              department: { creditCode: department.creditCode, name: department.name },
              area,
              state: 'handling',
              lateSteps: [
                {
                  eventId: 'HJ-2026-1120-0017-02',
                  name: '审查',
                  from: '2026-11-13T09:12:00.000+08:00',
                  to: null,
                  workingDays: 2,
                  light: 'red',
                  dueAt: '2026-11-17T17:30:00.000+08:00',
                },
              ],
              irregularities: [
                {
                  code: 'step_missing',
                  words: {
                    zh: '缺少环节：请补报该环节的事件',
                    en: 'A stage is missing: report its event',
                  },
                  stage: 'examine',
                },
              ],
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

const padExample = {
  padId,
  hall: contact.hall,
  window: contact.window,
  label: 'A03 左侧',
  state: 'enrolled',
  lastSeenAt: '2026-11-20T10:06:40.000+08:00',
  silentSeconds: 500,
  silent: true,
  waiting: 2,
  highest: 46,
  missing: [[41, 43]],
  missingCount: 3,
  counterWentBack: null,
  clockBehindSeconds: -2,
  refused: {
    count: 1,
    open: 1,
    lastAt: '2026-11-19T16:02:11.000+08:00',
    byCode: [{ code: 'reason_missing', count: 1 }],
  },
};

const padOperations = [
  {
    on: 'GET /v1/oversight/pads',
    id: 'overseePads',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '评价器监管', en: 'Oversight of pads' },
    description: {
      zh: '每台评价器的离线时长、从未收到的序号，以及被拒绝的评价按原因计数，open 为其中待人工处理的（待补录或说明）。被拒绝的评价全部加密留存。',
      en: 'For each pad: how long it has been offline, which numbers were never received, and its refused ratings by reason; open counts those that two persons have to take up or settle. Refused ratings are kept, encrypted.',
    },
    parameters: [
      {
        name: 'hall',
        in: 'query',
        schema: HallCode,
        words: { zh: '大厅编码', en: 'Hall code' },
        example: contact.hall,
      },
      areaParameter,
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '评价器', en: 'The pads' },
        content: { schema: 'PadOversight', example: { at, pads: [padExample], cursor: null } },
      },
    ],
    problems: listProblems,
  },
  {
    on: 'GET /v1/oversight/presses',
    id: 'listPresses',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '未归属的评价器评价', en: 'Presses without a contact' },
    description: {
      zh: '评价器离线时收到、尚未归属到具体服务的评价：10 个工作日内自动匹配，之后（needsPerson）由管理员两人补录（POST /v1/pads/{padId}/take-up），无法补录的两人说明理由（POST /v1/pads/{padId}/settle，state=settled 可查）。candidates 为该窗口当时未评价的服务；评价内容不显示。',
      en: 'What was pressed while a pad was offline and has no contact yet: bound by itself within 10 working days, afterwards (needsPerson) taken up by two administrators (POST /v1/pads/{padId}/take-up), or settled by two with a note (POST /v1/pads/{padId}/settle), which state=settled lists. candidates are the unrated contacts of the window at that time; what was said is not shown.',
    },
    parameters: [
      areaParameter,
      {
        name: 'state',
        in: 'query',
        schema: z._default(z.enum(pressStates), 'held'),
        words: { zh: '状态：held 待归属，settled 已说明', en: 'State' },
        example: 'held',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '未归属的评价', en: 'The presses' },
        content: {
          schema: 'HeldPresses',
          example: {
            presses: [
              {
                padId: padExample.padId,
                sequence: 45,
                hall: contact.hall,
                window: contact.window,
                pressedAt: '2026-11-19T15:40:00.000+08:00',
                implausibleAt: null,
                doubts: [],
                arrivedAt: '2026-11-19T16:02:11.000+08:00',
                tryUntil: '2026-12-04T00:00:00.000+08:00',
                needsPerson: false,
                candidates: [
                  {
                    projectNo: exampleCase.projectNo,
                    serviceNumber: 1,
                    servedAt: '2026-11-19T15:38:00.000+08:00',
                  },
                ],
                settled: null,
              },
            ],
            cursor: null,
          },
        },
      },
    ],
    problems: listProblems,
  },
  {
    on: 'GET /v1/oversight/pads/{padId}',
    id: 'overseePad',
    to: 'oversight/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '单台评价器及被拒绝的评价', en: 'One pad and its refused ratings' },
    description: {
      zh: '同上，并逐条列出被拒绝评价的序号、标记、时间与原因；says 为其中可显示的部分：评价器上传的等级与指标原值，以及是否有文字，供两名管理员判断（文字与个人信息不显示）。sameNumber 为同一序号下已入库或待归属的评价，可能是同一条评价更正后重新上传，核对后说明即可。',
      en: 'The same, with number, mark, time and reason of each refused rating. says is what may be shown of it to those who decide: level and tags as the pad sent them, and whether there are words, never the words or personal data. sameNumber is what is stored, or waits for its contact, under the same number: perhaps the same press, corrected and sent again, so that a note settles it.',
    },
    parameters: [
      {
        name: 'padId',
        in: 'path',
        schema: z.string(),
        words: { zh: '评价器编号', en: 'Pad id' },
        example: padId,
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '评价器', en: 'The pad' },
        content: {
          schema: 'PadFile',
          example: {
            at,
            ...padExample,
            refusals: [
              {
                sequence: 40,
                mark: '9f2c1a7be04d3356',
                at: '2026-11-19T16:02:11.000+08:00',
                code: 'reason_missing',
                reason: '请选择不满意的原因或填写具体情况',
                says: { levels: ['dissatisfied'], tags: [], hasWords: false },
                sameNumber: null,
                needsPerson: true,
                takenUp: null,
                settled: null,
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['pad_unknown']),
  },
] as const satisfies readonly Operation[];

const rate = { numerator: 41, denominator: 44, value: 0.931818 };
const share = { rate, unlisted: 1, lastRatedOn: '2026-11-20' };
const span = {
  area,
  from: '2025-11-21',
  to: '2026-11-20',
  countedUntil: '2026-11-20T10:14:40.000+08:00',
};

const coverageOperation = {
  on: 'GET /v1/coverage',
  id: 'showCoverage',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '评价覆盖情况', en: 'Coverage' },
  description: {
    zh: '近若干天内，网上与移动端、市县镇村四级大厅、部门与事项的应评数、已评数与最近评价日期；比率均附分子与分母，未列入清单的单独计数、不计入比率。systems 为自建系统对接率，即清单中持有有效密钥的系统所占比例。带 of 时逐项列出。默认评价不计入。',
    en: 'For portal and app, halls of the four levels, departments and matters: how many must be open to rating, how many were rated within the last days, and when last. Every rate comes with numerator and denominator; what is not on a register is counted apart and in no rate. systems is the share of registered self-built systems that have an active key. With of, they are listed one by one. Default ratings do not count.',
  },
  parameters: [
    areaParameter,
    {
      name: 'days',
      in: 'query',
      schema: z._default(z.int().check(z.minimum(1), z.maximum(366)), 365),
      words: { zh: '回溯天数，含当天', en: 'How many days back, today included' },
      example: 365,
    },
    {
      name: 'of',
      in: 'query',
      schema: z.enum(ratableNouns),
      words: { zh: '逐项列出的类别', en: 'What to list one by one' },
      example: 'halls',
    },
    ...pageParameters,
  ],
  answers: [
    {
      status: 200,
      words: { zh: '覆盖情况', en: 'The shares' },
      content: {
        schema: 'CoverageView',
        example: {
          ...span,
          channels: [
            { channel: 'portal', rated: 5120, lastRatedOn: '2026-11-20' },
            { channel: 'app', rated: 20377, lastRatedOn: '2026-11-20' },
          ],
          halls: [{ level: 'county', ...share }],
          allHalls: share,
          departments: share,
          matters: share,
          systems: {
            rate: { numerator: 3, denominator: 4, value: 0.75 },
            unlisted: 1,
            notConnected: [{ area, code: 'zjj-shenpi', name: '建设工程审批系统' }],
          },
          withoutRegister: [{ area, noun: 'matters' }],
        },
      },
    },
    {
      status: 200,
      words: { zh: '逐项列出（带 of 时）', en: 'The lines, with of' },
      content: {
        schema: 'CoverageLines',
        example: {
          ...span,
          of: 'halls',
          lines: [
            {
              area,
              code: contact.hall,
              name: '越城区政务服务中心',
              level: 'county',
              listed: true,
              rated: true,
              lastFinishedOn: '2026-11-20',
              lastRatedOn: '2026-11-20',
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

const unlistedOperation = {
  on: 'GET /v1/coverage/unlisted',
  id: 'listUnlistedReferences',
  to: 'oversight/staff',
  audience: 'staff',
  security: 'bearer',
  summary: { zh: '清单外引用', en: 'Unlisted references' },
  description: {
    zh: '办件或评价中出现、而所在区划清单中没有的部门、事项与大厅。此类办件照常接收、保存和统计，并在此逐条列出，待补入清单或由上报系统更正；补入后自动移出。评价器所在大厅、推送地址与接入密钥所列部门、在办工单改派后的承办部门，清单中没有的同样列出。大厅已列入清单而窗口或自助终端未列入的，列为 windows（编码为 <大厅>/<窗口>）。某区划尚无清单时（hasRegister 为 false），其引用均予接受并列于此处。大厅编码不属于任何区划的，列在办件所在区划。未列入市级区划清单的区划代码（noun 为 areas）仅向市级列出。',
    en: 'The departments, matters and halls that cases or ratings name and the register of their area does not list. Such cases are taken in, kept and counted as usual; each reference stands here until the register lists it, or its system corrects it. Halls of pads, departments of webhooks and of access keys, and those to which open tickets were transferred, stand here as well. A window or terminal that the entry of its hall lacks is listed as one of windows (code <hall>/<window>). While an area has no such register at all (hasRegister is false), every reference is accepted and stands here. A hall whose code belongs to no area is listed in the area of its case. Codes of areas that the city does not list (noun areas) are shown to staff of the city.',
  },
  parameters: [areaParameter, ...pageParameters],
  answers: [
    {
      status: 200,
      words: { zh: '清单外引用', en: 'The references' },
      content: {
        schema: 'UnlistedReferences',
        example: {
          area,
          countedUntil: span.countedUntil,
          references: [
            {
              area,
              noun: 'departments',
              code: '11330602MB1A2B3C46',
              name: '越城区测试局',
              hasRegister: true,
              firstSeenOn: '2026-11-18',
              lastFinishedOn: '2026-11-20',
              lastRatedOn: null,
            },
          ],
          cursor: null,
        },
      },
    },
  ],
  problems: listProblems,
} as const satisfies Operation;

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

const auditOperations = [
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

export const oversightOperations = [
  caseOperation,
  stepOperation,
  ...padOperations,
  ...registerOperations,
  coverageOperation,
  unlistedOperation,
  ...auditOperations,
] as const satisfies readonly Operation[];
