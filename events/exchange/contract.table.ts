import * as z from 'zod/mini';

import { outboxStates } from '../../shared/domain/exchange/case-report.ts';
import { proposedAnswer } from '../access/approval-contract.table.ts';
import { problemsFor } from '../contract.ts';
import type { Operation, Parameter } from '../contract.ts';
import { exampleCase, projectNoParameter } from '../example.table.ts';

const reconstruction = {
  zh: '整改流水的格式为重构（省级格式未公开），记录上以 reconstruction 标明。',
  en: 'The format of rectification steps is a reconstruction, because the provincial one is not public; such records are marked by reconstruction.',
} as const;

const entry = {
  projectNo: exampleCase.projectNo,
  state: 'stuck',
  area: exampleCase.area,
  creditCode: exampleCase.department.creditCode,
  since: '2026-11-20T10:01:12.000+08:00',
  nextAt: null,
  attempts: 0,
  rejected: ['service-01'],
  waiting: ['rating-01-1'],
} as const;

const record = {
  record: 'service-01',
  kind: 'service',
  reconstruction: false,
  state: 'rejected',
  revision: 0,
  asked: null,
  corrections: null,
  receipt: {
    by: 'center',
    outcome: 'rejected',
    code: '1004',
    message: '字段不符合要求（proDepartCode: 缺失）',
    receiptNo: null,
    at: '2026-11-20T10:01:12.000+08:00',
  },
  attempts: 1,
  history: [{ at: '2026-11-20T10:01:12.000+08:00', what: 'rejected', revision: 1, code: '1004' }],
} as const;

const asked = {
  ...record,
  corrections: { orgCode: exampleCase.department.orgCode },
  asked: {
    what: 'resend',
    by: 'u-supervisor',
    at: '2026-11-20T11:00:00.000+08:00',
    reason: '补填统一部门编码',
  },
} as const;

const answering = {
  state: 'answering',
  failures: 0,
  since: null,
  why: null,
  nextProbeAt: null,
} as const;

const access = {
  exchange: 'on',
  access: {
    scheme: 'hmac',
    accessKey: 'ZJ330600EXAMPLE',
    setBy: 'sysadmin',
    confirmedBy: 'sysadmin-2',
    setAt: '2026-11-02T14:00:00.000+08:00',
  },
  center: answering,
} as const;

const paging: readonly Parameter[] = [
  {
    name: 'state',
    in: 'query',
    schema: z._default(z.enum(outboxStates), 'stuck'),
    words: {
      zh: 'stuck 上报失败、须人工处理；pending 待上报',
      en: 'stuck: refused, needs manual handling; pending: waits for its next attempt',
    },
    example: 'stuck',
  },
  {
    name: 'limit',
    in: 'query',
    schema: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
    words: { zh: '每页条数', en: 'Cases a page' },
    example: 50,
  },
  {
    name: 'cursor',
    in: 'query',
    schema: z.string(),
    words: { zh: '上一页返回的 cursor', en: 'The cursor of the previous page' },
    example: 'eyJwayI6Ii4uLiJ9',
  },
];

