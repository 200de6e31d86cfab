import { createHmac } from 'node:crypto';

import type { PadRating } from '../../events/rating/rating.ts';
import { unboundNotice } from '../../shared/domain/notice/pad-notice.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import type { PressTime } from '../../shared/domain/pad/press-time.ts';
import { lastTry } from '../../shared/domain/pad/press.ts';
import type { Press } from '../../shared/domain/pad/press.ts';
import { recordOfLink } from '../../shared/domain/rating/proof/link.ts';
import {
  acceptsRetired,
  checkDraft,
  isBad,
  serializeDraft,
} from '../../shared/domain/rating/rating.ts';
import { canonicalJson } from '../../shared/domain/text/canonical-json.ts';
import { earlier } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Calendar } from '../../shared/domain/time/working-days.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import type { Invited } from '../../shared/http/token.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { PadNumber } from '../../shared/port/pad/store.ts';
import { rulesUnder } from '../../shared/rules.ts';
import { rulesForDraft } from '../rating/draft-rules.ts';
import { ratedContact, receiveRating } from '../rating/receive-rating.ts';
import { issuerOf } from './issuer-of.ts';
import type { PadIssuerDeps } from './issuer-of.ts';
import { bindPress, pressPlace } from './press/bind-press.ts';
import type { BindDeps } from './press/bind-press.ts';
import type { PadDraft } from './read-rating.ts';

export interface TakeDeps extends PadDeps, PadIssuerDeps, BindDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly notices: Pick<NoticeStore, 'save'>;
}

/** What is known of a pad's rating once it is taken. */
export type Taken =
  | { readonly of: 'stored' | 'repeats'; readonly receipt: string }
  | { readonly of: 'held'; readonly bound: boolean };

/** A number of the pad, and the mark that earlier releases gave it. */
interface OwnNumber {
  readonly number: PadNumber;
  readonly olderMark: string;
}

/** Returns a keyed digest of what a number stands for. */
const markOf = (key: Uint8Array, { token, ...words }: PadRating, at: unknown): string =>
  createHmac('sha256', key)
    .update(canonicalJson([token ?? null, serializeDraft(words), at ?? null]))
    .digest('base64url');

/**
 * A pad gives each number once. The same number with something else means that its counter went
 * back: whose rating it is cannot be told apart from a repeat any more.
 */
const refuseOther = ({ number, olderMark }: OwnNumber, before: PadNumber | undefined): void => {
  if (before === undefined || before.mark === number.mark || before.mark === olderMark) return;
  throw new Problem('sequence_taken');
};

/** The mark has the time as stated: the corrected one, of older marks, differs with every call. */
const numberOf = async (
  { rating, pressed, statedAt }: PadDraft,
  { id: padId }: Pad,
  { keys, now }: TakeDeps,
): Promise<OwnNumber> => {
  const key = await keys.key('fingerprint');
  const mark = markOf(key, rating, statedAt);
  return {
    number: { padId, sequence: rating.sequence, mark, at: now() },
    olderMark: markOf(key, rating, pressed.pressedAt),
  };
};

/** A link that expired while the pad was offline was valid when the resident pressed. */
const validAt = ({ pressedAt, isPlausible }: PressTime, now: Instant): Instant =>
  pressedAt !== undefined && isPlausible ? earlier(pressedAt, now) : now;

const claimOf = ({ pressedAt, isPlausible }: PressTime) => ({
  claimedAt: pressedAt,
  ...(!isPlausible && { claimImplausible: true as const }),
});

/**
 * Stores a rating with the token of the contact that the window showed, or with a link of another
 * channel that the pad scanned; the rating then counts for that channel.
 */
const takeWithToken = async (
  { rating, pressed }: PadDraft,
  invited: Invited,
  { pad, deps }: { readonly pad: Pad; readonly deps: TakeDeps },
): Promise<Taken> => {
  const isScanned = invited.channel !== 'pad';
  if (!isScanned && invited.issuer !== (await issuerOf(pad, deps)))
    throw new Problem('token_of_other_channel');
  const { repeated, receipt } = await receiveRating(
    {
      rated: await ratedContact(deps.cases, invited),
      draft: rating,
      origin: {
        ...recordOfLink(invited),
        proof: isScanned ? 'token' : 'pad',
        ...claimOf(pressed),
        pad: { id: pad.id, sequence: rating.sequence },
        bound: 'token',
      },
    },
    deps,
  );
  return { of: repeated ? 'repeats' : 'stored', receipt };
};

const pressOf = async (
  { rating, pressed }: PadDraft,
  { id: padId, hall, window }: Pad,
  { calendar, deps }: { readonly calendar: Calendar; readonly deps: TakeDeps },
): Promise<Press> => {
  const { sequence, level, tags, text, contactConsent } = rating;
  const words = JSON.stringify({ level, tags, text, contactConsent });
  const arrivedAt = deps.now();
  return {
    hall,
    window,
    padId,
    sequence,
    ...claimOf(pressed),
    arrivedAt,
    sealed: await deps.keys.encrypt(words, pressPlace(padId)),
    tryUntil: lastTry(calendar, arrivedAt),
    version: 1,
  };
};

/**
 * Holds what was pressed without a token, and binds it when it is certain to which contact. It is
 * held first, so that a case event that arrives meanwhile finds it.
 */
const takeWithoutToken = async (
  draft: PadDraft,
  own: OwnNumber,
  { pad, deps }: { readonly pad: Pad; readonly deps: TakeDeps },
): Promise<Taken> => {
  const { policy, calendar, indicators } = await rulesForDraft(draft.rating, deps.rulebook);
  const rules = { policy, indicators, acceptRetired: acceptsRetired.pad };
  const check = checkDraft(draft.rating, rules);
  if (!check.ok) throw new Problem(check.reason, { fact: check.code });
  const press = await pressOf(draft, pad, { calendar, deps });
  refuseOther(own, await deps.presses.hold(own.number, press));
  const bound = await bindPress(press, deps);
  if (!bound && isBad(draft.rating.level, policy)) {
    await deps.notices.save(unboundNotice(press, rulesUnder(policy, calendar)));
  }
  return { of: 'held', bound };
};

/**
 * Takes one rating of a pad under its number.
 *
 * @throws Problem
 */
export const takeRating = async (draft: PadDraft, pad: Pad, deps: TakeDeps): Promise<Taken> => {
  const own = await numberOf(draft, pad, deps);
  const { token } = draft.rating;
  if (token === undefined) return takeWithoutToken(draft, own, { pad, deps });
  refuseOther(own, await deps.pads.takeNumber(own.number));
  const invited = await readToken(deps.keys, token, validAt(draft.pressed, deps.now()));
  return takeWithToken(draft, invited, { pad, deps });
};
