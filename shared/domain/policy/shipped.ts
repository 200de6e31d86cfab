/** The policies that the product brings along; like every version, they never change. */
import { defaultRetention } from '../case/retention/rules.ts';
import { defaultMessageRules } from '../message/rules.ts';
import { defaultPadRules } from '../pad/page-rules.ts';
import { defaultScores, dissatisfiedLevels } from '../rating/level.ts';
import { defaultOffice } from '../time/deadline.ts';
import { defaultContest, defaultHardship, defaultWaiting } from './limits.ts';
import { rungs } from './policy.ts';
import type { Policy, Rung, Trigger } from './policy.ts';

/** When each rung fires as long as no policy of the city says otherwise. */
const defaultTriggers: Readonly<Record<Rung, readonly Trigger[]>> = {
  notify: [{ on: 'opened' }],
  remind: [{ on: 'time_gone', share: 0.5 }, { on: 'contact_missed' }],
  yellow: [{ on: 'time_gone', share: 0.8 }],
  red: [{ on: 'overdue', workingDays: 0 }],
  supervise: [{ on: 'overdue', workingDays: 3 }],
  raise_city: [
    { on: 'overdue', workingDays: 5 },
    { on: 'returned', times: 3 },
    { on: 'bad_follow_up' },
  ],
  accountability: [{ on: 'overdue', workingDays: 10 }],
};

/**
 * The first version, under which tickets are open. Zhejiang's public rule (a news report of 2019) gives
 * the bad levels, 1 and 15 days and the single follow-up. Whether its days are working days is not
 * public, and every other value is this project's own.
 */
export const firstPolicy: Policy = {
  version: 1,
  source: {
    official: false,
    zh: '浙江默认规则（产品默认值，并非官方规定）：1日回访、15日整改、1次追评见于2019年公开报道，其余为默认配置',
    en: 'Default for Zhejiang, not an official rule: contact in 1 day, rectify in 15 and one follow-up as reported in 2019; everything else is a default of this product',
  },
  badLevels: dissatisfiedLevels,
  office: defaultOffice,
  clocks: {
    contact: { amount: 1, unit: 'working_day' },
    rectify: { amount: 15, unit: 'working_day' },
    redo: { amount: 5, unit: 'working_day' },
    review: { amount: 3, unit: 'working_day' },
  },
  contactAttempts: 3,
  extension: { times: 1, most: 15 },
  hardship: defaultHardship,
  contest: defaultContest,
  ladder: rungs.map((rung) => ({ rung, triggers: defaultTriggers[rung] })),
  appendWindowDays: 15,
  messages: defaultMessageRules,
  retention: defaultRetention,
  pad: defaultPadRules,
  scores: defaultScores,
};

/** The version that the product starts with. */
export const defaultPolicy: Policy = {
  ...firstPolicy,
  version: 2,
  receiptDay: 'as_received',
  appealAfterContact: true,
  waiting: defaultWaiting,
};

/** Oldest first. */
export const shippedPolicies: readonly Policy[] = [firstPolicy, defaultPolicy];

/**
 * Returns the policy in force while two persons have activated none: of those that are known the
 * newest shipped one. A number that the city gave to a policy of its own before the product did stays
 * that policy's.
 */
export const startingPolicy = (known: readonly Policy[]): Policy =>
  shippedPolicies.findLast((shipped) => known.includes(shipped)) ?? firstPolicy;
