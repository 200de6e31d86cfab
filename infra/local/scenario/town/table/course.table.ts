import type { TicketAction } from '../../../../../events/ticket/action.ts';
import type { Channel } from '../../../../../shared/domain/rating/channel.ts';
import type { Level } from '../../../../../shared/domain/rating/level.ts';

/** What stands in for the version, the day and the files is put in when it is played. */
type Planned<Action> = Action extends unknown
  ? Omit<Action, 'expectedVersion' | 'actionId' | 'evidence' | 'reviewOn'>
  : never;

interface When {
  /** Working days after the rating, from 1; and at which stop of that day's office hours, from 0. */
  readonly day: number;
  readonly stop: 0 | 1 | 2 | 3;
}

export interface StaffBeat extends When {
  readonly by: 'handler' | 'supervisor' | 'reviewer';
  readonly deed: Planned<TicketAction>;
  /** The one line of the file that goes with it. */
  readonly file?: string;
  /** Of a hardship: its review, so many days after the history ends. */
  readonly reviewAfterDays?: number;
}

/** 追评: the resident's last word. */
export interface ResidentBeat extends When {
  readonly by: 'resident';
  readonly words: {
    readonly level: Level;
    readonly tags: readonly string[];
    readonly text: string;
  };
}

export type Beat = StaffBeat | ResidentBeat;

/** What becomes of one bad rating of the town. */
export interface Course {
  readonly name: string;
  readonly channel: Channel;
  /** On which working day before the end the rating should come in; the nearest there is will do. */
  readonly openedAgo: number;
  readonly beats: readonly Beat[];
}

const recordReached = (note: string) =>
  ({ type: 'recordContact', way: 'phone', outcome: 'reached', note }) as const;
const missed = { type: 'recordContact', way: 'phone', outcome: 'no_answer' } as const;

