import { ReceiptClaim } from '../../../events/rating/claim.ts';
import { formatClaimCode, parseClaimCode } from '../../../shared/domain/pad/claim-code.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { padProblems } from '../../../shared/http/problem/pad.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { claimPage } from '../../../shared/page/pad/claim.ts';
import type { ClaimView } from '../../../shared/page/pad/claim.ts';
import { claimByCode } from '../receipt/claim.ts';
import { seeOther } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { formFields } from './form.ts';

/** The code as it is written; whether it is one of a pad is not told before it is claimed. */
const codeIn = (request: HttpRequest): string => {
  const code = parseClaimCode(pathParameter(request, 'code'));
  if (code === undefined) throw new Problem(padProblems.claim_refused);
  return formatClaimCode(code);
};

const render = (request: HttpRequest, view: ClaimView, { ground }: ResidentPageDeps): Answer => {
  const mode = pageMode(request);
  return renderedAnswer(claimPage(view, mode), mode, ground);
};

/** `GET /claim/{code}`: to what the QR code of a pad leads. Opening it claims nothing. */
export const showClaimPage =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) =>
    render(request, { code: codeIn(request), clientRef: deps.newRef(), isWaiting: false }, deps);

/**
 * `POST /claim/{code}`: leads to the receipt. While the rating is not there, the form is shown again
 * with the same reference, by which alone the phone is known; no address holds it.
 */
export const sendClaim =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const sent = { code: codeIn(request), clientRef: formFields(request).get('clientRef') ?? '' };
    const claim = parseInput(ReceiptClaim, sent);
    const { receipt } = await claimByCode(claim, deps);
    return receipt === undefined
      ? render(request, { ...claim, isWaiting: true }, deps)
      : seeOther(request, `/receipt/${receipt}`);
  };
