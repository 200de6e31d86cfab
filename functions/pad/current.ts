import { contactOf } from '../../shared/domain/case/case.ts';
import { serviceNames } from '../../shared/domain/case/names.table.ts';
import type { Pad } from '../../shared/domain/pad/pad.ts';
import { shownForMs } from '../../shared/domain/rating/proof/circumstances.ts';
import { toEpoch, withOffset } from '../../shared/domain/time/instant.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { issuerOf } from '../../shared/http/pad/issuer-of.ts';
import type { PadIssuerDeps } from '../../shared/http/pad/issuer-of.ts';
import { padOf } from '../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../shared/http/pad/pad-call.ts';
import { issueToken } from '../../shared/http/token.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { ShownDeps } from '../../shared/sensitive-matters.ts';
import { indicatorAnswer } from '../rating/indicator-answer.ts';

export interface CurrentDeps extends PadDeps, PadIssuerDeps, ShownDeps {
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

/**
 * `GET /v1/pads/me/current`: returns the contact at this window with the token to rate it, or
 * `null`. No level is preselected, and waiting never creates a rating.
 */
export const currentContact =
  (deps: CurrentDeps): HttpHandler =>
  async (request) => {
    const language = languageOf(request);
    const pad = await padOf(request, deps);
    const [shown, rules] = await Promise.all([shownAt(pad, deps), deps.rulebook.now()]);
    const indicators = indicatorAnswer(rules, language);
    if (shown === undefined) return { status: 200, body: { contact: null, indicators } };
    const { known, contact } = shown;
    const key = { projectNo: known.projectNo, serviceNumber: contact.serviceNumber };
    const token = await issueToken(deps.keys, {
      ...key,
      channel: 'pad',
      issuedAt: deps.now(),
      issuer: await issuerOf(pad, deps),
      match: 'not_stated',
    });
    return {
      status: 200,
      body: {
        contact: {
          ...key,
          token,
          matter: await shownMatter(known, language, deps.sensitive),
          department: known.department.name,
          applicant: known.applicant.maskedName,
          service: serviceNames[contact.service][language],
          servedAt: withOffset(contact.at),
        },
        indicators,
      },
    };
  };