export const outboxOperations = [
  {
    on: 'GET /v1/reports/outbox',
    id: 'listReportOutbox',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '待上报清单与上报失败的办件', en: 'List pending and refused cases' },
    description: {
      zh: '尚未完成向省一体化评价中心上报的办件：上报失败的附省中心退回原因，待上报的附下次上报时间；仅显示本人辖区，一页可能不满。',
      en: 'Cases not yet fully reported to the provincial center: refused ones with the reason of the center, pending ones with the next attempt. Only the caller’s area is shown; a page may be short.',
    },
    parameters: paging,
    answers: [
      {
        status: 200,
        words: { zh: '办件与省中心状态', en: 'The cases and the state of the center' },
        content: {
          schema: 'ReportOutbox',
          example: { center: answering, entries: [entry], cursor: null },
        },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'cursor_invalid']),
  },
  {
    on: 'GET /v1/reports/outbox/{projectNo}',
    id: 'showCaseReports',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '一个办件的上报记录', en: 'Show the records of a case' },
    description: {
      zh: `该办件各条上报记录的状态，以已保存的回执为准。${reconstruction.zh}`,
      en: `Every record of the case with its state, which is set by a stored receipt only. ${reconstruction.en}`,
    },
    parameters: [projectNoParameter],
    answers: [
      {
        status: 200,
        words: { zh: '上报记录', en: 'The records' },
        content: {
          schema: 'ReportCaseFile',
          example: {
            projectNo: exampleCase.projectNo,
            outbox: entry,
            records: [record],
            unsent: ['rating-01-1'],
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['case_unknown']),
  },
  {
    on: 'POST /v1/reports/outbox/{projectNo}/resend',
    id: 'resendReport',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '更正并重报', en: 'Correct and send again' },
    description: {
      zh: '五分钟内重报该记录：省中心已有的以更高版本号更正，被退回的重新上报，随后依次上报后续记录。只可更正描述性字段（部门编码与名称、事项编码与名称、区划、经办人），满意度、评价文字、时间、渠道不可更正。未填 record 的，重新检查整个办件。',
      en: 'The record is sent again within five minutes, with a higher revision if the center holds it, followed by the records that wait for it, in order. Only descriptive fields can be corrected (department, matter, area, handler), never level, text, time or channel. Without record the whole case is checked again.',
    },
    parameters: [projectNoParameter],
    request: {
      schema: 'ReportResend',
      example: {
        record: 'service-01',
        reason: '补填统一部门编码',
        corrections: { orgCode: exampleCase.department.orgCode },
      },
    },
    answers: [
      {
        status: 202,
        words: { zh: '将重报', en: 'It will be sent again' },
        content: {
          schema: 'ReportAsked',
          example: { projectNo: exampleCase.projectNo, record: asked },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'case_unknown',
      'out_of_scope',
      'area_unlisted',
      'area_closed',
      'report_record_unknown',
      'report_pending',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/reports/outbox/{projectNo}/withdraw',
    id: 'withdrawReport',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '撤回已上报的记录', en: 'Withdraw a record' },
    description: {
      zh: '五分钟内向省中心撤回误报的服务、办结或整改流水记录；评价及其所评的服务不得撤回。',
      en: 'A service, finish or rectification record reported by mistake is withdrawn within five minutes. A rating and the service that it rates cannot be withdrawn.',
    },
    parameters: [projectNoParameter],
    request: {
      schema: 'ReportWithdrawal',
      example: { record: 'finish', reason: '办结误报' },
    },
    answers: [
      {
        status: 202,
        words: { zh: '将撤回', en: 'It will be withdrawn' },
        content: {
          schema: 'ReportAsked',
          example: {
            projectNo: exampleCase.projectNo,
            record: {
              ...record,
              state: 'accepted',
              revision: 1,
              asked: { ...asked.asked, what: 'withdraw', reason: '误报' },
            },
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'case_unknown',
      'out_of_scope',
      'report_record_unknown',
      'report_pending',
      'report_not_held',
      'report_not_withdrawable',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/center',
    id: 'showCenterAccess',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '省中心接入配置', en: 'Show the access to the center' },
    description: {
      zh: '签名方式、访问密钥与省中心状态，不含任何密文。',
      en: 'Signing scheme, access key and state of the center; never a secret.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '接入配置', en: 'The access' },
        content: { schema: 'CenterAccessView', example: access },
      },
    ],
    problems: problemsFor('staffRead', ['out_of_scope']),
  },
  {
    on: 'PUT /v1/center',
    id: 'setCenterAccess',
    to: 'exchange/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '设置省中心接入', en: 'Set the access to the center' },
    description: {
      zh: 'hmac：网关签名；sm：SM2 签名、SM3 摘要、SM4 加密的报文（按北京方案理解的重构）。须由另一人复核，复核后立即生效，密文加密保存、不再显示。',
      en: 'hmac: the signature of the gateway. sm: an envelope of SM2, SM3 and SM4, reconstructed from the scheme of Beijing. Takes effect once another person has confirmed it; secrets are encrypted and never shown.',
    },
    request: {
      schema: 'CenterAccessRequest',
      example: { scheme: 'hmac', accessKey: 'ZJ330600EXAMPLE', secret: 'given-by-the-province' },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', ['out_of_scope', 'busy']),
  },
] as const satisfies readonly Operation[];
