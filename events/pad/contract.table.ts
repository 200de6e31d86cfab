import * as z from 'zod/mini';

import { proposedAnswer } from '../access/approval-contract.table.ts';
import type { Operation, Parameter } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import {
  exampleCase,
  exampleIndicators,
  exampleIndicatorsEnglish,
  exampleToken,
} from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { HallCode } from '../primitive.ts';
import { draftProblems } from '../rating/contract.table.ts';

const padId = 'p4Xk2mVQ8rT1uYb7nZc9Lw';

export const padParameter: Parameter = {
  name: 'padId',
  in: 'path',
  schema: z.string(),
  words: { zh: '评价器编号', en: 'Pad id' },
  example: padId,
};

const { hall, window } = exampleCase.contact;

export const padOperations = [
  {
    on: 'POST /v1/pads',
    id: 'registerPad',
    to: 'pad/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '登记评价器', en: 'Register a pad' },
    description: {
      zh: '提出为窗口登记一台评价器，须由另一人复核；一次性登记码在复核时生成，24 小时内有效，仅显示一次。区域已有大厅清单的，大厅与窗口（或自助终端）须在清单中。',
      en: 'Proposes a pad for a window or a self-service terminal, which must be listed once the area has a register of halls; another person confirms it, and only then there is a one-time enrolment code, valid for 24 hours and shown once.',
    },
    request: { schema: 'PadRegistration', example: { hall, window, label: 'A03 左侧' } },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'out_of_scope',
      'area_unlisted',
      'area_closed',
      'hall_unlisted',
      'window_unlisted',
      'busy',
    ]),
  },
  {
    on: 'GET /v1/pads',
    id: 'listPads',
    to: 'pad/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '评价器列表', en: 'List pads' },
    description: {
      zh: '本区域或指定大厅的评价器：状态、最近心跳、待上传条数与缺失的序号。',
      en: 'The pads of the caller’s area or of one hall: state, last heartbeat, ratings waiting to be sent, missing numbers.',
    },
    parameters: [
      {
        name: 'hall',
        in: 'query',
        schema: HallCode,
        words: { zh: '大厅编码', en: 'Hall code' },
        example: hall,
      },
      ...pageParameters,
    ],
    answers: [
      {
        status: 200,
        words: { zh: '评价器', en: 'The pads' },
        content: {
          schema: 'PadList',
          example: {
            pads: [
              {
                padId,
                hall,
                window,
                label: 'A03 左侧',
                state: 'enrolled',
                issuer: 23,
                registeredBy: 'halladmin',
                confirmedBy: 'sysadmin',
                registeredAt: '2026-11-16T14:00:00.000+08:00',
                suspensions: [],
                lastSeenAt: '2026-11-20T10:14:59.000+08:00',
                waiting: 0,
                storage: 'ok',
                faults: 0,
                oldestAt: null,
                persisted: true,
                page: '1.0.0',
                highest: 46,
                missing: [[41, 43]],
              },
            ],
            cursor: null,
          },
        },
      },
    ],
    problems: problemsFor('staffRead', ['invalid_input', 'out_of_scope', 'cursor_invalid']),
  },
  {
    on: 'DELETE /v1/pads/{padId}',
    id: 'revokePad',
    to: 'pad/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '停用评价器', en: 'Revoke a pad' },
    description: {
      zh: '用于丢失或报废的评价器：停用后其签名一律拒绝，已提交的评价保留。返回其最近一次报告的待上传条数与缺失序号；仍在设备上的评价须恢复使用后上传。可重复调用。',
      en: 'For a lost or retired pad: its signatures are refused from now on; the ratings it sent stay. The answer says how many it still held at its last call; those can be sent when the pad is put back into use. Safe to repeat.',
    },
    parameters: [padParameter],
    answers: [
      {
        status: 200,
        words: { zh: '已停用', en: 'It is revoked' },
        content: {
          schema: 'PadRevoked',
          example: { padId, state: 'revoked', waiting: 3, missing: [] },
        },
      },
    ],
    problems: problemsFor('staffRead', ['pad_unknown', 'busy']),
  },
  {
    on: 'POST /v1/pads/{padId}/reinstate',
    id: 'reinstatePad',
    to: 'pad/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '恢复使用已停用的评价器', en: 'Put a revoked pad back into use' },
    description: {
      zh: '提出恢复使用已停用的评价器，须由另一人复核，复核时生成新的登记码。评价器编号与已收序号不变：设备输入新码后，继续上传其加密保留的评价。停用期间作出的评价照常入库，并注明“评价时评价器处于停用期间”。',
      en: 'Proposes to put a revoked pad back into use; another person confirms it, and a new enrolment code is answered. It keeps its id and its numbers, so a device that still holds ratings sends them once it is given the code. Ratings from the time in which the pad was revoked are stored, with a doubt that says so.',
    },
    parameters: [padParameter],
    request: { schema: 'PadReinstatement', example: { reason: '设备已找回，屏幕完好' } },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', ['pad_unknown', 'pad_not_revoked', 'busy']),
  },
  {
    on: 'POST /v1/pads/enrol',
    id: 'enrolPad',
    to: 'pad/pad',
    audience: 'pad',
    security: 'none',
    summary: { zh: '评价器登记', en: 'Enrol a pad' },
    description: {
      zh: '凭一次性登记码换取评价器密钥，密钥仅显示一次。空格、短横与大小写不影响登记码。设备上仍有未上传评价的，请附其评价器编号：登记码属于另一评价器的，不予使用。',
      en: 'Exchanges the one-time code for the key of the pad, which is shown only once. Spaces, dashes and case of the code do not matter. A device that still holds ratings names its pad; then a code of another pad is not spent.',
    },
    request: { schema: 'PadEnrolment', example: { code: 'K7QM-2XRT-9WBD' } },
    answers: [
      {
        status: 201,
        words: { zh: '评价器密钥', en: 'The pad’s key' },
        content: {
          schema: 'PadKey',
          example: {
            padId,
            number: 1042,
            key: 'bm90LWEtcmVhbC1rZXktb25seS1hbi1leGFtcGxlISE',
            hall,
            window,
            highest: 0,
          },
        },
      },
    ],
    problems: problemsFor('openWrite', ['enrolment_code_invalid', 'enrolment_of_other_pad']),
  },
  {
    on: 'GET /v1/pads/me',
    id: 'showOwnPad',
    to: 'pad/pad',
    audience: 'pad',
    security: 'signature',
    summary: { zh: '评价器自身信息', en: 'The pad itself' },
    description: {
      zh: '评价器页面所需的信息：大厅（名称取自大厅清单，未列入的为 null）与窗口、无操作等待与提示秒数、是否提供文字意见（均为规则数据）、是否在办公时间（清单未列办公时间的为 null）、服务器时间、已收到的最大序号与页面地址。',
      en: 'What the page of a pad needs: its hall, named as the register of halls lists it (null while it does not), its window, the seconds to wait and to warn and whether free text is offered (all of the policy), whether the hall is open (null while no hours are listed), the time of the server, the highest number received and the address of the pages.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '评价器信息', en: 'The pad' },
        content: {
          schema: 'PadMe',
          example: {
            padId,
            number: 1042,
            hall: { code: hall, name: '越城区政务服务中心' },
            window: { code: window, name: null },
            label: 'A03 左侧',
            idleSeconds: 60,
            warnSeconds: 20,
            freeText: false,
            languages: ['zh', 'en'],
            openNow: true,
            serverTime: '2026-11-20T10:15:00.000+08:00',
            highest: 46,
            publicUrl: 'https://pingjia.example.cn',
            hotline: '12345',
            notice: {
              zh: { title: '个人信息保护告知', text: '为办理评价、回访和整改，……' },
              en: { title: 'Privacy notice', text: 'To handle ratings, …' },
            },
          },
        },
      },
    ],
    problems: problemsFor('padRead', ['busy']),
  },
  {
    on: 'GET /v1/pads/me/current',
    id: 'currentContact',
    to: 'pad/pad',
    audience: 'pad',
    security: 'signature',
    summary: { zh: '窗口当前服务', en: 'The contact at this window now' },
    description: {
      zh: '本窗口当前可评价的服务及其凭证、中英文评价指标；无人办理、已评价或超过 30 分钟时为 null。不预选等级；未作评价的，不计为任何等级。凭证不过期，离线期间的评价联网后可上传。ETag 由所显示的内容得出，不含凭证：请求头 If-None-Match 与之相同的，返回 304，评价器继续使用已有凭证。',
      en: 'What can be rated at this window now, with its token and the indicators in Chinese and English; null when nobody is served, it is rated already, or 30 minutes have passed. No level is preselected; without a rating nothing counts. The token does not expire, so an offline pad can send later. ETag stands for what is shown and not for the token: with the same in If-None-Match the answer is 304, and the pad goes on with the token that it has.',
    },
    answers: [
      {
        status: 200,
        words: { zh: '当前服务', en: 'The contact, or null' },
        content: {
          schema: 'PadCurrent',
          example: {
            contact: {
              projectNo: exampleCase.projectNo,
              serviceNumber: 1,
              token: exampleToken,
              matter: { zh: exampleCase.matter.name, en: exampleCase.matter.name },
              department: exampleCase.department.name,
              applicant: '张**',
              service: { zh: '受理', en: 'Acceptance' },
              servedAt: '2026-11-20T09:12:00.000+08:00',
            },
            indicators: { zh: exampleIndicators, en: exampleIndicatorsEnglish },
            openNow: true,
          },
        },
      },
      {
        status: 304,
        words: { zh: '显示内容没有变化', en: 'What is shown has not changed' },
      },
    ],
    problems: problemsFor('padRead', ['busy']),
  },
  {
    on: 'POST /v1/pads/me/ratings',
    id: 'collectPadRatings',
    to: 'pad/collect',
    audience: 'pad',
    security: 'signature',
    summary: { zh: '评价器批量上传', en: 'Send a pad’s ratings' },
    description: {
      zh: '按评价器自己的序号上传，每批最多 50 条。列入 stored、repeats、held、refused 的序号均已处理，可从评价器删除；missing 是最大序号以下从未收到的序号。被拒绝的评价加密留存。token 也可以是评价器扫到的其他渠道评价链接，评价计入该渠道。评价器离线时可不带 token：按 ratedAt 归入该窗口前 30 分钟至后 5 分钟内唯一未评价的服务（held 中 bound 为 true）；没有或多于一次的，先留存，10 个工作日内随该窗口的办件事件继续匹配，之后由人员处理，不计入评价率。clock 为评价器发送时的本机时间，用于校正 ratedAt；不可能的 ratedAt 只作标记，无法读取的按原样留存并作标记，均不影响收取。不认识的字段忽略，其序号列入 ignored。同一序号再次上传不同内容，返回 sequence_taken。请求体须为 UTF-8：不是 UTF-8 的字符经网关解码已丢失（以 U+FFFD 表示），含该字符的评价返回 text_damaged 并留存，可由两人补录，同批其他评价照常收取（此时请求体与其摘要已不一致，仅凭签名的请求头确认来源）；丢失字符使 JSON 无法识别的，整批返回 not_utf8，可重新发送。群众自己输入的 U+FFFD 按原文收取；文字中有残缺字符（单个代理项）的，以 U+FFFD 代替并作标记。某条评价中同一字段出现多次的，返回 member_twice 并留存，同批其他评价照常收取。',
      en: 'Up to 50 ratings a batch, in the sequence numbers of the pad. Numbers under stored, repeats, held and refused are settled and can be deleted from the pad; missing lists those below the highest that were never received. A refused rating is kept, encrypted. The token may be that of a link of another channel that the pad scanned; the rating counts for that channel. Without a token, when the pad was offline, the rating is bound to the only unrated contact of the window from 30 minutes before ratedAt to 5 minutes after it (bound under held); with none or several it is held, tried again at every case event of the window for 10 working days, then left to a person, and is in no rate. clock is the time by the pad’s own clock as it sends, by which ratedAt is corrected; a ratedAt that cannot be true is marked, and one that cannot be read is kept as it was sent; neither refuses anything. Unknown members are ignored, and their numbers listed under ignored. A number that comes again with something else is refused as sequence_taken. The body has to be UTF-8: other bytes are lost as the gateway decodes them (U+FFFD stands for them). A rating with such a character is refused as text_damaged and kept, and two persons can take it up; the others of its batch are taken, although the body no longer fits its digest and only the signed headers say who sent it. When the loss breaks the JSON, the whole batch is refused as not_utf8 and can be sent again. A U+FFFD that the resident wrote is taken as content; half a character (a lone surrogate) is replaced by U+FFFD and marked. A rating in which a member stands more than once is refused as member_twice and kept; the others of its batch are taken.',
    },
    request: {
      schema: 'PadBatch',
      example: {
        clock: '2026-11-20T10:14:58+08:00',
        ratings: [
          {
            sequence: 46,
            token: exampleToken,
            level: 'very_satisfied',
            tags: ['510'],
            ratedAt: '2026-11-20T09:20:11+08:00',
          },
        ],
      },
    },
    answers: [
      {
        status: 200,
        words: { zh: '逐条结果', en: 'The outcome of each number' },
        content: {
          schema: 'PadBatchAnswer',
          example: {
            stored: [{ sequence: 46 }],
            repeats: [],
            refused: [],
            missing: [[41, 43]],
            highest: 46,
            held: [{ sequence: 45, bound: true }],
            ignored: [],
          },
        },
      },
    ],
    problems: problemsFor('padWrite', ['busy', 'pad_unknown']),
    memberProblems: [
      'invalid_input',
      'token_invalid',
      'token_expired',
      'sequence_implausible',
      'sequence_taken',
      'token_of_other_channel',
      'text_damaged',
      'member_twice',
      'case_unknown',
      'contact_unknown',
      ...draftProblems,
      'already_rated',
    ],
  },
  {
    on: 'POST /v1/pads/me/heartbeat',
    id: 'padHeartbeat',
    to: 'pad/pad',
    audience: 'pad',
    security: 'signature',
    summary: { zh: '评价器心跳', en: 'Heartbeat' },
    description: {
      zh: '每分钟一次；返回服务器时间、缺失的序号与已收到的最大序号（丢失计数的评价器由此加一继续）。storage 为 broken 表示评价器无法保存评价，faults 为登记以来未能保存的条数，oldestAt 为待上传的最早一条的时间。',
      en: 'Once a minute; returns the time of the server, the missing numbers and the highest number received, behind which a pad that lost its counter goes on. With storage broken the pad says that it cannot store ratings; faults counts those that it could not store since it was enrolled, and oldestAt is the time of the oldest one in its queue.',
    },
    request: {
      schema: 'Heartbeat',
      example: {
        waiting: 0,
        version: '1.0.0',
        clock: '2026-11-20T10:14:58+08:00',
        storage: 'ok',
        faults: 0,
        persisted: true,
        page: '1.0.0',
      },
    },
    answers: [
      {
        status: 200,
        words: { zh: '已记录', en: 'Noted' },
        content: {
          schema: 'HeartbeatAnswer',
          example: { at: '2026-11-20T10:15:00.000+08:00', missing: [[41, 43]], highest: 46 },
        },
      },
    ],
    problems: problemsFor('padWrite', ['busy', 'pad_unknown']),
  },
] as const satisfies readonly Operation[];
