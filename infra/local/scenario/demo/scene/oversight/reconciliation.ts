import type * as z from 'zod/mini';

import {
  DifferenceList,
  ReconciliationView,
} from '../../../../../../events/reconciliation/view.ts';
import type { DifferenceView } from '../../../../../../events/reconciliation/view.ts';
import {
  civilDateOf,
  fromEpoch,
  parseInstant,
} from '../../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { fileOf, ticketOf } from '../ticket/ticket.ts';

type Day = z.output<typeof ReconciliationView>;

/** Every day that is over on which something of this run happened. */
const ownDays = async (stage: Stage): Promise<readonly string[]> => {
  const { rated, begunAt, clock } = stage;
  const days = new Set<string>([civilDateOf(begunAt)]);
  for (const one of rated.filter(({ bad }) => bad)) {
    const { audit } = await fileOf(stage, ticketOf(one));
    for (const { at } of audit.steps) days.add(civilDateOf(parseInstant(at) ?? begunAt));
  }
  const today = civilDateOf(fromEpoch(clock.now()));
  return [...days].filter((day) => day < today).sort();
};

const reconcileDay = async (stage: Stage, day: string): Promise<Day> => {
  const person = await stage.as('supervisor-city');
  return expectBody(await person.post('/v1/reports/reconcile', { day }), 200, ReconciliationView);
};

const differencesOn = async (stage: Stage, days: ReadonlySet<string>) => {
  const reader = await stage.as('auditor');
  const all: DifferenceView[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await reader.get(`/v1/reports/differences?limit=100${after}`);
    const list = expectBody(page, 200, DifferenceList);
    all.push(...list.differences.filter(({ day }) => days.has(day)));
    ({ cursor } = list);
  } while (cursor !== undefined);
  return all;
};

const isOwn = ({ rated }: Stage, { subject }: DifferenceView): boolean =>
  rated.some((one) =>
    subject.of === 'rating'
      ? subject.projectNo === one.projectNo
      : subject.of === 'step' && subject.ticketId === ticketOf(one),
  );

/** Others' records may differ on a day that is shared with them; each is named with its reason. */
const nameDifferences = async (stage: Stage, different: readonly Day[]): Promise<void> => {
  const found = await differencesOn(stage, new Set(different.map(({ day }) => day)));
  expectThat(found.length > 0, 'each difference is named', different);
  for (const { id, finding, reason } of found.slice(0, 10)) {
    stage.tell.quote(`${id} · ${finding} · ${reason ?? ''}`);
  }
  const own = found.filter((one) => isOwn(stage, one));
  expectThat(own.length === 0, 'nothing of this run differs', own);
  stage.tell.pass(
    `${found.length} 处差异逐条列明，与本次演示无关`,
    `${found.length} differences, each named, none of this run`,
  );
};

const inTable = ({ day, ratings, steps, state }: Day): readonly string[] => [
  day,
  `${ratings.ours} = ${ratings.theirs}`,
  `${steps.ours} = ${steps.theirs}`,
  state,
];

/** 对账: both sides of every day on which something of this run happened. */
export const playReconciliation = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('与省中心逐日对账', 'Both sides of each day');
  const results: Day[] = [];
  for (const day of await ownDays(stage)) results.push(await reconcileDay(stage, day));
  tell.table(['日期', '评价（本市 / 省）', '流水（本市 / 省）', '结果'], results.map(inTable));
  expectThat(
    results.every(({ state }) => state !== 'unreachable'),
    'the center answered for each day',
    results,
  );
  const different = results.filter(({ state }) => state === 'different');
  const equal = results.length - different.length;
  tell.pass(`${equal} 天两边一致`, `${equal} days are equal`);
  if (different.length > 0) await nameDifferences(stage, different);
};
