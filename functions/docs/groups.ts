/** The calls of the interface, grouped by who calls and by stage, as chosen in the filter. */
import { operations } from '../../events/contract.table.ts';
import { audiences } from '../../events/contract.ts';
import type { Audience, Operation } from '../../events/contract.ts';

export interface Filter {
  readonly who?: Audience | undefined;
  readonly stage?: string | undefined;
}

export interface StageGroup {
  readonly stage: string;
  readonly calls: readonly Operation[];
}

export interface CallerGroup {
  readonly audience: Audience;
  readonly stages: readonly StageGroup[];
}

const stageOf = ({ to }: Operation): string => to.split('/')[0] ?? to;

const all: readonly Operation[] = operations;

/** Every stage that has calls, in the order of the contract. */
export const stages: readonly string[] = [...new Set(all.map(stageOf))];

/** Reads the filter of an address; what it does not know filters nothing. */
export const filterOf = (query: Readonly<Record<string, string | undefined>> = {}): Filter => ({
  who: audiences.find((audience) => audience === query['who']),
  stage: stages.find((stage) => stage === query['stage']),
});

const isWanted = (operation: Operation, { who, stage }: Filter): boolean =>
  (who === undefined || operation.audience === who) &&
  (stage === undefined || stageOf(operation) === stage);

/** Returns the groups that have a call, callers and stages in their order. */
export const groupsOf = (filter: Filter): readonly CallerGroup[] => {
  const wanted = all.filter((operation) => isWanted(operation, filter));
  return audiences.flatMap((audience) => {
    const own = wanted.filter((operation) => operation.audience === audience);
    const byStage = [...Map.groupBy(own, stageOf)].map(([stage, calls]) => ({ stage, calls }));
    return byStage.length === 0 ? [] : [{ audience, stages: byStage }];
  });
};
