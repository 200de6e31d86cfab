import { pathParameter } from '../../../shared/http/body.ts';
import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { messagesPath } from '../../../shared/page/message/messages.ts';
import { addressIn } from '../../../shared/page/mode.ts';
import { emptyDraft } from '../../../shared/page/resident/form-facts.ts';
import { receiptPageOf } from '../../../shared/page/resident/receipt-of.ts';
import { receiptPage } from '../../../shared/page/resident/receipt.ts';
import { receiptView } from '../follow.ts';
import type { ResidentPageDeps } from './deps.ts';
import type { Entered } from './form.ts';

/** Renders a receipt, with the form of a follow-up while one may be sent. */
export const showReceipt = async (
  request: HttpRequest,
  deps: ResidentPageDeps,
  entered?: Entered,
): Promise<Answer> => {
  const mode = pageMode(request);
  const { language } = mode;
  const receipt = pathParameter(request, 'receipt');
  const own = {
    follow: {
      action: addressIn(mode, `/receipt/${receipt}/append`),
      clientRef: deps.newRef(),
      draft: emptyDraft,
      ...entered,
    },
    phone: deps.privacy.phone,
    messages: addressIn(mode, messagesPath(`/receipt/${receipt}`)),
  };
  const answer = await receiptView(receipt, language, deps);
  const page = receiptPage(receiptPageOf(answer, own), language);
  return renderedAnswer(page, mode, deps.ground);
};

/** `GET /receipt/{receipt}`: where a rating stands, for the holder of its receipt. */
export const showReceiptPage =
  (deps: ResidentPageDeps): HttpHandler =>
  (request) =>
    showReceipt(request, deps);
