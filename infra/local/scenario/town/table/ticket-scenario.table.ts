import type { Channel } from '../../../../../shared/domain/rating/channel.ts';
import type { RatingWords } from '../../player/rating-words.ts';
import {
  approve,
  claimHardship,
  claimMistaken,
  find,
  grantClaim,
  recordNoAnswer,
  recordReached,
  requestExtension,
  sendBack,
  submit,
} from '../../player/staff-action.ts';
import type { PlannedStaffAction } from '../../player/staff-action.ts';

/** Working days after the rating, from 1, and the stop in the office hours of that day, from 0. */
type When = readonly [day: number, stop: 0 | 1 | 2 | 3];

export interface StaffStep {
  readonly when: When;
  readonly by: 'handler' | 'supervisor' | 'reviewer';
  readonly action: PlannedStaffAction;
  /** The one line of the file that goes with the action. */
  readonly file?: string | undefined;
  /** The review of a hardship, in days after the end of the history. */
  readonly reviewAfterDays?: number;
}

/** 追评: the follow-up of the resident. */
interface ResidentStep {
  readonly when: When;
  readonly by: 'resident';
  readonly words: Required<Omit<RatingWords, 'contactConsent'>>;
}

export type TicketStep = StaffStep | ResidentStep;

/** What happens after one bad rating of the town. */
export interface TicketScenario {
  readonly name: string;
  readonly channel: Channel;
  /** The working day of the rating, counted back from the end. The nearest rating is taken. */
  readonly openedAgo: number;
  readonly steps: readonly TicketStep[];
}

const actAs =
  (by: StaffStep['by']) =>
  (when: When, action: PlannedStaffAction, file?: string): StaffStep => ({
    when,
    by,
    action,
    ...(file === undefined ? {} : { file }),
  });
const handler = actAs('handler');
const supervisor = actAs('supervisor');
const reviewer = actAs('reviewer');

const resident = (when: When, words: ResidentStep['words']): ResidentStep => ({
  when,
  by: 'resident',
  words,
});

const defineScenario = (
  facts: Omit<TicketScenario, 'steps'>,
  ...steps: readonly TicketStep[]
): TicketScenario => ({ ...facts, steps });

