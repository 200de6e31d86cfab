import type { DifferenceView } from '../../../../../../events/reconciliation/view.ts';
import {
  civilDateOf,
  fromEpoch,
  parseInstant,
} from '../../../../../../shared/domain/time/instant.ts';
import { expectThat } from '../../../player/expectation.ts';
import type { AnswerOf } from '../../../player/steps.table.ts';
import type { Stage } from '../../stage.ts';
import { readTicket, ticketOf } from '../ticket/ticket.ts';

type Day = AnswerOf<'reconcileDay'>;

/** The finished days on which something of this run happened. */
const findOwnDays = async (stage: Stage): Promise<readonly string[]> => {
  const { rated, begunAt, clock } = stage;
  const days = new Set<string>([civilDateOf(begunAt)]);
  for (const one of rated.filter(({ bad }) => bad)) {
    const { audit } = await readTicket(stage, ticketOf(one));
    for (const { at } of audit.steps) days.add(civilDateOf(parseInstant(at) ?? begunAt));
  }
  const today = civilDateOf(fromEpoch(clock.now()));
  return [...days].filter((day) => day < today).sort();
};

const isOwn = ({ rated }: Stage, { subject }: DifferenceView): boolean =>
  rated.some((one) =>
    subject.of === 'rating'
      ? subject.projectNo === one.projectNo
      : subject.of === 'step' && subject.ticketId === ticketOf(one),
  );

/** Shows the differences of these days. None of them is of this run. */
const showDifferences = async (stage: Stage, days: readonly Day[]): Promise<void> => {
  const pages = await stage.readPages('listDifferences', { by: 'auditor' });
  const all = pages.flatMap(({ differences }) => differences);
  const found = all.filter((one) => days.some(({ day }) => day === one.day));
  expectThat(found.length > 0, 'each difference is named', days);
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

const toRow = ({ day, ratings, steps, state }: Day): readonly string[] => [
  day,
  `${ratings.ours} = ${ratings.theirs}`,
  `${steps.ours} = ${steps.theirs}`,
  state,
];

/** 对账: compares each day of this run with the center. */
export const playReconciliation = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('与省中心逐日对账', 'Both sides of each day');
  const results: Day[] = [];
  for (const day of await findOwnDays(stage)) {
    results.push(await stage.play('reconcileDay', { by: 'supervisor-city', body: { day } }));
  }
  tell.table(['日期', '评价（本市 / 省）', '流水（本市 / 省）', '结果'], results.map(toRow));
  const isAnswered = results.every(({ state }) => state !== 'unreachable');
  expectThat(isAnswered, 'the center answered for each day', results);
  const different = results.filter(({ state }) => state === 'different');
  const equal = results.length - different.length;
  tell.pass(`${equal} 天两边一致`, `${equal} days are equal`);
  if (different.length > 0) await showDifferences(stage, different);
};
