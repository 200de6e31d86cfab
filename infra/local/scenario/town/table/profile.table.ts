import type { CaseOutcome, Service } from '../../../../../shared/domain/case/case.ts';

/** One thing that happens to a case: how many working days after the one before. */
export interface Beat {
  readonly after: readonly [least: number, most: number];
  readonly type: 'accepted' | 'step' | 'finished';
  readonly step?: string;
  /** The resident meets the administration: this can be rated. */
  readonly meets?: Service;
  readonly outcome?: CaseOutcome;
}

/** The ways a case of the town goes. */
export interface Profile {
  readonly name: string;
  /** How many cases of the town go this way. */
  readonly count: number;
  readonly matter: 'immediate' | 'promised';
  /** `recent` begins in the last three days; `overdue` has its promise run out before today. */
  readonly begins: 'any' | 'recent' | 'overdue';
  readonly beats: readonly Beat[];
}

const accepted: Beat = { after: [0, 0], type: 'accepted', meets: 'accept' };
const examined: Beat = { after: [1, 1], type: 'step', step: '审查' };

export const profiles: readonly Profile[] = [
  {
    name: 'done on the spot',
    count: 98,
    matter: 'immediate',
    begins: 'any',
    beats: [accepted, { after: [0, 0], type: 'finished', outcome: 'granted' }],
  },
  {
    name: 'finished within its promise',
    count: 44,
    matter: 'promised',
    begins: 'any',
    beats: [
      accepted,
      examined,
      { after: [0, 1], type: 'finished', outcome: 'granted', meets: 'collect' },
    ],
  },
  {
    name: 'several contacts',
    count: 16,
    matter: 'promised',
    begins: 'any',
    beats: [
      { after: [0, 0], type: 'step', step: '收件', meets: 'apply' },
      { after: [1, 1], type: 'step', step: '补正', meets: 'supplement' },
      { after: [1, 1], type: 'accepted', meets: 'accept' },
      { after: [1, 1], type: 'step', step: '决定' },
      { after: [0, 1], type: 'finished', outcome: 'granted', meets: 'collect' },
    ],
  },
  {
    name: 'in steps',
    count: 16,
    matter: 'promised',
    begins: 'recent',
    beats: [accepted, examined],
  },
  {
    name: 'accepted only',
    count: 14,
    matter: 'promised',
    begins: 'recent',
    beats: [accepted],
  },
  {
    name: 'withdrawn',
    count: 8,
    matter: 'promised',
    begins: 'any',
    beats: [accepted, { after: [1, 2], type: 'finished', outcome: 'withdrawn' }],
  },
  {
    name: 'refused',
    count: 4,
    matter: 'promised',
    begins: 'any',
    beats: [
      accepted,
      examined,
      { after: [1, 1], type: 'finished', outcome: 'refused', meets: 'collect' },
    ],
  },
  {
    name: 'returned',
    count: 4,
    matter: 'promised',
    begins: 'any',
    beats: [accepted, { after: [1, 1], type: 'finished', outcome: 'returned', meets: 'collect' }],
  },
  {
    name: 'promise overdue',
    count: 10,
    matter: 'promised',
    begins: 'overdue',
    beats: [accepted, examined],
  },
];

/** Matters of an overdue case promise at most this many working days, so that they have run out. */
export const longestOverduePromise = 8;
