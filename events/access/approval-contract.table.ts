import * as z from 'zod/mini';

import type { SchemaName } from '../contract-schemas.table.ts';
import type { Operation, Parameter, Success } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { pageParameters } from '../page-parameters.ts';
import { exampleScope } from './example-scope.ts';

const approvalId = 'APq7Tn3RvW5yZ1bC8dF0gHjK';
const accessKey = 'AKq7Tn3RvW5yZ1bC8dF0gHjK';
const proposed = {
  approvalId,
  state: 'proposed',
  expiresAt: '2026-12-04T14:00:00.000+08:00',
} as const;

/** Every act of power is answered so; another person confirms it. */
export const proposedAnswer = {
  status: 202,
  words: { zh: '已提出，待另一人复核', en: 'Proposed; another person has to confirm it' },
  content: { schema: 'ApprovalProposed', example: proposed },
} as const satisfies Success;

/** As `proposedAnswer`, with more members. */
export const proposedWith = <Schema extends SchemaName>(schema: Schema, more: object) => ({
  ...proposedAnswer,
  content: { schema, example: { ...proposed, ...more } },
});

const idParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '复核事项编号', en: 'Id of the approval' },
  example: approvalId,
};

const key = {
  accessKey,
  system: 'AKb2Lm9XsV4wE6tY1uP8oQdZ',
  name: '越城区自建审批系统',
  may: ['cases', 'invitations'],
  scope: exampleScope,
} as const;

const view = {
  approvalId,
  power: 'integrator',
  area: '330602',
  about: { ...key, beside: [{ accessKey: 'AKb2Lm9XsV4wE6tY1uP8oQdZ', widens: ['channels'] }] },
  digest: '5f0c6b9d4c1a8e27d3b0f5a6c7e8d9012b3c4d5e6f708192a3b4c5d6e7f80912',
  by: 'sysadmin',
  at: '2026-11-20T14:00:00.000+08:00',
  expiresAt: proposed.expiresAt,
  state: 'proposed',
  mayConfirm: true,
};

export const approvalOperations = [
  {
    on: 'GET /v1/approvals',
    id: 'listApprovals',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '待复核事项', en: 'List approvals' },
    description: {
      zh: '本区域内、属于本人职责的复核事项；mayConfirm 表示现在可由本人复核同意；本人提出的不可由本人复核，只能撤回。接入系统、评价器、推送地址、省中心接入、节假日安排、规则、清单与办件移交须由两人办理。审计员可查看，不可复核。',
      en: 'The approvals of the caller’s area and roles; mayConfirm says whether the caller may confirm it now; who proposed it may only withdraw it. Keys of systems, pads, webhooks, the access to the center, calendar years, policies, registers and the hand-over of a case need two persons. Auditors see them and decide nothing.',
    },
    parameters: [
      {
        name: 'state',
        in: 'query',
        schema: z._default(z.enum(['open', 'ended']), 'open'),
        words: { zh: '待复核或已办结；默认待复核', en: 'Open or ended ones; open by default' },
        example: 'open',
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '复核事项', en: 'The approvals' },
        content: { schema: 'ApprovalList', example: { approvals: [view], cursor: null } },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'cursor_invalid']),
  },
  {
    on: 'GET /v1/approvals/{id}',
    id: 'showApproval',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '复核事项详情', en: 'Show an approval' },
    description: {
      zh: '所提内容（不含密钥）、提出人、期限与结论。清单另列与其所替换版本的差异 difference：删去 removed、更改 changed、新增 added，最多 200 项，其余计入 more。',
      en: 'What is proposed (without secrets), by whom, until when, and how it ended. Of a register also the difference to the version that it replaces: entries removed, changed and added, at most 200, the others counted in more.',
    },
    parameters: [idParameter],
    answers: [
      {
        status: 200,
        words: { zh: '复核事项', en: 'The approval' },
        content: { schema: 'ApprovalView', example: view },
      },
    ],
    problems: problemsFor('staffRead', ['approval_unknown']),
  },
  {
    on: 'POST /v1/approvals/{id}/confirm',
    id: 'confirmApproval',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '复核同意并执行', en: 'Confirm an approval' },
    description: {
      zh: '须由提出人以外、区域与职责相符的另一人复核，随即执行一次。复核时再次核对所引用的区域、部门、大厅、窗口、节假日安排与规则；已不符合的不予执行，事项继续待复核；所涉内容已变更的（superseded）或执行被拒绝的（failed，原因见 failure），事项终止，须重新提出。新生成的密文、登记码仅在此返回一次；重复调用不再返回，如未收到须吊销后重新提出。',
      en: 'By a person other than the proposer, with the reach and a role for it; the act is carried out once. Areas, departments, halls, windows, calendar years and policies that it refers to are checked again; while one of them is not valid, nothing is done and the approval waits. A new secret or code is answered only here and once; who missed it revokes what was made and proposes it again.',
    },
    parameters: [idParameter],
    request: { schema: 'ApprovalConfirmation', example: { note: '已与来文核对' } },
    answers: [
      {
        status: 200,
        words: { zh: '已执行', en: 'It is done' },
        content: {
          schema: 'ApprovalDone',
          example: {
            approvalId,
            state: 'done',
            result: {
              ...key,
              secret: 'bm90LWEtcmVhbC1zZWNyZXQtb25seS1hbi1leGFtcGxl',
            },
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'approval_unknown',
      'same_person',
      'approval_expired',
      'approval_decided',
      'approval_superseded',
      'area_unlisted',
      'area_closed',
      'department_unlisted',
      'hall_unlisted',
      'window_unlisted',
      'calendar_invalid',
      'policy_invalid',
      'owner_cannot_report',
      'too_many_webhooks',
      'busy',
      'callback_not_stored',
    ]),
  },
  {
    on: 'POST /v1/approvals/{id}/refuse',
    id: 'refuseApproval',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '不予同意或撤回', en: 'Refuse or withdraw an approval' },
    description: {
      zh: '复核人不予同意，或提出人自行撤回，均须说明理由。可重复调用。',
      en: 'Another person refuses it, or the proposer withdraws it; both say why. Safe to repeat.',
    },
    parameters: [idParameter],
    request: { schema: 'ApprovalRefusal', example: { note: '来文号有误，请核对后重新提出' } },
    answers: [
      {
        status: 200,
        words: { zh: '已有结论', en: 'It is decided' },
        content: {
          schema: 'ApprovalView',
          example: {
            ...view,
            state: 'refused',
            decidedBy: 'sysadmin-2',
            decidedAt: '2026-11-20T15:00:00.000+08:00',
            note: '来文号有误，请核对后重新提出',
            mayConfirm: false,
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', ['approval_unknown', 'approval_decided', 'busy']),
  },
] as const satisfies readonly Operation[];
