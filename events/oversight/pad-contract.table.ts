import * as z from 'zod/mini';

import { pressStates } from '../../shared/domain/pad/press.ts';
import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { pageParameters } from '../page-parameters.ts';
import { HallCode } from '../primitive.ts';
import { areaParameter, listProblems } from './list-parameters.ts';

const { contact } = exampleCase;
const padId = 'p4Xk2mVQ8rT1uYb7nZc9Lw';
const at = '2026-11-20T10:15:00.000+08:00';

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
  storage: 'ok',
  faults: 0,
  oldestAt: '2026-11-20T10:02:11.000+08:00',
  persisted: true,
  page: '1.0.0',
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

export const overseenPadOperations = [
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
