import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { ticketFileExample, ticketParameter } from './contract.table.ts';

const evidenceId = '9b74c9897bac770ffc029102a200c5de';
const sha256 = 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=';

const evidenceParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '佐证材料编号', en: 'Evidence id' },
  example: evidenceId,
};

/** Problems of the files of an action. */
const fileProblems = [
  'evidence_unknown',
  'evidence_not_uploaded',
  'evidence_differs',
  'evidence_type_wrong',
] as const;

export const actionOperations = [
  {
    on: 'POST /v1/tickets/{id}/actions',
    id: 'actOnTicket',
    to: 'ticket/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '办理工单', en: 'Act on a ticket' },
    description: {
      zh: '承办、督办、复核人员的一步操作，type 见 TicketAction。expectedVersion 为您所见的版本，不一致时返回 409 与当前版本。带 actionId（UUID）的操作，响应丢失后重发不会重复执行，返回 repeated。unmask 须说明理由，先留痕、后显示，仅在评价人同意联系或回访尚未完成时可用；姓名与手机号只在该次响应中返回。',
      en: 'One action of a handler, supervisor or reviewer; see TicketAction for its types. expectedVersion is the version you saw; if it is outdated, the response is 409 with the current one. An action with an actionId (UUID) can be sent again after a lost response: it is not done twice and returns repeated. unmask needs a reason, is recorded before anything is shown, and is available only if the rater consented to contact or was not contacted yet; name and mobile number are in that response only.',
    },
    parameters: [ticketParameter],
    request: {
      schema: 'TicketAction',
      example: {
        type: 'submit',
        expectedVersion: 4,
        actionId: '6f1e2c5a-9d3b-4a77-8c10-2b5e9f7d4a31',
        result: 'rectified',
        measure: '已增设受理窗口，并对经办人员重新培训。',
        answer: '您反映的超时问题属实，我局已补办完毕并调整流程，向您致歉。',
        evidence: [evidenceId],
      },
    },
    answers: [
      {
        status: 200,
        words: { zh: '操作后的工单', en: 'The ticket after the action' },
        content: {
          schema: 'ActionAnswer',
          example: {
            repeated: false,
            id: ticketFileExample.id,
            state: 'open',
            version: 1,
            ticket: ticketFileExample,
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'ticket_unknown',
      'out_of_scope',
      'stale_version',
      'illegal_move',
      'own_claim',
      'own_submission',
      'own_department',
      'contact_missing',
      'finding_missing',
      'evidence_missing',
      ...fileProblems,
      'claim_used',
      'claim_waiting',
      'claim_not_waiting',
      'extension_late',
      'extension_too_long',
      'already_due',
      'review_date_past',
      'same_department',
      'unmask_not_needed',
      'case_unknown',
    ]),
  },
  {
    on: 'POST /v1/evidence',
    id: 'offerEvidence',
    to: 'evidence/staff',
    audience: 'staff',
    security: 'bearer',
    roles: ['handler'],
    summary: { zh: '登记佐证材料', en: 'Announce a file' },
    description: {
      zh: '登记一个文件（pdf、jpeg、png、docx、xlsx，最大 10 MiB），返回上传地址。请在 15 分钟内用 PUT 上传该文件，并原样携带 headers；类型、大小与 SHA-256 已写入签名，不一致的内容不予接收。重复登记同一文件返回同一编号。',
      en: 'Announces one file (pdf, jpeg, png, docx, xlsx, at most 10 MiB) and returns its upload address: PUT the file within 15 minutes with exactly these headers. Type, size and SHA-256 are part of the signature, so no other content is accepted. Announcing the same file again returns the same id.',
    },
    request: {
      schema: 'EvidenceRequest',
      example: {
        ticketId: ticketFileExample.id,
        name: '整改照片.jpg',
        type: 'jpeg',
        size: 48_211,
        sha256,
      },
    },
    answers: [
      {
        status: 201,
        words: { zh: '上传地址', en: 'The upload address' },
        content: {
          schema: 'EvidenceOffer',
          example: {
            evidenceId,
            uploadUrl: `https://s3.example.cn/evidence-bucket/evidence/${evidenceId}?X-Amz-Signature=…`,
            headers: {
              'content-type': 'image/jpeg',
              'content-length': '48211',
              'x-amz-checksum-sha256': sha256,
            },
            expiresAt: '2026-11-24T10:15:00.000+08:00',
          },
        },
      },
    ],
    problems: problemsFor('staffWrite', [
      'ticket_unknown',
      'out_of_scope',
      'evidence_type_wrong',
      'evidence_too_large',
    ]),
  },
  {
    on: 'GET /v1/evidence/{id}',
    id: 'showEvidence',
    to: 'evidence/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '下载佐证材料', en: 'Download a file' },
    description: {
      zh: '可查看该工单的人员获得 5 分钟内有效的下载地址；仅提供已核验的文件，以附件形式下载。',
      en: 'Returns a download address, valid for 5 minutes, to those who can view the ticket. Only verified files are available, as an attachment.',
    },
    parameters: [evidenceParameter],
    answers: [
      {
        status: 200,
        words: { zh: '下载地址', en: 'The download address' },
        content: {
          schema: 'EvidenceLink',
          example: {
            evidenceId,
            ticketId: ticketFileExample.id,
            name: '整改照片.jpg',
            type: 'jpeg',
            size: 48_211,
            sha256,
            offeredBy: 'handler-yuecheng-scjg',
            offeredAt: '2026-11-24T10:00:00.000+08:00',
            downloadUrl: `https://s3.example.cn/evidence-bucket/evidence/${evidenceId}?X-Amz-Signature=…`,
            expiresAt: '2026-11-24T10:21:00.000+08:00',
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['ticket_unknown', 'out_of_scope', ...fileProblems]),
  },
] as const satisfies readonly Operation[];
