import type {
  CaseEventType,
  CaseOutcome,
  Service,
} from '../../../../../shared/domain/case/case.ts';
import type { Procedure } from '../../../../../shared/domain/case/procedure.ts';

/** One step of a case. */
export interface CaseStep {
  /** Working days after the step before. */
  readonly after: readonly [least: number, most: number];
  readonly type: CaseEventType;
  readonly step?: string;
  /** 环节时限 of the step. */
  readonly workingDays?: number;
  readonly procedure?: Procedure;
  /** The service of a contact. The resident can rate it. */
  readonly meets?: Service;
  readonly outcome?: CaseOutcome;
}

/** One kind of case in the town. */
export interface Profile {
  readonly name: string;
  /** The number of such cases. */
  readonly count: number;
  readonly matter: 'immediate' | 'promised';
  /** `recent`: in the last three days. `overdue`: so early that the promise ends before today. */
  readonly begins: 'any' | 'recent' | 'overdue';
  readonly steps: readonly CaseStep[];
}

const accepted: CaseStep = { after: [0, 0], type: 'accepted', meets: 'accept' };
const examined: CaseStep = { after: [1, 1], type: 'step', step: '审查', workingDays: 2 };

const inspection = { kind: 'inspection', workingDays: 5, reason: '现场检测' } as const;

const extension = {
  kind: 'extension',
  workingDays: 10,
  reason: '情况复杂',
  approvedBy: '示例负责人',
} as const;

const finish = (
  after: CaseStep['after'],
  outcome: CaseOutcome,
  more: Pick<CaseStep, 'meets'> = {},
): CaseStep => ({ after, type: 'finished', outcome, ...more });
const collected = { meets: 'collect' } as const;

const defineProfile = (
  facts: Pick<Profile, 'name' | 'count'> & Partial<Profile>,
  ...steps: readonly CaseStep[]
): Profile => ({ matter: 'promised', begins: 'any', ...facts, steps });

export const profiles: readonly Profile[] = [
  defineProfile(
    { name: 'done on the spot', count: 98, matter: 'immediate' },
    accepted,
    finish([0, 0], 'granted'),
  ),
  defineProfile(
    { name: 'finished within its promise', count: 44 },
    accepted,
    examined,
    finish([0, 1], 'granted', collected),
  ),
  defineProfile(
    { name: 'several contacts', count: 16 },
    { after: [0, 0], type: 'step', step: '收件', meets: 'apply' },
    { after: [1, 1], type: 'step', step: '补正', meets: 'supplement' },
    { after: [1, 1], type: 'accepted', meets: 'accept' },
    { after: [0, 0], type: 'step', step: '审查' },
    { after: [1, 1], type: 'step', step: '决定' },
    finish([0, 1], 'granted', collected),
  ),
  defineProfile({ name: 'in steps', count: 16, begins: 'recent' }, accepted, examined),
  defineProfile({ name: 'accepted only', count: 14, begins: 'recent' }, accepted),
  defineProfile({ name: 'withdrawn', count: 8 }, accepted, finish([1, 2], 'withdrawn')),
  defineProfile(
    { name: 'refused', count: 4 },
    accepted,
    examined,
    finish([1, 1], 'refused', collected),
  ),
  defineProfile({ name: 'returned', count: 4 }, accepted, finish([1, 1], 'returned', collected)),
  defineProfile({ name: 'promise overdue', count: 10, begins: 'overdue' }, accepted, examined),
  defineProfile({ name: 'suspended', count: 1, begins: 'recent' }, accepted, {
    after: [0, 0],
    type: 'suspended',
    procedure: inspection,
  }),
  defineProfile({ name: 'extended', count: 1, begins: 'recent' }, accepted, {
    after: [0, 1],
    type: 'extended',
    procedure: extension,
  }),
];

/** The longest promise of an overdue case, in working days, so that it ends within the history. */
export const longestOverduePromise = 8;
