import { FollowUpSubmission } from '../../../events/rating/rating.ts';
import { parseInput, pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler } from '../../../shared/http/edge.ts';
import { appendToReceipt } from '../append.ts';
import { orFault, seeOther } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { readForm } from './form.ts';
import { showReceipt } from './receipt-page.ts';

/** `POST /receipt/{receipt}/append`: the form of the follow-up. */
export const sendFollowUp =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const receipt = pathParameter(request, 'receipt');
    const { clientRef, draft } = readForm(request);
    const { level, tags, text } = draft;
    const send = async (): Promise<Answer> => {
      const submission = parseInput(FollowUpSubmission, { level, tags, text, clientRef });
      await appendToReceipt({ receipt, submission, request }, deps);
      return seeOther(request, `/receipt/${receipt}`);
    };
    return orFault(draft, send, (fault) => showReceipt(request, deps, { clientRef, draft, fault }));
  };
