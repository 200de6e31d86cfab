import {
  eraseCase,
  eraseContest,
  eraseRating,
  eraseStep,
  hasNote,
  hasWords,
  isErasedCase,
} from '../../../shared/domain/case/retention/erase.ts';
import type { Erasing } from '../../../shared/domain/case/retention/erase.ts';
import { settledAt } from '../../../shared/domain/case/retention/settled.ts';
import type { WholeCase } from '../../../shared/domain/case/retention/settled.ts';
import { eraseSealed, isErased } from '../../../shared/domain/text/erased.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import type { Eraser } from '../../../shared/port/case/eraser.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';

export interface EraseDeps {
  readonly eraser: Eraser;
  readonly cases: Pick<CaseStore, 'save'>;
  readonly tickets: Pick<TicketStore, 'steps'>;
}

export interface Due extends Erasing {
  /** Cases that were settled on this day or before it are due. */
  readonly horizon: CivilDate;
}

const eraseNotes = async (
  ticketId: string,
  erasing: Erasing,
  { eraser, tickets }: EraseDeps,
): Promise<void> => {
  const steps = await tickets.steps(ticketId);
  for (const step of steps) {
    const next = eraseStep(step, erasing);
    if (next !== undefined) await eraser.eraseNote(next);
    else if (hasNote(step)) throw new Error(`${ticketId}: the chain covers a note itself`);
  }
};

const eraseFiles = async (
  ticketId: string,
  { day, digest }: Erasing,
  { eraser }: EraseDeps,
): Promise<void> => {
  for (const file of await eraser.evidenceOf(ticketId)) {
    const { sealedName, version } = file;
    if (isErased(sealedName)) continue;
    const erased = eraseSealed(sealedName, day, digest);
    await eraser.eraseFile({ ...file, sealedName: erased, version: version + 1 });
  }
};

/** Whether anything of a case that is due is left. What came after its end may still have words. */
const hasLeft = ({ known, ratings }: WholeCase): boolean =>
  !isErasedCase(known) || ratings.some((rating) => hasWords(rating));

const isDue = (whole: WholeCase, { horizon }: Due): boolean => {
  const settled = settledAt(whole);
  return settled !== undefined && civilDateOf(settled) <= horizon;
};

/**
 * Erases a case that is due, and returns whether there was something to erase. The applicant comes
 * last, so that a run that ends in between is found and completed by the next one.
 */
export const eraseWhenDue = async (
  projectNo: string,
  due: Due,
  deps: EraseDeps,
): Promise<boolean> => {
  const whole = await deps.eraser.wholeCase(projectNo);
  if (whole === undefined || !hasLeft(whole) || !isDue(whole, due)) return false;
  const { known, ratings, tickets } = whole;
  for (const { id } of tickets) {
    await eraseNotes(id, due, deps);
    await eraseFiles(id, due, deps);
  }
  const numbers = [...known.contacts, ...ratings].map(({ serviceNumber }) => serviceNumber);
  for (const serviceNumber of new Set(numbers)) {
    await deps.eraser.removeAttempts({ projectNo, serviceNumber });
  }
  await deps.eraser.removeEntries(projectNo);
  for (const contest of whole.contests) {
    const next = eraseContest(contest, due);
    if (next !== undefined) await deps.eraser.eraseContest(next);
  }
  for (const rating of ratings) {
    const next = eraseRating(rating, due);
    if (next !== undefined) await deps.eraser.eraseWords(next);
  }
  const next = eraseCase(known, due);
  if (next !== undefined && (await deps.cases.save(next)) === 'conflict') {
    throw new Error('the case was changed meanwhile; the next run erases it');
  }
  return true;
};
