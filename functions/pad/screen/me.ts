import { highestOf } from '../../../shared/domain/pad/pad.ts';
import { padRulesOf } from '../../../shared/domain/pad/page-rules.ts';
import { languages } from '../../../shared/domain/text/language.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { issuerOf } from '../../../shared/http/pad/issuer-of.ts';
import type { PadIssuerDeps } from '../../../shared/http/pad/issuer-of.ts';
import { padOf } from '../../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import { noticeText } from '../../../shared/page/resident/privacy-notice.ts';
import { rateWords } from '../../../shared/page/resident/rate-words.table.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { privacyFacts } from '../../rating/page/privacy.ts';
import type { PrivacyDeps } from '../../rating/page/privacy.ts';
import { isOpenNow } from './opening.ts';
import type { OpeningDeps } from './opening.ts';

export interface OwnDeps extends PadDeps, PadIssuerDeps, OpeningDeps {
  readonly rulebook: Pick<Rulebook, 'now'>;
  /** The address of the pages, without a slash at its end. */
  readonly publicUrl: string;
  /** Who is named as responsible, and called when the pad is of no help. */
  readonly privacy: PrivacyDeps['privacy'];
}

/** 个人信息保护告知, in both languages. */
const noticeOf = async (deps: PrivacyDeps) => {
  const facts = await privacyFacts(deps);
  const words = (language: Language) => ({
    title: rateWords.notice[language],
    text: noticeText(facts, language),
  });
  return { zh: words('zh'), en: words('en') };
};

/** `GET /v1/pads/me`: returns what the page of a pad needs to know of itself and of the rules. */
export const showOwnPad =
  (deps: OwnDeps): HttpHandler =>
  async (request) => {
    const pad = await padOf(request, deps);
    const [{ policy, calendar }, listed, number] = await Promise.all([
      deps.rulebook.now(),
      deps.halls.find(pad.hall),
      issuerOf(pad, deps),
    ]);
    return {
      status: 200,
      body: {
        padId: pad.id,
        number,
        hall: { code: pad.hall, name: listed?.name ?? null },
        // The registers list windows by their codes, which stand above the counter.
        window: { code: pad.window, name: null },
        ...(pad.label !== undefined && { label: pad.label }),
        ...padRulesOf(policy),
        languages,
        openNow: await isOpenNow(pad, calendar, deps),
        serverTime: withOffset(deps.now()),
        highest: highestOf(pad.received),
        publicUrl: deps.publicUrl,
        hotline: deps.privacy.phone,
        notice: await noticeOf(deps),
      },
    };
  };
