import { channelNames } from '../../shared/domain/case/names.table.ts';
import type { IndicatorTable } from '../../shared/domain/rating/indicator.ts';
import { levelNames } from '../../shared/domain/rating/level.ts';
import { proofClassView } from '../../shared/domain/rating/proof/proof-class.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { loopView } from './loop-view.ts';
import { ratingOfReceipt } from './receipt/rating-of-receipt.ts';
import type { RatingDeps } from './receive-rating.ts';
import { tagsView } from './tags-view.ts';

const ratingView = (rating: Rating, indicators: IndicatorTable, language: Language) => ({
  level: rating.level,
  name: levelNames[rating.level][language],
  tags: tagsView(rating.tags, indicators, language),
  wroteText: rating.sealedText !== undefined,
  channel: rating.channel,
  channelName: channelNames[rating.channel][language],
  proof: rating.proof,
  ...proofClassView(rating, language),
  receivedAt: withOffset(rating.receivedAt),
});

/**
 * `GET /v1/receipts/{receipt}`: returns the progress as the resident who gave the rating sees it.
 */
export const followReceipt =
  (deps: RatingDeps): HttpHandler =>
  async (request) => {
    const language = languageOf(request);
    const rating = await ratingOfReceipt(pathParameter(request, 'receipt'), deps);
    const [known, ticket, { indicators }] = await Promise.all([
      deps.cases.find(rating.projectNo),
      deps.tickets.find(ticketIdOf(rating)),
      deps.rulebook.now(),
    ]);
    const loop = ticket && (await loopView(ticket, { language, at: deps.now() }, deps));
    return {
      status: 200,
      body: {
        receipt: pathParameter(request, 'receipt'),
        matter: known?.matter.name,
        department: known?.department.name,
        rating: ratingView(rating, indicators, language),
        ...(loop === undefined ? {} : { ticket: loop }),
      },
    };
  };
