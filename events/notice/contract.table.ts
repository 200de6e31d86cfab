import * as z from 'zod/mini';

import { proposedAnswer } from '../access/approval-contract.table.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { Area } from '../primitive.ts';
import { boxNames } from './box-name.ts';
import { approvalNoticeExample, noticePushExample } from './message.ts';

const webhookId = 'WHq7Tn3RvW5yZ1bC8dF0gHjK';

const webhook = {
  name: '越城区督办群机器人',
  form: 'robot',
  box: 'supervisor',
  area: exampleCase.area,
} as const;

const shownWebhook = { id: webhookId, ...webhook, host: 'oapi.dingtalk.com' };

const webhookParameter: Parameter = {
  name: 'id',
  in: 'path',
  schema: z.string(),
  words: { zh: '推送地址编号', en: 'Webhook id' },
  example: webhookId,
};

export const noticeOperations = [
  {
    on: 'GET /v1/inbox',
    id: 'readInbox',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '通知收件箱', en: 'Read an inbox' },
    description: {
      zh: '本部门、本区域督办、市级或效能问责收件箱的通知，以及本区域系统管理员、大厅管理员待复核事项的通知，按时间由新到旧排列。通知只在工作时间发出，不含个人信息。待复核事项提出时通知本区域和市级，到期前三个工作日再提醒，过期后通知本区域和提出人所在区域；own 为本人提出。评价器被拒绝或待归属的差评、待处理回调、对账差异超过审核时限仍无人处理的，通知管理员与督办人员，其后通知市级。',
      en: 'Notices of the inbox of the department, of the supervisors of the area, of the city or for accountability, and of acts that await confirmation by the system or hall administrators of the area, the newest first. They are sent in working hours and contain no personal data. A proposed act is announced at once to its area and to the city; both are reminded three working days before it expires, and the area and that of the proposer are notified when it has. own: the reader proposed it. Refused ratings and bad presses of pads, kept callbacks and differences with which nobody dealt in the term of a review are told to administrators and supervisors, and some days later to the city.',
    },
    parameters: [
      {
        name: 'box',
        in: 'query',
        schema: z.optional(z.enum(boxNames)),
        words: {
          zh: '收件箱；承办人员默认为本部门，管理员默认为本区域待复核事项，其他人员默认为本区域',
          en: 'Inbox; by default the department’s for handlers, that of proposed acts for administrators, the area’s for others',
        },
        example: 'area',
      },
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
        words: { zh: '通知', en: 'The notices' },
        content: {
          schema: 'InboxView',
          example: {
            notices: [
              { ...approvalNoticeExample, readAt: null, own: false },
              { ...noticePushExample, readAt: null },
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
  {
    on: 'POST /v1/inbox/{id}/read',
    id: 'markNoticeRead',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '标记通知已读', en: 'Mark a notice as read' },
    description: {
      zh: '记录首次阅读的时间与人员。待复核事项的通知只记录可复核人员的阅读。可重复调用。',
      en: 'Records who read it first and when; for a proposed act, only who may confirm it. Safe to repeat.',
    },
    parameters: [
      {
        name: 'id',
        in: 'path',
        schema: z.string(),
        words: { zh: '通知编号', en: 'Notice id' },
        example: noticePushExample.id,
      },
    ],
    answers: [
      {
        status: 200,
        words: { zh: '已读', en: 'It is read' },
        content: {
          schema: 'NoticeRead',
          example: { id: noticePushExample.id, readAt: '2026-12-14T09:02:11.000+08:00' },
        },
      },
    ],
    problems: problemsFor('staffRead', ['notice_unknown', 'busy']),
  },
  {
    on: 'POST /v1/webhooks',
    id: 'admitWebhook',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '新增推送地址', en: 'Add a webhook' },
    description: {
      zh: '提出后须由另一人复核，此后该区域、该类收件箱的通知同时推送至此。signed 按网关签名方式签名，Idempotency-Key 为通知编号，密文仅显示一次；robot 为群机器人（timestamp+sign 加签），secret 由群设置给出。失败后在约 17 小时内重试 5 次。',
      en: 'Once another person has confirmed it, the notices of that inbox in that area are also sent here. signed: signed by the gateway scheme, with the notice id as Idempotency-Key; the secret is shown only once. robot: the robot of a chat group (timestamp and sign), whose secret comes from the group settings. A failed delivery is retried five times within about 17 hours.',
    },
    request: {
      schema: 'WebhookAdmission',
      example: {
        ...webhook,
        url: 'https://oapi.dingtalk.com/robot/send?access_token=example',
        secret: 'SECexample',
      },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'webhook_address_refused',
      'too_many_webhooks',
      'out_of_scope',
      'area_unlisted',
      'area_closed',
      'department_unlisted',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/webhooks',
    id: 'listWebhooks',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '推送地址列表', en: 'List webhooks' },
    description: {
      zh: '推送地址与其收到的通知范围、已放弃的推送数（最多数到 100），不含完整地址与密钥。',
      en: 'The webhooks with the notices they receive and the deliveries that were given up (counted up to 100); neither the full address nor a secret.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '推送地址', en: 'The webhooks' },
        content: {
          schema: 'WebhookList',
          example: {
            webhooks: [
              {
                ...shownWebhook,
                admittedBy: 'sysadmin',
                confirmedBy: 'sysadmin-2',
                admittedAt: '2026-11-02T14:00:00.000+08:00',
                failed: 0,
              },
            ],
          },
        },
      },
    ],
    problems: problemsFor('staffRead'),
  },
  {
    on: 'DELETE /v1/webhooks/{id}',
    id: 'removeWebhook',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '删除推送地址', en: 'Remove a webhook' },
    description: {
      zh: '此后不再推送，包括等待重试的通知。',
      en: 'Nothing is sent to it any more, including pending retries.',
    },
    parameters: [webhookParameter],
    answers: [
      {
        status: 200,
        words: { zh: '已删除', en: 'It is removed' },
        content: { schema: 'WebhookRemoved', example: { id: webhookId, state: 'removed' } },
      },
    ],
    problems: problemsFor('staffRead', ['webhook_unknown']),
  },
  {
    on: 'POST /v1/webhooks/{id}/redeliver',
    id: 'redeliverToWebhook',
    to: 'notice/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '重新推送', en: 'Deliver again' },
    description: {
      zh: '已放弃的推送在五分钟内重新开始，每次最多 100 条。可重复调用。',
      en: 'Deliveries that were given up start again within five minutes, at most 100 a call. Safe to repeat.',
    },
    parameters: [webhookParameter],
    answers: [
      {
        status: 200,
        words: { zh: '将重新推送的条数', en: 'How many are delivered again' },
        content: {
          schema: 'WebhookRedelivered',
          example: { id: webhookId, again: 3, more: false },
        },
      },
    ],
    problems: problemsFor('staffRead', ['webhook_unknown']),
  },
] as const satisfies readonly Operation[];