export const ticketScenarios: readonly TicketScenario[] = [
  defineScenario({ name: 'left alone', channel: 'qr', openedAgo: 19 }),
  defineScenario(
    { name: 'closed and praised', channel: 'portal', openedAgo: 17 },
    handler([1, 0], recordReached('已致歉，约定补正方式。')),
    handler([1, 1], find('reasonable_now', 'online', '网办最后一步提示有误。')),
    handler(
      [4, 2],
      submit(
        '修正网办提示，补录全程网办材料目录。',
        '您反映的提示错误已修正，现可全程网上办理，感谢指出。',
      ),
      'Screenshots of the corrected form, before and after.',
    ),
    supervisor([6, 1], approve('现场核验属实。')),
    resident([7, 3], {
      level: 'very_satisfied',
      tags: ['510'],
      text: '问题解决了，答复也很及时。',
    }),
  ),
  defineScenario(
    { name: 'extended', channel: 'app', openedAgo: 15 },
    handler([1, 1], recordReached('涉及系统改造，已说明预计时间。')),
    handler([2, 0], find('complex', 'process', '两个系统数据不互通。')),
    handler([8, 1], requestExtension(10, '接口改造需两周，附排期。')),
    supervisor([9, 2], grantClaim('extension', '排期合理，同意延期 10 个工作日。')),
  ),
  defineScenario(
    { name: 'on the hardship register', channel: 'pad', openedAgo: 14 },
    handler([1, 2], recordReached('说明场地现状，评价人表示理解。')),
    handler([2, 1], find('complex', 'facility', '大厅无电梯，需整体改造。')),
    {
      ...handler(
        [4, 0],
        claimHardship('改造已列入年度计划，目前无法整改。'),
        'Renovation plan of the hall, with its budget line.',
      ),
      reviewAfterDays: 14,
    },
    reviewer([6, 2], grantClaim('hardship', '情况属实，同意列入整改台账并定期复核。')),
  ),
  defineScenario(
    { name: 'sent back and closed', channel: 'hotline', openedAgo: 13 },
    handler([1, 0], recordNoAnswer),
    handler([1, 3], recordReached('核实预约与取号经过。')),
    handler([2, 0], find('reasonable_now', 'time', '预约号未优先叫号。')),
    handler(
      [3, 1],
      submit('已提醒窗口人员。', '已提醒窗口人员注意。'),
      'Note to the staff of the window.',
    ),
    supervisor([4, 2], sendBack('措施过于笼统，请说明叫号规则如何调整。')),
    handler(
      [6, 1],
      submit(
        '叫号系统已设预约优先，迟到 10 分钟内保留。',
        '叫号系统已改为预约优先，10 分钟内到场均保留号源，向您致歉。',
      ),
      'Configuration of the queue system, exported.',
    ),
    supervisor([8, 0], approve()),
  ),
  defineScenario(
    { name: 'dismissed', channel: 'terminal', openedAgo: 12 },
    handler([1, 0], recordReached('评价人确认按错等级。')),
    handler(
      [1, 1],
      claimMistaken('评价人确认按错等级，见通话记录。'),
      'Transcript of the call, as recorded.',
    ),
    reviewer([3, 2], grantClaim('invalid', '录音清楚，评价人本意为满意。')),
  ),
  defineScenario(
    { name: 'explained and closed', channel: 'paper', openedAgo: 11 },
    handler([1, 0], recordReached('逐条说明政策依据。')),
    handler([1, 2], find('no_legal_basis', 'material', '所需材料为法定要件。')),
    handler(
      [2, 1],
      submit(
        '当面说明法定要件，并提供帮办代办。',
        '该材料为法定要件，无法免除；我们可以上门帮您代办，联系方式已留给您。',
        'explained',
      ),
    ),
    supervisor([4, 3], approve()),
  ),
  defineScenario(
    { name: 'bad again', channel: 'portal', openedAgo: 8 },
    handler([1, 0], recordReached('了解超期经过。')),
    handler([1, 1], find('reasonable_now', 'time', '材料流转延误。')),
    handler(
      [2, 2],
      submit('补办完毕，提醒经办人员。', '您的事项已办结，请查收。'),
      'Certificate issued, with its date.',
    ),
    supervisor([4, 1], approve()),
    resident([5, 2], {
      level: 'dissatisfied',
      tags: ['209'],
      text: '只说办结了，没说为什么超期。',
    }),
    handler([6, 1], recordReached('当面说明延误原因并道歉。')),
  ),
  defineScenario(
    { name: 'in closure review', channel: 'qr', openedAgo: 5 },
    handler([1, 0], recordReached('了解经过，已致歉。')),
    handler([1, 1], find('reasonable_now', 'staff_skill', '新政策培训不到位。')),
    handler(
      [3, 2],
      submit(
        '全员培训新政策并统一口径。',
        '我们已对全体窗口人员培训新政策，统一答复口径，向您致歉。',
      ),
      'Attendance list of the training, signed.',
    ),
  ),
  defineScenario(
    { name: 'being put right', channel: 'pad', openedAgo: 4 },
    handler([1, 1], recordReached('已致歉，说明正在改进。')),
    handler([2, 0], find('complex', 'guide', '导引标识缺失，需重新制作。')),
  ),
  defineScenario(
    { name: 'dismissal asked for', channel: 'app', openedAgo: 3 },
    handler([1, 1], recordReached('评价人说明要评的是另一个部门。')),
    handler(
      [1, 2],
      claimMistaken('评价人要评的是另一个部门。'),
      'Transcript of the call, as recorded.',
    ),
  ),
  defineScenario(
    { name: 'just in', channel: 'sms', openedAgo: 1 },
    handler([1, 0], recordNoAnswer),
  ),
];
