import { highestOf } from '../../../shared/domain/pad/pad.ts';
import { padRulesOf } from '../../../shared/domain/pad/page-rules.ts';
import { languages } from '../../../shared/domain/text/language.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { issuerOf } from '../../../shared/http/pad/issuer-of.ts';
import type { PadIssuerDeps } from '../../../shared/http/pad/issuer-of.ts';
import { padOf } from '../../../shared/http/pad/pad-call.ts';
import type { PadDeps } from '../../../shared/http/pad/pad-call.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { isOpenNow } from './opening.ts';
import type { OpeningDeps } from './opening.ts';

export interface OwnDeps extends PadDeps, PadIssuerDeps, OpeningDeps {
  readonly rulebook: Pick<Rulebook, 'now'>;
  /** The address of the pages, without a slash at its end. */
  readonly publicUrl: string;
  /** Whom a resident calls when the pad is of no help. */
  readonly hotline: string;
}

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
        hotline: deps.hotline,
      },
    };
  };
