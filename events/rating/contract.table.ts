import * as z from 'zod/mini';

import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import {
  exampleCase,
  exampleClientRef,
  exampleContactCount,
  exampleIndicators,
  exampleReceipt,
  exampleRectifyCount,
  exampleToken,
} from '../example.table.ts';

const tokenParameter: Parameter = {
  name: 'token',
  in: 'path',
  schema: z.string(),
  words: { zh: '评价链接中的凭证', en: 'Token of the rating link' },
  example: exampleToken,
};

const receiptParameter: Parameter = {
  name: 'receipt',
  in: 'path',
  schema: z.string(),
  words: {
    zh: '回执编号；最后一段不区分大小写',
    en: 'Receipt number; its last part may be typed in lower case',
  },
  example: exampleReceipt,
};

/** Problems of a rating, for every channel. */
const wordProblems = [
  'unknown_indicator',
  'retired_indicator',
  'indicator_of_other_level',
  'duplicate_indicator',
  'reason_missing',
] as const;

export const draftProblems = [...wordProblems, 'contact_not_yet'] as const;

export const outcomeExample = {
  repeated: false,
  ticket: {
    state: 'open',
    contactDue: '2026-11-23T17:30:00.000+08:00',
    rectifyDue: '2026-12-11T17:30:00.000+08:00',
  },
};

const receiptExample = { receipt: exampleReceipt, ...outcomeExample };

const followUpExample = {
  receipt: exampleReceipt,
  repeated: false,
  level: 'satisfied',
  receivedAt: '2026-12-03T20:12:00.000+08:00',
  reopened: false,
};

