import { pressNotices } from '../../shared/domain/notice/open-work-notice.ts';
import { unboundNotice } from '../../shared/domain/notice/pad-notice.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import type { PressTime } from '../../shared/domain/pad/press-time.ts';
import { lastTry } from '../../shared/domain/pad/press.ts';
import type { Press } from '../../shared/domain/pad/press.ts';
import { recordOfLink } from '../../shared/domain/rating/proof/link.ts';
import { acceptsRetired, checkDraft, isBad } from '../../shared/domain/rating/rating.ts';
import { earlier } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Calendar } from '../../shared/domain/time/working-days.ts';
import { issuerOf } from '../../shared/http/pad/issuer-of.ts';
import type { PadIssuerDeps } from '../../shared/http/pad/issuer-of.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readToken } from '../../shared/http/token.ts';
import type { Invited } from '../../shared/http/token.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import { rulesUnder } from '../../shared/rules.ts';
import { rulesForDraft } from '../rating/draft-rules.ts';
import { ratedContact, receiveRating } from '../rating/receive-rating.ts';
import { ownNumberOf, refuseOther } from './own-number.ts';
import type { OwnNumber } from './own-number.ts';
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
  | { readonly of: 'stored' | 'repeats' }
  | { readonly of: 'held'; readonly bound: boolean };

/** A link that expired while the pad was offline was valid when the resident pressed. */
const validAt = ({ pressedAt, isPlausible }: PressTime, now: Instant): Instant =>
  isPlausible ? earlier(pressedAt ?? now, now) : now;

/** What is known of the press itself, with what could not be read of it. */
const claimOf = ({ pressed: { pressedAt, isPlausible }, doubts }: PadDraft) => ({
  claimedAt: pressedAt,
  ...(!isPlausible && { claimImplausible: true as const }),
  ...(doubts.length > 0 && { doubts }),
});

/**
 * Stores a rating with the token of the contact that the window showed, or with a link of another
 * channel that the pad scanned; the rating then counts for that channel.
 */
const takeWithToken = async (
  draft: PadDraft,
  invited: Invited,
  { pad, deps }: { readonly pad: Pad; readonly deps: TakeDeps },
): Promise<Taken> => {
  const { rating } = draft;
  const isScanned = invited.channel !== 'pad';
  if (!isScanned && invited.issuer !== (await issuerOf(pad, deps)))
    throw new Problem('token_of_other_channel');
  const { repeated } = await receiveRating(
    {
      rated: await ratedContact(deps.cases, invited),
      draft: rating,
      sender: { by: 'pad', padId: pad.id, sequence: rating.sequence },
      origin: {
        ...recordOfLink(invited),
        proof: isScanned ? 'token' : 'pad',
        ...claimOf(draft),
        pad: { id: pad.id, sequence: rating.sequence },
        bound: 'token',
      },
    },
    deps,
  );
  return { of: repeated ? 'repeats' : 'stored' };
};

const pressOf = async (
  draft: PadDraft,
  { id: padId, hall, window }: Pad,
  { calendar, deps }: { readonly calendar: Calendar; readonly deps: TakeDeps },
): Promise<Press> => {
  const { sequence, level, tags, text, contactConsent } = draft.rating;
  const words = JSON.stringify({ level, tags, text, contactConsent });
  const arrivedAt = deps.now();
  return {
    hall,
    window,
    padId,
    sequence,
    ...claimOf(draft),
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
    const timing = rulesUnder(policy, calendar);
    const notices = [unboundNotice(press, timing), ...pressNotices(press, timing)];
    for (const notice of notices) await deps.notices.save(notice);
  }
  return { of: 'held', bound };
};

const contactKey = ({ projectNo, serviceNumber }: Invited) => ({ projectNo, serviceNumber });

/** Returns the problem of a token that is none: its number is taken all the same. */
const readLink = async (
  token: string,
  { pressed }: PadDraft,
  { keys, now }: TakeDeps,
): Promise<Invited | Problem> => {
  try {
    return await readToken(keys, token, validAt(pressed, now()));
  } catch (fault) {
    if (fault instanceof Problem) return fault;
    throw fault;
  }
};

/**
 * Takes one rating of a pad under its number.
 *
 * @throws Problem
 */
export const takeRating = async (draft: PadDraft, pad: Pad, deps: TakeDeps): Promise<Taken> => {
  const own = await ownNumberOf(draft, pad, deps);
  const { token } = draft.rating;
  if (token === undefined) return takeWithoutToken(draft, own, { pad, deps });
  const invited = await readLink(token, draft, deps);
  const isRead = !(invited instanceof Problem);
  const number = isRead ? { ...own.number, contact: contactKey(invited) } : own.number;
  refuseOther(own, await deps.pads.takeNumber(number));
  if (!isRead) throw invited;
  return takeWithToken(draft, invited, { pad, deps });
};
