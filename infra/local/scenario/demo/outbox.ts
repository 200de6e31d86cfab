import { ExpectationFailed } from '../player/expectation.ts';
import type { AnswerOf } from '../player/steps.table.ts';
import type { Stage } from './stage.ts';

type Outbox = Pick<AnswerOf<'readOutbox'>, 'center' | 'entries'>;
type OutboxEntry = Outbox['entries'][number];

const reader = 'auditor';

/** Reads the whole list. */
export const readOutbox = async (stage: Stage, state: 'pending' | 'stuck'): Promise<Outbox> => {
  const pages = await stage.readPages('readOutbox', { by: reader, query: { state } });
  const [first] = pages;
  if (first === undefined) throw new RangeError('an outbox has at least one page');
  return { center: first.center, entries: pages.flatMap(({ entries }) => entries) };
};

/** Every record of a case, with the receipt of the center. */
export const readReports = (stage: Stage, projectNo: string) =>
  stage.play('readReports', { by: reader, at: { projectNo } });

/** The records that the center holds of a case. */
export const readBook = async (stage: Stage, projectNo: string) =>
  (await stage.play('readCenterBook', { query: { projectNo } })).records;

const roundMinutes = 6;
/** The longest pause between two probes, and the rounds that report what waits. */
const longestMinutes = 60;

/**
 * Moves the clock until none of these cases waits. Without cases: until nothing waits. Returns the
 * minutes that passed.
 */
export const drainOutbox = async (
  stage: Stage,
  projectNos?: readonly string[],
): Promise<number> => {
  for (let minutes = 0; minutes <= longestMinutes; minutes += roundMinutes) {
    const { entries } = await readOutbox(stage, 'pending');
    const isAwaited = ({ projectNo }: OutboxEntry) => projectNos?.includes(projectNo) ?? true;
    if (!entries.some(isAwaited)) return minutes;
    await stage.clock.pass(roundMinutes);
  }
  throw new ExpectationFailed('the outbox drains', `something waits after ${longestMinutes} min`);
};
