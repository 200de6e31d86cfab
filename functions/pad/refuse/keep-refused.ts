import { refusedNotices } from '../../../shared/domain/notice/open-work-notice.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { saidIn } from '../../../shared/domain/pad/said.ts';
import { hasLostCharacter } from '../../../shared/http/body-text.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import type { Problem } from '../../../shared/http/problem/problem.ts';
import type { NoticeStore } from '../../../shared/port/notice/store.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { rulesInForce, sha256 } from '../../../shared/rules.ts';
import { sequenceOf } from '../read-rating.ts';
import { keptText } from './kept-text.ts';

/** Returns the encryption context of the ratings of a pad that were refused. */
export const refusedPlace = (padId: string): string => `pad/${padId}/refused`;

/** Returns the JSON text of a value, and of one nested too deeply what is kept of it. */
const textOf = (given: unknown): string => {
  try {
    return JSON.stringify(given);
  } catch (fault) {
    if (fault instanceof RangeError) return keptText(given).text;
    throw fault;
  }
};

interface KeepDeps extends PadDeps {
  readonly rulebook: Rulebook;
  readonly notices: Pick<NoticeStore, 'save'>;
}

/** A rating of a batch. */
export interface Sent {
  readonly given: unknown;
  /**
   * Of one without a number: its batch, and how many equal ones stand before it. It is of another
   * resident than an equal one in any other batch, unless that one is the same batch again.
   */
  readonly place?: { readonly batch: string; readonly equalBefore: number };
}

const markOf = (whole: string, { place }: Sent): string => {
  const told = place === undefined ? whole : `${whole}#${place.equalBefore}#${place.batch}`;
  return sha256(told).slice(0, 16);
};

/** Returns the ratings of a batch; an equal one under the same number is a repeat. */
export const sentIn = (ratings: readonly unknown[]): readonly Sent[] => {
  const texts = ratings.map(textOf);
  const batch = sha256(texts.join('\n'));
  const counts = new Map<string, number>();
  return ratings.map((given, index) => {
    if (sequenceOf(given) !== null) return { given };
    const text = texts[index] ?? '';
    const equalBefore = counts.get(text) ?? 0;
    counts.set(text, equalBefore + 1);
    return { given, place: { batch, equalBefore } };
  });
};

/** Whether one of its characters was lost on the way. */
export const hasLost = (given: unknown): boolean => hasLostCharacter(textOf(given));

/**
 * Stores a refused rating, encrypted, under its sequence number: no input of a resident may be
 * lost. A repeat after a crash in between writes the notices.
 */
export const keepRefused = async (
  sent: Sent,
  problem: Problem,
  { pad, deps }: { readonly pad: Pad; readonly deps: KeepDeps },
): Promise<void> => {
  const { given } = sent;
  const { text, isCut } = keptText(given);
  const refused = {
    sequence: sequenceOf(given) ?? 0,
    mark: markOf(textOf(given), sent),
    at: deps.now(),
    code: problem.code,
  };
  await deps.pads.keepRefused({
    ...refused,
    padId: pad.id,
    hall: pad.hall,
    says: saidIn(given),
    clockBehindMs: pad.clockBehindMs ?? 0,
    sealed: await deps.keys.encrypt(text, refusedPlace(pad.id)),
    ...(isCut && { cut: true }),
  });
  const rules = await rulesInForce(deps.rulebook);
  for (const notice of refusedNotices(refused, pad, rules)) await deps.notices.save(notice);
};