export const courses: readonly Course[] = [
  { name: 'left alone', channel: 'qr', openedAgo: 19, beats: [] },
  {
    name: 'closed and praised',
    channel: 'portal',
    openedAgo: 17,
    beats: [
      { day: 1, stop: 0, by: 'handler', deed: recordReached('已致歉，约定补正方式。') },
      {
        day: 1,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'find',
          kind: 'reasonable_now',
          cause: 'online',
          note: '网办最后一步提示有误。',
        },
      },
      {
        day: 4,
        stop: 2,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'rectified',
          measure: '修正网办提示，补录全程网办材料目录。',
          answer: '您反映的提示错误已修正，现可全程网上办理，感谢指出。',
        },
        file: 'Screenshots of the corrected form, before and after.',
      },
      { day: 6, stop: 1, by: 'supervisor', deed: { type: 'approve', note: '现场核验属实。' } },
      {
        day: 7,
        stop: 3,
        by: 'resident',
        words: { level: 'very_satisfied', tags: ['510'], text: '问题解决了，答复也很及时。' },
      },
    ],
  },
  {
    name: 'extended',
    channel: 'app',
    openedAgo: 15,
    beats: [
      { day: 1, stop: 1, by: 'handler', deed: recordReached('涉及系统改造，已说明预计时间。') },
      {
        day: 2,
        stop: 0,
        by: 'handler',
        deed: { type: 'find', kind: 'complex', cause: 'process', note: '两个系统数据不互通。' },
      },
      {
        day: 8,
        stop: 1,
        by: 'handler',
        deed: { type: 'requestExtension', days: 10, note: '接口改造需两周，附排期。' },
      },
      {
        day: 9,
        stop: 2,
        by: 'supervisor',
        deed: {
          type: 'rule',
          claim: 'extension',
          grant: true,
          note: '排期合理，同意延期 10 个工作日。',
        },
      },
    ],
  },
  {
    name: 'on the hardship register',
    channel: 'pad',
    openedAgo: 14,
    beats: [
      { day: 1, stop: 2, by: 'handler', deed: recordReached('说明场地现状，评价人表示理解。') },
      {
        day: 2,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'find',
          kind: 'complex',
          cause: 'facility',
          note: '大厅无电梯，需整体改造。',
        },
      },
      {
        day: 4,
        stop: 0,
        by: 'handler',
        deed: { type: 'claimHardship', note: '改造已列入年度计划，目前无法整改。' },
        file: 'Renovation plan of the hall, with its budget line.',
        reviewAfterDays: 14,
      },
      {
        day: 6,
        stop: 2,
        by: 'reviewer',
        deed: {
          type: 'rule',
          claim: 'hardship',
          grant: true,
          note: '情况属实，同意列入整改台账并定期复核。',
        },
      },
    ],
  },
  {
    name: 'sent back and closed',
    channel: 'hotline',
    openedAgo: 13,
    beats: [
      { day: 1, stop: 0, by: 'handler', deed: missed },
      { day: 1, stop: 3, by: 'handler', deed: recordReached('核实预约与取号经过。') },
      {
        day: 2,
        stop: 0,
        by: 'handler',
        deed: { type: 'find', kind: 'reasonable_now', cause: 'time', note: '预约号未优先叫号。' },
      },
      {
        day: 3,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'rectified',
          measure: '已提醒窗口人员。',
          answer: '已提醒窗口人员注意。',
        },
        file: 'Note to the staff of the window.',
      },
      {
        day: 4,
        stop: 2,
        by: 'supervisor',
        deed: { type: 'return', note: '措施过于笼统，请说明叫号规则如何调整。' },
      },
      {
        day: 6,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'rectified',
          measure: '叫号系统已设预约优先，迟到 10 分钟内保留。',
          answer: '叫号系统已改为预约优先，10 分钟内到场均保留号源，向您致歉。',
        },
        file: 'Configuration of the queue system, exported.',
      },
      { day: 8, stop: 0, by: 'supervisor', deed: { type: 'approve' } },
    ],
  },
  {
    name: 'dismissed',
    channel: 'terminal',
    openedAgo: 12,
    beats: [
      {
        day: 1,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'claimInvalid',
          grounds: 'mistaken',
          note: '评价人确认按错等级，见通话记录。',
        },
        file: 'Transcript of the call, as recorded.',
      },
      {
        day: 3,
        stop: 2,
        by: 'reviewer',
        deed: { type: 'rule', claim: 'invalid', grant: true, note: '录音清楚，评价人本意为满意。' },
      },
    ],
  },
  {
    name: 'explained and closed',
    channel: 'paper',
    openedAgo: 11,
    beats: [
      { day: 1, stop: 0, by: 'handler', deed: recordReached('逐条说明政策依据。') },
      {
        day: 1,
        stop: 2,
        by: 'handler',
        deed: {
          type: 'find',
          kind: 'no_legal_basis',
          cause: 'material',
          note: '所需材料为法定要件。',
        },
      },
      {
        day: 2,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'explained',
          measure: '当面说明法定要件，并提供帮办代办。',
          answer: '该材料为法定要件，无法免除；我们可以上门帮您代办，联系方式已留给您。',
        },
      },
      { day: 4, stop: 3, by: 'supervisor', deed: { type: 'approve' } },
    ],
  },
  {
    name: 'bad again',
    channel: 'portal',
    openedAgo: 8,
    beats: [
      { day: 1, stop: 0, by: 'handler', deed: recordReached('了解超期经过。') },
      {
        day: 1,
        stop: 1,
        by: 'handler',
        deed: { type: 'find', kind: 'reasonable_now', cause: 'time', note: '材料流转延误。' },
      },
      {
        day: 2,
        stop: 2,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'rectified',
          measure: '补办完毕，提醒经办人员。',
          answer: '您的事项已办结，请查收。',
        },
        file: 'Certificate issued, with its date.',
      },
      { day: 4, stop: 1, by: 'supervisor', deed: { type: 'approve' } },
      {
        day: 5,
        stop: 2,
        by: 'resident',
        words: { level: 'dissatisfied', tags: ['209'], text: '只说办结了，没说为什么超期。' },
      },
      { day: 6, stop: 1, by: 'handler', deed: recordReached('当面说明延误原因并道歉。') },
    ],
  },
  {
    name: 'in closure review',
    channel: 'qr',
    openedAgo: 5,
    beats: [
      { day: 1, stop: 0, by: 'handler', deed: recordReached('了解经过，已致歉。') },
      {
        day: 1,
        stop: 1,
        by: 'handler',
        deed: {
          type: 'find',
          kind: 'reasonable_now',
          cause: 'staff_skill',
          note: '新政策培训不到位。',
        },
      },
      {
        day: 3,
        stop: 2,
        by: 'handler',
        deed: {
          type: 'submit',
          result: 'rectified',
          measure: '全员培训新政策并统一口径。',
          answer: '我们已对全体窗口人员培训新政策，统一答复口径，向您致歉。',
        },
        file: 'Attendance list of the training, signed.',
      },
    ],
  },
  {
    name: 'being put right',
    channel: 'pad',
    openedAgo: 4,
    beats: [
      { day: 1, stop: 1, by: 'handler', deed: recordReached('已致歉，说明正在改进。') },
      {
        day: 2,
        stop: 0,
        by: 'handler',
        deed: { type: 'find', kind: 'complex', cause: 'guide', note: '导引标识缺失，需重新制作。' },
      },
    ],
  },
  {
    name: 'dismissal asked for',
    channel: 'app',
    openedAgo: 3,
    beats: [
      {
        day: 1,
        stop: 2,
        by: 'handler',
        deed: { type: 'claimInvalid', grounds: 'mistaken', note: '评价人要评的是另一个部门。' },
        file: 'Transcript of the call, as recorded.',
      },
    ],
  },
  {
    name: 'just in',
    channel: 'sms',
    openedAgo: 1,
    beats: [{ day: 1, stop: 0, by: 'handler', deed: missed }],
  },
];
