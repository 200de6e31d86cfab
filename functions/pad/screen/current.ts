import { contactOf } from '../../../shared/domain/case/case.ts';
import { serviceNames } from '../../../shared/domain/case/names.table.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import { shownForMs } from '../../../shared/domain/rating/proof/circumstances.ts';
import { toEpoch, withOffset } from '../../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { entityTagOf, hasAlready } from '../../../shared/http/entity-tag.ts';
import { issuerOf } from '../../../shared/http/pad/issuer-of.ts';
import type { PadIssuerDeps } from '../../../shared/http/pad/issuer-of.ts';
import { padOf } from '../../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import { issueToken } from '../../../shared/http/token.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import { shownMatters } from '../../../shared/sensitive-matters.ts';
import type { ShownDeps } from '../../../shared/sensitive-matters.ts';
import { indicatorAnswer } from '../../rating/indicator-answer.ts';
import { isOpenNow } from './opening.ts';
import type { OpeningDeps } from './opening.ts';

export interface CurrentDeps extends PadDeps, PadIssuerDeps, ShownDeps, OpeningDeps {
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly rulebook: Rulebook;
}

/**
 * Returns the latest contact at the pad's window, unless it is rated or too old: its resident has
 * left the window, and the next one must not see the case.
 */
const shownAt = async (pad: Pad, deps: CurrentDeps) => {
  const shown = await deps.cases.shownAt(pad);
  if (shown === undefined || toEpoch(deps.now()) - toEpoch(shown.at) > shownForMs) return undefined;
  const [known, rating] = await Promise.all([
    deps.cases.find(shown.projectNo),
    deps.ratings.find({ ...shown, assessNumber: 1 }),
  ]);
  const contact = known && contactOf(known, shown.serviceNumber);
  return known && contact && rating === undefined ? { known, contact } : undefined;
};

const shownContact = async (
  { known, contact }: NonNullable<Awaited<ReturnType<typeof shownAt>>>,
  { sensitive }: ShownDeps,
) => ({
  projectNo: known.projectNo,
  serviceNumber: contact.serviceNumber,
  matter: await shownMatters(known, sensitive),
  department: known.department.name,
  applicant: known.applicant.maskedName,
  service: serviceNames[contact.service],
  servedAt: withOffset(contact.at),
});

/** Returns all that the pad shows, in both languages of its screen. */
const screenOf = async (pad: Pad, deps: CurrentDeps) => {
  const [shown, rules] = await Promise.all([shownAt(pad, deps), deps.rulebook.now()]);
  return {
    contact: shown === undefined ? null : await shownContact(shown, deps),
    indicators: { zh: indicatorAnswer(rules, 'zh'), en: indicatorAnswer(rules, 'en') },
    openNow: await isOpenNow(pad, rules.calendar, deps),
  };
};

type Shown = Awaited<ReturnType<typeof shownContact>>;

const withToken = async (contact: Shown, pad: Pad, deps: CurrentDeps) => ({
  ...contact,
  token: await issueToken(deps.keys, {
    projectNo: contact.projectNo,
    serviceNumber: contact.serviceNumber,
    channel: 'pad',
    issuedAt: deps.now(),
    issuer: await issuerOf(pad, deps),
    match: 'not_stated',
  }),
});

/**
 * `GET /v1/pads/me/current`: returns the contact at this window with the token to rate it, or
 * `null`. No level is preselected, and waiting never creates a rating. The tag covers what is
 * shown; the token is different in every minute, and a pad keeps the one that it has.
 */
export const currentContact =
  (deps: CurrentDeps): HttpHandler =>
  async (request) => {
    const pad = await padOf(request, deps);
    const screen = await screenOf(pad, deps);
    const headers = { etag: entityTagOf(screen) };
    if (hasAlready(request, headers.etag)) return { status: 304, headers };
    const contact = screen.contact && (await withToken(screen.contact, pad, deps));
    return { status: 200, headers, body: { ...screen, contact } };
  };
