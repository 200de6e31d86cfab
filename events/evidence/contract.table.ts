import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { ticketFileExample } from '../ticket/contract.table.ts';

export const evidenceId = '9b74c9897bac770ffc029102a200c5de';
const sha256 = 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=';

const evidenceParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '佐证材料编号', en: 'Evidence id' },
  example: evidenceId,
};

/** Problems of the files of an action. */
export const fileProblems = [
  'evidence_unknown',
  'evidence_erased',
  'evidence_not_uploaded',
  'evidence_differs',
  'evidence_type_wrong',
] as const;

export const evidenceOperations = [
  {
    on: 'POST /v1/evidence',
    id: 'offerEvidence',
    to: 'evidence/staff',
    audience: 'staff',
    security: 'bearer',
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
      'evidence_name_differs',
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
    problems: problemsFor('staffRead', ['ticket_unknown', ...fileProblems]),
  },
] as const satisfies readonly Operation[];
