import { createHash } from 'node:crypto';

import type {
  CenterAnswer,
  CenterBody,
  CenterOperation,
} from '../../shared/domain/exchange/center-answer.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { fakeCenterGateway } from '../fake/center-gateway.ts';
import type { FakeCenterGateway } from '../fake/center-gateway.ts';

interface HeldRating {
  readonly deptCode: string;
  readonly pf: string;
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly assessNumber: string;
  readonly satisfaction: string;
  readonly assessTime: string;
}

interface HeldStep {
  readonly deptCode: string;
  readonly caseCode: string;
  readonly stepNumber: number;
  readonly day: string;
}

/** Written out instead of taken from the tables of the code that compares. */
const digits = {
  very_satisfied: '5',
  satisfied: '4',
  basically_satisfied: '3',
  dissatisfied: '2',
  very_dissatisfied: '1',
} as const;

export const heldRating = (rating: Rating, more: Partial<HeldRating> = {}): HeldRating => ({
  deptCode: rating.creditCode,
  // The tests rate by QR code.
  pf: '3',
  projectNo: rating.projectNo,
  serviceNumber: rating.serviceNumber,
  assessNumber: String(rating.assessNumber),
  satisfaction: digits[rating.level],
  assessTime: withOffset(rating.receivedAt).slice(0, 19).replace('T', ' '),
  ...more,
});

export const heldStep = (step: Step, deptCode: string): HeldStep => ({
  deptCode,
  caseCode: step.ticketId,
  stepNumber: step.number,
  day: withOffset(step.at).slice(0, 10),
});

const taken = (data: object): CenterAnswer => ({
  state: 'accepted',
  code: '0000',
  message: '成功',
  data,
});

const countsBy = <T>(all: readonly T[], rowOf: (one: T) => object): readonly object[] =>
  [...Map.groupBy(all, (one) => JSON.stringify(rowOf(one)))].map(([row, ones]) => ({
    ...(JSON.parse(row) as object),
    count: ones.length,
  }));

export interface Province {
  readonly gateway: FakeCenterGateway;
  readonly ratings: HeldRating[];
  readonly steps: HeldStep[];
  /** The bytes of every accepted edition, by `<period>#<edition>`. */
  readonly documents: Map<string, string>;
  /** Answers that are used instead of its own, as long as there are any. */
  readonly instead: CenterAnswer[];
  /** Its verdict on the next edition. */
  verdict: { state: 'accepted' | 'change_requested'; reason?: string };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const filed = (province: Province, body: CenterBody): CenterAnswer => {
  const { period, edition, digest, document } = body as Record<string, string>;
  if (sha256(document ?? '') !== digest) {
    return { state: 'rejected', code: '1004', message: 'digest' };
  }
  province.documents.set(`${period}#${edition}`, document ?? '');
  return { ...taken(province.verdict), receiptNo: `ZJ${period}` } as CenterAnswer;
};

const counted = ({ ratings, steps }: Province, day: unknown): CenterAnswer =>
  taken({
    rows: countsBy(
      ratings.filter(({ assessTime }) => assessTime.startsWith(String(day))),
      ({ deptCode, satisfaction, pf, assessNumber }) => ({
        deptCode,
        satisfaction,
        pf,
        assessNumber,
      }),
    ),
    steps: countsBy(
      steps.filter((step) => step.day === day),
      ({ deptCode }) => ({ deptCode }),
    ),
  });

const shown = ({ ratings, steps }: Province, { day, deptCode }: CenterBody): CenterAnswer =>
  taken({
    records: ratings
      .filter((one) => one.deptCode === deptCode && one.assessTime.startsWith(String(day)))
      .map(({ deptCode: _dept, pf: _pf, ...record }) => record),
    steps: steps.filter((one) => one.deptCode === deptCode && one.day === day),
  });

/** The provincial center in memory: it has the records of the test and answers from them. */
export const province = (): Province => {
  const answer = (operation: CenterOperation, body: CenterBody): CenterAnswer => {
    const other = held.instead.shift();
    if (other !== undefined) return other;
    if (operation === 'period') return filed(held, body);
    return operation === 'reconcile_counts' ? counted(held, body['day']) : shown(held, body);
  };
  const held: Province = {
    gateway: fakeCenterGateway(answer),
    ratings: [],
    steps: [],
    documents: new Map(),
    instead: [],
    verdict: { state: 'accepted' },
  };
  return held;
};
