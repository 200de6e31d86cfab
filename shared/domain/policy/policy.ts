/**
 * Policy: the rules that differ by place and year, as versioned data. A ticket keeps the version
 * under which it was opened; a version never changes.
 */
import * as z from 'zod/mini';

import { PolicyRetention } from '../case/retention/rules.ts';
import { MessageRules } from '../message/rules.ts';
import { PolicyPad } from '../pad/page-rules.ts';
import { dissatisfiedLevels, Level, levels } from '../rating/level.ts';
import { receiptDays } from '../time/deadline.ts';
import { isTimed, isWithinLimits, notifiesAtOpening, risesInTime } from './ladder-limits.ts';
import {
  PolicyClocks,
  PolicyContest,
  PolicyExtension,
  PolicyHardship,
  PolicyOffice,
  PolicyWaiting,
} from './limits.ts';
import { PolicySource } from './source.ts';

/** 升级阶梯, lowest first; each rung fires at most once in a term of a ticket. */
export const rungs = [
  'notify', // 派单
  'remind', // 催办
  'yellow', // 黄灯
  'red', // 红灯
  'supervise', // 督办
  'raise_city', // 提级
  'accountability', // 效能问责
] as const;
export const Rung = z.enum(rungs);
export type Rung = z.output<typeof Rung>;

/** What makes a rung fire. Of several triggers the earliest counts. */
export const Trigger = z.discriminatedUnion('on', [
  z.object({ on: z.literal('opened') }),
  /** The contact clock ran out. */
  z.object({ on: z.literal('contact_missed') }),
  /** This share of the rectify clock's working time has passed; 0.8 is "20 % left". */
  z.object({ on: z.literal('time_gone'), share: z.number().check(z.gt(0), z.lt(1)) }),
  /** Full working days after the rectify clock ran out; 0 is the moment itself. */
  z.object({ on: z.literal('overdue'), workingDays: z.int().check(z.gte(0), z.lte(60)) }),
  /** The supervisor returned it this many times. */
  z.object({ on: z.literal('returned'), times: z.int().check(z.gte(1), z.lte(10)) }),
  /** The follow-up rating (追评) was bad again. */
  z.object({ on: z.literal('bad_follow_up') }),
]);
export type Trigger = Readonly<z.output<typeof Trigger>>;

export const triggerNames = [
  'opened',
  'contact_missed',
  'time_gone',
  'overdue',
  'returned',
  'bad_follow_up',
] as const satisfies readonly Trigger['on'][];

export const LadderRung = z.object({
  rung: Rung,
  triggers: z.readonly(z.array(Trigger).check(z.minLength(1), z.maxLength(5))),
});
export type LadderRung = Readonly<z.output<typeof LadderRung>>;

const Score = z.number().check(z.gte(0), z.lte(100));
const Scores = z.object({
  very_satisfied: Score,
  satisfied: Score,
  basically_satisfied: Score,
  dissatisfied: Score,
  very_dissatisfied: Score,
});

/** 国办发〔2019〕51号: these two are bad everywhere; a city may only add to them. */
const hasNationalLevels = (badLevels: readonly Level[]): boolean =>
  dissatisfiedLevels.every((level) => badLevels.includes(level));

/** A rating of the upper two levels is good, whatever a city adds. */
const hasNoGoodLevel = (badLevels: readonly Level[]): boolean =>
  !badLevels.includes('very_satisfied') && !badLevels.includes('satisfied');

const inLadderOrder = (ladder: readonly LadderRung[]): boolean =>
  ladder.length === rungs.length && ladder.every(({ rung }, index) => rung === rungs[index]);

const isDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const lowerWhenWorse = (scores: Readonly<Record<Level, number>>): boolean =>
  levels.every((level, index) => {
    const better = levels[index - 1];
    return better === undefined || scores[level] < scores[better];
  });

export const Policy = z.object({
  version: z.int().check(z.gte(1)),
  source: PolicySource,
  /** The levels that open a ticket (差评). */
  badLevels: z.readonly(
    z
      .array(Level)
      .check(
        z.maxLength(4),
        z.refine(isDistinct, 'named_twice'),
        z.refine(hasNationalLevels, 'national_levels_missing'),
        z.refine(hasNoGoodLevel, 'not_allowed'),
      ),
  ),
  office: PolicyOffice,
  /** Which day is the day of receipt; `working_day` where a policy does not say it. */
  receiptDay: z.optional(z.enum(receiptDays)),
  clocks: PolicyClocks,
  /** The number of attempts that count as a contact when the resident cannot be reached. */
  contactAttempts: z.int().check(z.gte(1), z.lte(10)),
  /** 先回访后申诉: an appeal needs a contact or these attempts, and does not pause the duty to contact. */
  appealAfterContact: z.optional(z.boolean()),
  /** 延期: how often, and how much at most may be added to the rectify term, in the term's unit. */
  extension: PolicyExtension,
  /** 列入台账: how far away a review date may be. */
  hardship: z.optional(PolicyHardship),
  /** 审核提级与申请失效: absent where nothing of it was in force. */
  waiting: z.optional(PolicyWaiting),
  /** 评价异议: how long the review of a contested rating may take. */
  contest: z.optional(PolicyContest),
  ladder: z.readonly(
    z.array(LadderRung).check(
      z.refine(inLadderOrder, 'not_the_whole_ladder'),
      z.refine(risesInTime, 'ladder_falls_in_time'),
      z.refine(notifiesAtOpening, 'not_notified_at_opening'),
      z.refine((ladder) => ladder.every(isTimed), 'rung_without_moment'),
      z.refine((ladder) => ladder.every(isWithinLimits), 'rung_out_of_time'),
    ),
  ),
  /** 追评: calendar days after closure in which the single follow-up rating may be given. */
  appendWindowDays: z.int().check(z.gte(1), z.lte(366)),
  /** 短信: when and in which words residents get messages. */
  messages: z.optional(MessageRules),
  /** 保存期限: how long identity and words are kept. */
  retention: z.optional(PolicyRetention),
  /** 评价器: how long its page waits for the resident, and what it asks. */
  pad: z.optional(PolicyPad),
  scores: Scores.check(z.refine(lowerWhenWorse, 'worse_scores_higher')),
});
export type Policy = Readonly<z.output<typeof Policy>>;
