import type { Answer, HttpHandler, HttpRequest } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { findPage } from '../../../shared/page/find/find.ts';
import type { FindView } from '../../../shared/page/find/find.ts';
import { ratingOfReceipt } from '../receipt/rating-of-receipt.ts';
import { answering, seeOther, shownWith } from './answer-form.ts';
import type { ResidentPageDeps } from './deps.ts';
import { formFields } from './form.ts';

const unprocessable = 422;
const unknown = 404;

const render = (
  request: HttpRequest,
  view: Omit<FindView, 'phone'>,
  { ground, privacy: { phone } }: ResidentPageDeps,
): Answer => {
  const mode = pageMode(request);
  return renderedAnswer(findPage({ ...view, phone }, mode), mode, ground);
};

/** `GET /receipt`: asks for the number of a receipt. */
export const showFindPage =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) =>
    render(request, { number: '' }, deps);

/**
 * The number in what was entered: typed in wide characters, with other dashes or with spaces between
 * its groups, or copied with the whole address of the receipt.
 */
const numberIn = (entered: string): string => {
  const plain = entered
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-');
  return /\d{21}-\d{1,2}-[0-9A-Za-z]{12}(?:-\d{1,2})?/.exec(plain)?.[0] ?? plain;
};

/** `POST /receipt`: leads to the receipt. Its number is a credential, so no query ever holds it. */
export const findReceipt =
  (deps: ResidentPageDeps): HttpHandler =>
  async (request) => {
    const entered = (formFields(request).get('receipt') ?? '').trim();
    const showFault = (fault: NonNullable<FindView['fault']>, status: number): Answer =>
      shownWith(status, render(request, { number: entered, fault }, deps));
    if (entered === '') return showFault('number_missing', unprocessable);
    const number = numberIn(entered);
    const lead = async (): Promise<Answer> => {
      await ratingOfReceipt(number, deps);
      return seeOther(request, `/receipt/${number}`);
    };
    return answering('receipt_unknown', lead, async () => showFault('receipt_unknown', unknown));
  };