export const ratingOperations = [
  {
    on: 'POST /v1/invitations',
    id: 'inviteToRate',
    to: 'rating/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '生成评价邀请', en: 'Create a rating link' },
    description: {
      zh: '为一次服务生成评价链接与二维码（SVG）。链接经签名，仅对该次服务有效，可重复请求。invitations 权限只能为本系统的办件邀请，portal 权限可为其他系统的办件邀请；渠道、区域、部门与流水号均须在密钥的使用范围内。有效期：门户、APP 30 天，短信、二维码 15 天，自助终端 1 天，自签发的分钟起算。具有 portal 权限的系统可在 person 中提供已实名登录人员的证件，本服务仅与申请人比对（一致、不一致、无法比对），不保存证件。',
      en: 'Creates a link and its QR code (SVG) for one contact. The link is signed and valid for that contact only; safe to repeat. The right invitations is for cases of the own system, portal for those of every system; channel, area, department and number have to be within the scope of the key. Valid for 30 days (portal, app), 15 days (text message, QR code) or 1 day (terminal), from the minute of the issue. A key with the right portal may state in person the certificate of the person who is signed in by real name: it is compared with the applicant (the same, another person, cannot be compared) and not kept.',
    },
    request: {
      schema: 'InvitationRequest',
      example: { projectNo: exampleCase.projectNo, serviceNumber: 1, channel: 'qr' },
    },
    answers: [
      {
        status: 201,
        words: { zh: '评价链接', en: 'The link' },
        content: {
          schema: 'Invitation',
          example: {
            token: exampleToken,
            url: `https://pingjia.example.cn/r/${exampleToken}`,
            qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 49 49">…</svg>',
            expiresAt: '2026-12-05T09:30:00.000+08:00',
          },
        },
      },
    ],
    problems: problemsFor('integratorWrite', [
      'outside_scope_of_key',
      'case_unknown',
      'contact_unknown',
    ]),
  },
  {
    on: 'GET /v1/invitations/{token}',
    id: 'presentInvitation',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '查看待评价服务', en: 'Show what is to be rated' },
    description: {
      zh: '待评价的服务（申请人已脱敏）与按等级列出的指标表。不预选任何等级；打开链接不产生评价。expiresAt 为链接有效期（评价器的链接无期限，为 null），contactDue 为此刻给出差评时的回访期限（相应节假日安排尚未公布时为 null）。',
      en: 'The service to be rated, with the applicant masked, and the indicators by level. No level is preselected; opening the link rates nothing. expiresAt is the end of the link (null for that of a pad, which has none), contactDue when the department would contact a resident who rates badly now (null while the days off of that time are not announced).',
    },
    parameters: [tokenParameter],
    answers: [
      {
        status: 200,
        words: { zh: '待评价服务', en: 'The service' },
        content: {
          schema: 'InvitationView',
          example: {
            projectNo: exampleCase.projectNo,
            serviceNumber: 1,
            channel: 'qr',
            rated: false,
            matter: exampleCase.matter.name,
            department: exampleCase.department.name,
            applicant: '张**',
            service: { code: 'accept', name: '受理' },
            servedAt: '2026-11-20T09:12:00.000+08:00',
            expiresAt: '2026-12-05T09:12:00.000+08:00',
            contactDue: '2026-11-23T17:30:00.000+08:00',
            indicators: exampleIndicators,
          },
        },
      },
    ],
    problems: problemsFor('openRead', [
      'token_invalid',
      'token_expired',
      'case_unknown',
      'contact_unknown',
    ]),
  },
  {
    on: 'POST /v1/ratings',
    id: 'submitRating',
    to: 'rating/submit',
    audience: 'resident',
    security: 'none',
    summary: { zh: '提交评价', en: 'Submit a rating' },
    description: {
      zh: '首次评价返回 201。clientRef 由页面随机生成并保存；代实名登录用户评价的门户由其服务端生成，门户即为评价人。同一 token 与 clientRef 再次提交返回 200 与首次的回执，内容不同的注明 differs，所提交内容加密留存；其他提交一律返回 409，不论内容，不返回回执。首次评价不可更改。不满意、非常不满意的，须选择原因或填写具体情况，并在同一事务中生成整改工单。',
      en: 'The first rating returns 201. clientRef is random, made and kept by the page; the server of a portal that rates for its signed-in person makes its own, and is the one who rated. The same token and clientRef again return 200 with the first receipt, with differs when the content is another one, which is kept, encrypted; everything else returns 409 without a receipt, whatever its content. A first rating cannot be changed. A bad rating needs a tag or a text and opens its ticket in the same transaction.',
    },
    request: {
      schema: 'RatingSubmission',
      example: {
        token: exampleToken,
        level: 'dissatisfied',
        tags: ['209'],
        text: '说好五天，等了九天。',
        contactConsent: true,
        clientRef: exampleClientRef,
      },
    },
    answers: [
      {
        status: 201,
        words: { zh: '评价提交成功', en: 'The rating is stored' },
        content: { schema: 'RatingReceipt', example: receiptExample },
      },
      {
        status: 200,
        words: {
          zh: '此前已收到该评价人的评价',
          en: 'The rating of this sender was received before',
        },
        content: { schema: 'RatingReceipt', example: { ...receiptExample, repeated: true } },
      },
    ],
    problems: problemsFor('openWrite', [
      'token_invalid',
      'token_expired',
      'token_of_other_contact',
      'token_of_other_channel',
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'already_rated',
      'too_many_attempts',
    ]),
  },
  {
    on: 'GET /v1/receipts/{receipt}',
    id: 'followReceipt',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '凭回执查询进度', en: 'Follow a rating by its receipt' },
    description: {
      zh: '评价人可查看的办理进度：评价内容、各阶段时间、回访与整改期限及逐日说明、整改反馈，以及当前能否追评。',
      en: 'Progress as the rater sees it: the rating, when each stage was reached, both deadlines with their count day by day, the answer, and whether a follow-up rating is possible now.',
    },
    parameters: [receiptParameter],
    answers: [
      {
        status: 200,
        words: { zh: '办理进度', en: 'The progress' },
        content: {
          schema: 'ReceiptView',
          example: {
            receipt: exampleReceipt,
            matter: exampleCase.matter.name,
            department: exampleCase.department.name,
            rating: {
              level: 'dissatisfied',
              name: '不满意',
              tags: [{ code: '209', text: '未在承诺时间内办结' }],
              text: '同一份材料交了三次，窗口说法不一。',
              channel: 'qr',
              channelName: '二维码',
              proof: 'token',
              proofClass: 'link',
              proofName: '凭评价链接，未核验身份',
              receivedAt: '2026-11-20T09:41:07.000+08:00',
            },
            ticket: {
              state: 'open',
              name: '待回访核实',
              round: 1,
              openedAt: '2026-11-20T09:41:07.000+08:00',
              stages: [
                { stage: 'received', name: '已收到', at: '2026-11-20T09:41:07.000+08:00' },
                { stage: 'contacted', name: '已回访', at: null },
                { stage: 'rectifying', name: '整改中', at: null },
                { stage: 'answered', name: '已反馈', at: null },
                { stage: 'closed', name: '已办结', at: null },
              ],
              contact: {
                state: 'running',
                dueAt: '2026-11-23T17:30:00.000+08:00',
                overdue: false,
                ...exampleContactCount,
              },
              rectify: {
                state: 'running',
                dueAt: '2026-12-11T17:30:00.000+08:00',
                overdue: false,
                ...exampleRectifyCount,
              },
              contactAttempts: 0,
              answer: null,
              answers: [],
              looks: [{ at: '2026-11-20T10:02:31.000+08:00', role: '承办部门工作人员' }],
              may: { append: null },
            },
          },
        },
      },
    ],
    problems: problemsFor('openRead', ['receipt_unknown']),
  },
  {
    on: 'POST /v1/receipts/{receipt}/append',
    id: 'appendRating',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '追评', en: 'Give the follow-up rating' },
    description: {
      zh: '差评整改反馈后，在追评期限内可追评1次。同一 clientRef 再次提交返回 200 与首次结果，内容不同的注明 differs；追评仍为差评的，启动二次整改。',
      en: 'One follow-up rating after the answer, within the follow-up period. The same clientRef again returns 200 with the first result, with differs when the content is another one; a bad follow-up starts a second rectification.',
    },
    parameters: [receiptParameter],
    request: {
      schema: 'FollowUpSubmission',
      example: {
        level: 'satisfied',
        tags: ['413'],
        text: '这次处理得很快。',
        clientRef: exampleClientRef,
      },
    },
    answers: [
      {
        status: 201,
        words: { zh: '追评提交成功', en: 'The follow-up is stored' },
        content: { schema: 'FollowUpReceipt', example: followUpExample },
      },
      {
        status: 200,
        words: { zh: '此前已收到该追评', en: 'The follow-up of this sender was received before' },
        content: { schema: 'FollowUpReceipt', example: { ...followUpExample, repeated: true } },
      },
    ],
    problems: problemsFor('openWrite', [
      'receipt_unknown',
      'append_closed',
      'append_used',
      'too_many_attempts',
      ...wordProblems,
      'illegal_move',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
