/**
 * 环节: the stages through which a case goes, and what of them is missing or in the wrong order.
 * Systems name their steps freely; only these names are compared.
 */
import { compareTexts } from '../text/order.ts';
import type { CaseEventType, CaseKind, TimelineEntry } from './case.ts';
import { caseStages } from './irregularity.ts';
import type { CaseStage, Irregularity } from './irregularity.ts';

const stepNames: Readonly<Record<CaseStage, readonly string[]>> = {
  receive: ['收件', '申请', '申报'],
  accept: ['受理'],
  examine: ['审查', '审核', '初审', '复审', '现场核查', '现场勘查'],
  decide: ['决定', '审批', '批准', '核准'],
  conclude: ['办结', '制证'],
  deliver: ['送达', '领取', '签收', '发证'],
};

/** These two are known by their own events; a step of the same name does not replace one. */
const ownEvents: Readonly<Partial<Record<CaseEventType, CaseStage>>> = {
  accepted: 'accept',
  finished: 'conclude',
};

/** What must have been before; an examination only where the case was not handled on the spot. */
const needs: Readonly<Record<CaseStage, readonly CaseStage[]>> = {
  receive: [],
  accept: [],
  examine: ['accept'],
  decide: ['accept', 'examine'],
  conclude: ['accept'],
  deliver: ['accept', 'conclude'],
};

interface Staged {
  readonly entry: TimelineEntry;
  readonly stage: CaseStage;
}

const rankOf = (stage: CaseStage): number => caseStages.indexOf(stage);

const stageOf = ({ type, step }: TimelineEntry): CaseStage | undefined =>
  type === 'step'
    ? caseStages.find((stage) => stepNames[stage].includes(step?.name.trim() ?? ''))
    : ownEvents[type];

const toSortKey = ({ entry, stage }: Staged): string => `${entry.at}/${rankOf(stage)}`;

/** In the order of time; of the same moment in the order of the stages. */
const stagedIn = (timeline: readonly TimelineEntry[]): readonly Staged[] =>
  timeline
    .flatMap((entry) => {
      const stage = stageOf(entry);
      return stage === undefined ? [] : [{ entry, stage }];
    })
    .toSorted((a, b) => compareTexts(toSortKey(a), toSortKey(b)));

const isOwnEvent = ({ entry, stage }: Staged): boolean =>
  entry.type !== 'step' || !Object.values(ownEvents).includes(stage);

const missingStages = (staged: readonly Staged[], caseKind: CaseKind): readonly Irregularity[] => {
  const there = new Set(staged.filter(isOwnEvent).map(({ stage }) => stage));
  const needed = new Set(staged.flatMap(({ stage }) => needs[stage]));
  return caseStages
    .filter((stage) => needed.has(stage) && !there.has(stage))
    .filter((stage) => stage !== 'examine' || caseKind === 'promised')
    .map((stage) => ({ code: 'step_missing', stage }));
};

const isOutOfOrder = ({ stage }: Staged, index: number, all: readonly Staged[]): boolean =>
  all.slice(0, index).some((before) => rankOf(before.stage) > rankOf(stage));

/** Returns the stages that are missing, and the events that came after a later stage. */
export const stageIrregularities = (
  timeline: readonly TimelineEntry[],
  caseKind: CaseKind,
): readonly Irregularity[] => {
  const staged = stagedIn(timeline);
  return [
    ...missingStages(staged, caseKind),
    ...staged.filter(isOutOfOrder).map(({ entry: { eventId, step } }) => ({
      code: 'step_order' as const,
      eventId,
      ...(step && { step: step.name }),
    })),
  ];
};
