import { serviceNames } from '../../shared/domain/case/names.table.ts';
import { defaultContest } from '../../shared/domain/policy/limits.ts';
import { isContestClosed } from '../../shared/domain/rating/contest/contest.ts';
import { linkExpiry } from '../../shared/domain/rating/invitation.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { runningDue } from '../../shared/domain/ticket/clocks.ts';
import { startClock } from '../../shared/domain/time/clock.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { readToken } from '../../shared/http/token.ts';
import type { RulesInForce } from '../../shared/port/policy/rulebook.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import { rulesUnder } from '../../shared/rules.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { ShownDeps } from '../../shared/sensitive-matters.ts';
import { indicatorAnswer } from './indicator-answer.ts';
import { ratedContact } from './receive-rating.ts';
import type { RatingDeps } from './receive-rating.ts';

/** When the department would have to contact the resident, if a bad rating came now. */
const contactDueFrom = (at: Instant, { policy, calendar }: RulesInForce): Instant | undefined =>
  runningDue(startClock(rulesUnder(policy, calendar).timetable, at, policy.clocks.contact));

type PresentDeps = RatingDeps & ShownDeps & { readonly contests: Pick<ContestStore, 'ofContact'> };

const isClosed = async (rating: Rating, { contests }: PresentDeps): Promise<boolean> =>
  rating.contested !== undefined && isContestClosed(await contests.ofContact(rating));

/** When a contest that came now would be ruled on; null when none is taken any more. */
const contestNow = async (
  rating: Rating,
  at: Instant,
  deps: PresentDeps,
): Promise<{ readonly dueAt: string | null } | null> => {
  if (await isClosed(rating, deps)) return null;
  const { policy, calendar } = await deps.rulebook.now();
  const { term } = policy.contest ?? defaultContest;
  const due = runningDue(startClock(rulesUnder(policy, calendar).timetable, at, term));
  return { dueAt: offsetOrNull(due) };
};

/** Returns what is rated over a link. @throws Problem when the token is not valid any more */
export const invitationView = async (token: string, language: Language, deps: PresentDeps) => {
  const at = deps.now();
  const invited = await readToken(deps.keys, token, at);
  const { known, contact } = await ratedContact(deps.cases, invited);
  const key = { projectNo: known.projectNo, serviceNumber: contact.serviceNumber };
  const [rating, rules, matter] = await Promise.all([
    deps.ratings.find({ ...key, assessNumber: 1 }),
    deps.rulebook.now(),
    shownMatter(known, language, deps.sensitive),
  ]);
  return {
    ...key,
    channel: invited.channel,
    rated: rating !== undefined,
    matter,
    department: known.department.name,
    applicant: known.applicant.maskedName,
    service: { code: contact.service, name: serviceNames[contact.service][language] },
    servedAt: withOffset(contact.at),
    expiresAt: offsetOrNull(linkExpiry(invited)),
    contactDue: offsetOrNull(contactDueFrom(at, rules)),
    ...(rating && { contest: await contestNow(rating, at, deps) }),
    indicators: indicatorAnswer(rules, language),
  };
};

/**
 * `GET /v1/invitations/{token}`: returns what is to be rated, with the applicant masked, and the
 * indicator table. It changes nothing, so mail scanners may follow the link any number of times.
 */
export const presentInvitation =
  (deps: PresentDeps): HttpHandler =>
  async (request) => ({
    status: 200,
    body: await invitationView(pathParameter(request, 'token'), languageOf(request), deps),
  });
