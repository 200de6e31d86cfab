import { mapConcurrent } from '../../../shared/concurrency.ts';
import type { Concerned } from '../../../shared/domain/access/proposal.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { pressedAt, spanOf } from '../../../shared/domain/pad/press.ts';
import type { Press } from '../../../shared/domain/pad/press.ts';
import type { RatedContact, RefusedPadRating } from '../../../shared/domain/pad/refused.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { concernedIn, serviceOf } from '../../../shared/http/access/concerned.ts';
import type { SaidAbout } from '../../../shared/http/access/concerned.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { contactInKept } from '../take-up/kept-rating.ts';

export interface ConcernedDeps {
  readonly cases: Pick<CaseStore, 'find' | 'contactsAt'>;
}

/** How many contacts of a window are read at once. */
const readAtOnce = 5;

/** What is said without a token can be about everybody whom the window served at its time. */
const servedAt = async (
  { hall, window }: Pad,
  at: Instant,
  deps: ConcernedDeps,
): Promise<readonly SaidAbout[]> => {
  const shown = await deps.cases.contactsAt({ hall, window }, spanOf(at));
  return (await mapConcurrent(shown, readAtOnce, (one) => serviceOf(one, deps))).flat();
};

/** Returns whom a press is about. */
export const concernedInPress = async (
  pad: Pad,
  press: Press,
  deps: ConcernedDeps,
): Promise<Concerned> =>
  concernedIn(await servedAt(pad, pressedAt(press) ?? press.arrivedAt, deps));

/** Returns whom a refused rating is about. */
export const concernedInRefused = async (
  pad: Pad,
  refused: RefusedPadRating,
  { keys, ...deps }: ConcernedDeps & { readonly keys: KeyRing },
): Promise<Concerned> => {
  const invited = await contactInKept(refused, { pad, keys });
  return concernedIn(
    invited === undefined ? await servedAt(pad, refused.at, deps) : await serviceOf(invited, deps),
  );
};

/** Returns whom a rating of this contact is about. */
export const concernedInContact = async (
  contact: RatedContact,
  deps: Pick<ConcernedDeps, 'cases'>,
): Promise<Concerned> => concernedIn(await serviceOf(contact, deps));
