import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase, exampleReceipt, exampleToken } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';

const requestId = `receipt.${exampleCase.projectNo}-1.1`;

export const messageOperations = [
  {
    on: 'POST /v1/messages/receipts',
    id: 'receiveMessageReceipts',
    to: 'message/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '短信状态报告', en: 'Receipts of the gateway of text messages' },
    description: {
      zh: '短信网关回报短信是否送达，每次最多 100 条，密钥须具有 messages 权限。本系统以同一密钥签名，向网关地址（部署参数 MessageGatewayUrl）POST {requestId, mobile, text}；重试时 requestId 不变，请求头 Idempotency-Key 与之相同，网关据此去重。同一短信以首次状态报告为准。',
      en: 'The gateway tells whether messages were delivered, up to 100 at a time, with a key that has the right messages. This system posts {requestId, mobile, text} to the address of the gateway (deployment parameter MessageGatewayUrl), signed with the same key; requestId, also sent as Idempotency-Key, is the same in every attempt, so that the gateway sends it once. The first receipt of a message stays.',
    },
    request: {
      schema: 'MessageReceipts',
      example: { receipts: [{ requestId, delivered: true }] },
    },
    answers: [
      {
        status: 200,
        words: {
          zh: '已接收；unknown 为本系统未发送过的',
          en: 'They are stored, except unknown ones',
        },
        content: { schema: 'MessageReceiptsAnswer', example: { stored: 1, unknown: [] } },
      },
    ],
    problems: problemsFor('integratorWrite', ['outside_scope_of_key', 'busy']),
  },
  {
    on: 'POST /v1/messages/opt-out',
    id: 'optOutOfMessages',
    to: 'message/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '退订短信', en: 'Refuse messages' },
    description: {
      zh: '凭回执编号退订的，不再接收该次评价的办理进展短信；凭评价链接中的凭证退订的，该手机号不再接收邀请评价短信。refuse 为 false 时恢复接收。仅保存加密摘要；进度仍可凭回执查询。',
      en: 'With a receipt the resident refuses messages about what becomes of that rating, with the token of a rating link those that invite to rate, for the number; refuse: false takes them again. Only a keyed digest is kept; the progress can still be followed by the receipt.',
    },
    request: { schema: 'MessageOptOut', example: { receipt: exampleReceipt, refuse: true } },
    answers: [
      {
        status: 200,
        words: { zh: '已保存', en: 'The choice is kept' },
        content: { schema: 'MessageOptOutAnswer', example: { refuse: true } },
      },
    ],
    problems: problemsFor('openWrite', [
      'token_invalid',
      'token_expired',
      'receipt_unknown',
      'case_unknown',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/receipts/resend',
    id: 'resendReceipt',
    to: 'message/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '补发回执', en: 'Send a receipt again' },
    description: {
      zh: '凭有效的评价链接申请补发回执：发送至评价前办件已登记的手机号，每天最多一次。无论该次服务是否已评价，答复相同。',
      en: 'With a valid rating link the receipt is sent to the mobile number that the case had before the rating, at most once a day. The answer is the same whether the contact was rated or not.',
    },
    request: { schema: 'ReceiptResend', example: { token: exampleToken } },
    answers: [
      {
        status: 202,
        words: { zh: '已受理', en: 'It is accepted' },
        content: { schema: 'ReceiptResendAnswer', example: { accepted: true } },
      },
    ],
    problems: problemsFor('openWrite', ['token_invalid', 'token_expired']),
  },
  {
    on: 'GET /v1/messages/call-list',
    id: 'listCalls',
    to: 'message/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '电话邀评名单', en: 'List whom the hotline may call' },
    description: {
      zh: '短信邀请评价后超过期限（默认 3 天）未评价、链接仍有效的服务，按等待时间先后排列；姓名、手机号已脱敏。一页可能少于 limit 条，以 cursor 为准。',
      en: 'Contacts that were invited by message and not rated some days later (3 by default), while the link is valid; the longest waiting first, with name and number masked. A page may have fewer lines than limit: go by the cursor.',
    },
    parameters: [
      {
        name: 'area',
        in: 'query',
        schema: Area,
        words: { zh: '行政区划；默认为本人区域', en: 'Area; by default the caller’s own' },
        example: exampleCase.area,
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '名单', en: 'The list' },
        content: {
          schema: 'CallList',
          example: {
            calls: [
              {
                projectNo: exampleCase.projectNo,
                serviceNumber: 1,
                matter: exampleCase.matter.name,
                department: exampleCase.department.name,
                area: exampleCase.area,
                applicant: '张**',
                mobile: '138****1234',
                invitedAt: '2026-11-20T10:02:30.000+08:00',
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
] as const satisfies readonly Operation[];
