import { channelNames } from '../../shared/domain/case/names.table.ts';
import { isVoided } from '../../shared/domain/rating/contest/contest-state.ts';
import type { IndicatorTable } from '../../shared/domain/rating/indicator.ts';
import { levelNames } from '../../shared/domain/rating/level.ts';
import { proofClassView } from '../../shared/domain/rating/proof/proof-class.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import { shownMatter } from '../../shared/sensitive-matters.ts';
import type { ShownDeps } from '../../shared/sensitive-matters.ts';
import { indicatorAnswer } from './indicator-answer.ts';
import { loopView } from './loop-view.ts';
import { ratingOfReceipt } from './receipt/rating-of-receipt.ts';
import { openText } from './receive-rating.ts';
import type { RatingDeps } from './receive-rating.ts';
import { tagsView } from './tags-view.ts';

const ratingView = (rating: Rating, indicators: IndicatorTable, language: Language) => ({
  level: rating.level,
  name: levelNames[rating.level][language],
  tags: tagsView(rating.tags, indicators, language),
  channel: rating.channel,
  channelName: channelNames[rating.channel][language],
  proof: rating.proof,
  ...proofClassView(rating, language),
  receivedAt: withOffset(rating.receivedAt),
});

export type FollowDeps = RatingDeps &
  ShownDeps & { readonly contests: Pick<ContestStore, 'ofContact'> };

/** When two persons ruled that it is not the applicant's; none is contested after that. */
const voidedSince = async (
  rating: Rating,
  { contests }: FollowDeps,
): Promise<Instant | undefined> =>
  isVoided(rating.contested) ? (await contests.ofContact(rating)).at(-1)?.ruling?.at : undefined;

/** Returns what the holder of a receipt may see. @throws Problem when there is no such receipt */
export const receiptView = async (receipt: string, language: Language, deps: FollowDeps) => {
  const rating = await ratingOfReceipt(receipt, deps);
  const [known, ticket, rules, text] = await Promise.all([
    deps.cases.find(rating.projectNo),
    deps.tickets.find(ticketIdOf(rating)),
    deps.rulebook.now(),
    openText(deps.keys, rating),
  ]);
  const matter = known && (await shownMatter(known, language, deps.sensitive));
  const shown = { language, at: deps.now(), indicators: rules.indicators };
  const loop = ticket && (await loopView(ticket, shown, deps));
  const voidedAt = await voidedSince(rating, deps);
  return {
    receipt,
    matter,
    department: known?.department.name,
    rating: { ...ratingView(rating, rules.indicators, language), text },
    ...(voidedAt && { voidedAt: withOffset(voidedAt) }),
    ...(loop?.may.append && { indicators: indicatorAnswer(rules, language) }),
    ...(loop && { ticket: loop }),
  };
};

/**
 * `GET /v1/receipts/{receipt}`: returns the progress as the resident who gave the rating sees it.
 */
export const followReceipt =
  (deps: FollowDeps): HttpHandler =>
  async (request) => ({
    status: 200,
    body: await receiptView(pathParameter(request, 'receipt'), languageOf(request), deps),
  });
