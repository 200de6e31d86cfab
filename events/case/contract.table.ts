import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase, projectNoParameter } from '../example.table.ts';

const eventExample = {
  eventId: 'HJ-2026-1120-0017-01',
  type: 'accepted',
  projectNo: exampleCase.projectNo,
  at: '2026-11-20T09:12:00+08:00',
  header: {
    matter: exampleCase.matter,
    department: exampleCase.department,
    area: exampleCase.area,
    caseKind: 'promised',
    promiseWorkingDays: 5,
    applicant: {
      kind: 'person',
      name: '张示例',
      certificate: { type: 'resident_identity_card', number: '330602199003070016' },
      mobile: '13900000001',
    },
  },
  contact: exampleCase.contact,
};

const caseExample = {
  projectNo: exampleCase.projectNo,
  state: 'handling',
  matter: exampleCase.matter,
  department: exampleCase.department,
  area: exampleCase.area,
  caseKind: 'promised',
  applicant: { kind: 'person', name: '张**', mobile: '139****0001' },
  timeline: [
    {
      eventId: 'HJ-2026-1120-0017-01',
      type: 'accepted',
      at: '2026-11-20T09:12:00.000+08:00',
    },
  ],
  contacts: [{ ...exampleCase.contact, at: '2026-11-20T09:12:00.000+08:00' }],
  promise: {
    workingDays: 5,
    light: 'green',
    dueOn: '2026-11-27',
    dueAt: '2026-11-27T17:30:00.000+08:00',
    yellowAt: '2026-11-26T15:50:24.000+08:00',
    overdue: false,
  },
  steps: [],
  irregularities: [],
};

/** Problems of a single event, for every channel. */
export const eventProblems: readonly string[] = [
  'invalid_input',
  'outside_scope_of_key',
  'case_unknown',
  'case_of_other_source',
  'event_differs',
  'contact_differs',
  'header_differs',
  'applicant_differs',
  'case_too_long',
  'case_too_large',
  'time_in_future',
  'busy',
];

export const caseOperations = [
  {
    on: 'POST /v1/cases',
    id: 'reportCaseEvents',
    to: 'case/receive',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '上报办件事件', en: 'Report case events' },
    description: {
      zh: '每次最多 100 个事件，逐条存储或拒绝，互不影响。办件的首个事件须带 header；事件不限先后、可以重复上报，相同 eventId 的相同内容只记一次。contact 为可评价的一次服务。特别程序用 extended（延长审批，须写明天数与批准人）、suspended（中止计时）与 resumed（恢复计时）上报，承诺时限随之计算；不合规的特别程序如实留存并标为异常。后到的 header 补齐此前缺少的统一部门编码等内容；与已有内容不同而未采用的，在 notTaken 中列出。每个事件的办件统一编号、区域、部门与窗口所在大厅须在密钥的使用范围内，否则该事件以 outside_scope_of_key 拒绝。',
      en: 'Up to 100 events, each stored or refused on its own. The first event of a case carries the header; events may arrive in any order and more than once; the same eventId with the same content counts once. A contact is one service that can be rated. Special procedures are extended (an extension with its days and who approved it), suspended and resumed; the promised term follows them, and one that does not fit is kept and named as irregular. A later header completes what an earlier one left out, such as the organisation code; what differs and was not taken is listed under notTaken. Number, area, department and the hall of a window have to be within the scope of the key, else the event is refused with outside_scope_of_key.',
    },
    request: { schema: 'CaseEventBatch', example: { events: [eventExample] } },
    answers: [
      {
        status: 200,
        words: { zh: '逐条结果', en: 'The outcome of each event' },
        content: {
          schema: 'CaseEventBatchAnswer',
          example: {
            stored: 1,
            repeats: 0,
            refused: 1,
            items: [
              { index: 0, eventId: 'HJ-2026-1120-0017-01', outcome: 'stored' },
              {
                index: 1,
                eventId: 'HJ-2026-1120-0018-01',
                outcome: 'refused',
                problem: {
                  code: 'invalid_input',
                  detail: '请按 errors 中列出的路径逐项更正后重新发送。',
                  errors: [
                    {
                      path: '/header/department/creditCode',
                      problem: 'wrong_check_digit',
                      detail: '校验码不符',
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('integratorWrite', ['busy']),
    memberProblems: eventProblems,
  },
  {
    on: 'POST /v1/cases/{projectNo}/correction',
    id: 'correctCase',
    to: 'case/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '更正办件基本信息', en: 'Correct the header of a case' },
    description: {
      zh: '以完整的 header 更正本系统误报的基本信息（如导入时名称成为乱码、手机号有误）。header 未填写的选填项（手机号、证件、承诺工作日等）视为没有，原有内容随之取消。仅限尚无评价的办件；更正前的内容、更正的密钥、原因与时间留存，最多 10 次。内容相同则不作更改，可重复调用。',
      en: 'Replaces the header that the own system reported wrongly, for example names garbled by an import or a wrong mobile number, with a whole header: an optional member that it leaves out (mobile number, certificate, promised days) is removed. Only while the case has no rating; what it said before is kept with key, reason and time, at most 10 times. The same header again changes nothing; safe to repeat.',
    },
    parameters: [projectNoParameter],
    request: {
      schema: 'CaseCorrectionRequest',
      example: { header: eventExample.header, reason: '导入文件编码有误，名称成为乱码' },
    },
    answers: [
      {
        status: 200,
        words: { zh: '更正后的办件', en: 'The case as corrected' },
        content: { schema: 'CaseView', example: caseExample },
      },
    ],
    problems: problemsFor('integratorWrite', [
      'case_unknown',
      'outside_scope_of_key',
      'case_rated',
      'case_corrected_too_often',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/cases/{projectNo}',
    id: 'showCase',
    to: 'case/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '查询办件', en: 'Show a case' },
    description: {
      zh: '办件的过程、服务记录与承诺时限。只能查询本系统上报、且在密钥使用范围内的办件；申请人信息已脱敏。',
      en: 'Timeline, contacts and promised term of a case. Only cases that the caller’s system reported and the key may be used for can be queried; the applicant is masked.',
    },
    parameters: [projectNoParameter],
    answers: [
      {
        status: 200,
        words: { zh: '办件', en: 'The case' },
        content: {
          schema: 'CaseView',
          example: caseExample,
        },
      },
    ],
    problems: problemsFor('integratorRead', ['case_unknown']),
  },
] as const satisfies readonly Operation[];
