import { linkExpiry } from '../../../shared/domain/rating/invitation.ts';
import { runningDue } from '../../../shared/domain/ticket/clocks.ts';
import { startClock } from '../../../shared/domain/time/clock.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readToken } from '../../../shared/http/token.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import { momentWords } from '../../../shared/page/moment.ts';
import { emptyDraft } from '../../../shared/page/resident/form-facts.ts';
import type { RateDraft } from '../../../shared/page/resident/form-facts.ts';
import type { FieldFault } from '../../../shared/page/resident/rate-words.table.ts';
import { ratePage } from '../../../shared/page/resident/rate.ts';
import { rulesInForce } from '../../../shared/rules.ts';
import { invitationView } from '../present.ts';
import type { ResidentPageDeps } from './deps.ts';

/** What the form shows again after a fault. */
export interface Entered {
  readonly clientRef: string;
  readonly draft: RateDraft;
  readonly fault: FieldFault;
}

/** When a department would have to contact the resident, if a bad rating came now. */
const contactDueFrom = async (
  at: Instant,
  { rulebook }: ResidentPageDeps,
): Promise<Instant | undefined> => {
  const { timetable, policy } = await rulesInForce(rulebook);
  return runningDue(startClock(timetable, at, policy.clocks.contact));
};

/** Renders the form of a link, empty or as it was entered. @throws Problem as `invitationView` */
export const showRateForm = async (
  request: HttpRequest,
  deps: ResidentPageDeps,
  entered?: Entered,
): Promise<Answer> => {
  const mode = pageMode(request);
  const { language } = mode;
  const token = pathParameter(request, 'token');
  const at = deps.now();
  const [view, link, contactDue] = await Promise.all([
    invitationView(token, language, deps),
    readToken(deps.keys, token, at),
    contactDueFrom(at, deps),
  ]);
  const until = linkExpiry(link);
  if (view.rated && entered === undefined) throw new Problem('already_rated');
  const page = ratePage(
    {
      token,
      action: addressIn(mode, `/r/${token}`),
      clientRef: deps.newRef(),
      draft: emptyDraft,
      ...entered,
      levels: view.indicators.levels,
      matter: view.matter,
      department: view.department,
      service: view.service.name,
      servedAt: momentWords(view.servedAt, language),
      applicant: view.applicant,
      validUntil: until && momentWords(withOffset(until), language),
      contactBy: contactDue && momentWords(withOffset(contactDue), language),
      privacy: deps.privacy,
    },
    language,
  );
  return renderedAnswer(page, mode, deps.ground);
};

/**
 * `GET /r/{token}`: the rating page. Opening it changes nothing, so that whatever follows links in
 * messages rates nothing.
 */
export const showRatePage =
  (deps: ResidentPageDeps): HttpHandler =>
  (request) =>
    showRateForm(request, deps);
