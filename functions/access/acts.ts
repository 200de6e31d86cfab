import * as z from 'zod/mini';

import type { ActList } from '../../events/access/act-view.ts';
import { brokenAct } from '../../shared/domain/access/act.ts';
import type { Act } from '../../shared/domain/access/act.ts';
import { civilDateOf, withOffset } from '../../shared/domain/time/instant.ts';
import { Month, monthOf } from '../../shared/domain/time/month.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { ActLog } from '../../shared/port/access/act-log.ts';
import type { Now } from '../../shared/port/clock.ts';
import { sha256 } from '../../shared/rules.ts';

export interface ActsDeps {
  readonly now: Now;
  readonly acts: ActLog;
}

const Asked = z.object({ ...pageAsked, month: z.optional(Month) });

const actView = (act: Act): ActList['acts'][number] =>
  act.phase === 'asked'
    ? { ...act, roles: [...act.roles], at: withOffset(act.at) }
    : { ...act, at: withOffset(act.at) };

/**
 * A part of the chain is compared with the act before it, which may be of another page or month, or
 * taken out when its period was over: whether it was, the verifier of the night finds out.
 */
const brokenIn = async (
  items: readonly Act[],
  { acts }: Pick<ActsDeps, 'acts'>,
): Promise<number | undefined> => {
  const inOrder = items.toReversed();
  const [first] = inOrder;
  if (first === undefined) return undefined;
  const before = first.number > 1 ? await acts.find(first.number - 1) : undefined;
  const isTakenOut = before === undefined && (await acts.part(1, 1)).acts[0]?.hash === first.hash;
  const trusted = { number: first.number - 1, hash: first.previous };
  return brokenAct(inOrder, sha256, isTakenOut && first.number > 1 ? trusted : before);
};

/**
 * `GET /v1/acts?month=`: the log of administrative acts, the newest first, for auditors; each names the hash of the one
 * before, so that anybody can check that none was changed or taken out.
 */
export const listActs =
  (deps: ActsDeps): StaffHandler =>
  async (request) => {
    const { month, ...page } = readQuery(Asked, request);
    const asked = month ?? monthOf(civilDateOf(deps.now()));
    const { items, cursor } = await readPage(() => deps.acts.ofMonth(asked, page));
    const body: ActList = {
      month: asked,
      acts: items.map(actView),
      broken: (await brokenIn(items, deps)) ?? null,
      cursor: cursor ?? null,
    };
    return { status: 200, body };
  };
