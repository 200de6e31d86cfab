import { ContestSubmission } from '../../../events/rating/contest.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { messagesPath } from '../../../shared/page/message/messages.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import { momentWords } from '../../../shared/page/moment.ts';
import { contestPage } from '../../../shared/page/resident/contest/contest.ts';
import { contestStatePage } from '../../../shared/page/resident/contest/state.ts';
import { emptyDraft } from '../../../shared/page/resident/form-facts.ts';
import { rateViewOf } from '../../../shared/page/resident/invited-rate.ts';
import type { InvitationAnswer } from '../../../shared/page/resident/invited-rate.ts';
import { residentProblemPage } from '../../../shared/page/resident/problem.ts';
import { filedBy } from '../contest/filed.ts';
import { contestState } from '../contest/state.ts';
import { contestByLink } from '../contest/submit.ts';
import { invitationView } from '../present.ts';
import { answering, orFault, seeOther, shownWith } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { readForm, readStatement } from './form.ts';
import type { Entered } from './form.ts';
import { privacyFacts } from './privacy.ts';

const conflict = 409;

/** What the form shows again, with the statement where it was a contest already. */
interface EnteredContest extends Entered {
  readonly statement?: string;
}

interface Shown {
  readonly deps: ResidentPageDeps;
  readonly entered?: EnteredContest | undefined;
}

/** Renders the page of a link whose contact is rated, for who did not rate it. */
const showContestForm = async (
  request: HttpRequest,
  view: InvitationAnswer,
  { deps, entered }: Shown,
): Promise<Answer> => {
  const mode = pageMode(request);
  const { language } = mode;
  const token = pathParameter(request, 'token');
  const form = {
    token,
    action: addressIn(mode, `/r/${token}/contest`),
    clientRef: deps.newRef(),
    draft: emptyDraft,
    ...entered,
    privacy: await privacyFacts(deps),
    messages: addressIn(mode, messagesPath(`/r/${token}`)),
  };
  const dueAt = view.contest?.dueAt ?? null;
  const page = contestPage(
    {
      ...rateViewOf(view, form, language),
      statement: entered?.statement ?? '',
      mayContest: view.contest !== null,
      isLate: entered !== undefined && entered.fault === undefined,
      find: addressIn(mode, '/receipt'),
      ruledBy: dueAt === null ? undefined : momentWords(dueAt, language),
    },
    mode,
  );
  return renderedAnswer(page, mode, deps.ground);
};

/** Shows what became of a rated contact: to who filed something with this form, that. */
export const showRated = async (
  request: HttpRequest,
  view: InvitationAnswer,
  shown: Shown,
): Promise<Answer> => {
  const { deps, entered } = shown;
  const token = pathParameter(request, 'token');
  const filed = entered && (await filedBy({ token, clientRef: entered.clientRef }, deps));
  return filed === undefined ? showContestForm(request, view, shown) : seeOther(request, filed);
};

/** Who rated cannot contest that: the page leads to the receipt instead. */
const showOwnRating = async (
  request: HttpRequest,
  sent: { readonly token: string; readonly clientRef: string },
  deps: ResidentPageDeps,
): Promise<Answer> => {
  const mode = pageMode(request);
  const { token } = sent;
  const filed = await filedBy(sent, deps);
  const page = residentProblemPage(
    {
      path: `/r/${token}`,
      link: token,
      code: 'contest_own_rating',
      phone: deps.privacy.phone,
      filed: filed && addressIn(mode, filed),
    },
    mode.language,
  );
  return shownWith(conflict, renderedAnswer(page, mode, deps.ground));
};

/** `POST /r/{token}/contest`: the form of a contest, sent without a script. */
export const sendContest =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const token = pathParameter(request, 'token');
    const { clientRef, draft } = readForm(request);
    const statement = readStatement(request);
    const send = async (): Promise<Answer> => {
      const sent = { token, clientRef, ...draft, statement };
      const submission = parseInput(ContestSubmission, sent);
      const { reference } = await contestByLink({ submission, request }, deps);
      return seeOther(request, `/r/${token}/contest/${reference}`);
    };
    const sendOthers = (): Promise<Answer> =>
      answering('contest_own_rating', send, () =>
        showOwnRating(request, { token, clientRef }, deps),
      );
    return orFault(draft, sendOthers, async (fault) => {
      const view = await invitationView(token, pageMode(request).language, deps);
      return showRated(request, view, {
        deps,
        entered: { clientRef, draft, fault, statement },
      });
    });
  };

/**
 * `GET /r/{token}/contest/{reference}`: what became of a contest. It works as long as its number is
 * kept, also when the link has expired.
 */
export const showContestPage =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const mode = pageMode(request);
    const token = pathParameter(request, 'token');
    const contest = await contestState(pathParameter(request, 'reference'), deps);
    const page = contestStatePage({ token, contest, phone: deps.privacy.phone }, mode);
    return renderedAnswer(page, mode, deps.ground);
  };
