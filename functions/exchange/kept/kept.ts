import * as z from 'zod/mini';

import type {
  KeptCallbackFile,
  KeptCallbackList,
  KeptCallbackView,
} from '../../../events/exchange/kept-callback.ts';
import { keptReasonNames } from '../../../shared/domain/exchange/callback/kept-names.table.ts';
import { isEnded, keptStates } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import { languageOf } from '../../../shared/http/edge.ts';
import type { Answer, HttpRequest } from '../../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../../shared/http/paging.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { KeptCallbackStore } from '../../../shared/port/exchange/kept-callback-store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { unsealContent } from '../callback/content.ts';
import type { Content } from '../callback/content.ts';
import { decodeSent } from '../callback/decode-sent.ts';

export interface KeptDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly kept: KeptCallbackStore;
}

const Asked = z.object({ state: z._default(z.enum(keptStates), 'open'), ...pageAsked });

const keptView = (
  { id, operation, reason, state, at, accessKey, projectNo, end }: KeptCallback,
  language: Language,
): KeptCallbackView => ({
  id,
  operation,
  reason,
  advice: keptReasonNames[reason][language],
  state,
  at: withOffset(at),
  accessKey,
  projectNo: projectNo ?? null,
  end:
    end === undefined
      ? null
      : {
          by: end.by,
          confirmedBy: end.confirmedBy ?? null,
          at: withOffset(end.at),
          note: end.note ?? null,
        },
});

const listKept = async (request: HttpRequest, deps: KeptDeps): Promise<Answer> => {
  const { state, ...page } = readQuery(Asked, request);
  const { items, cursor } = await readPage(() => deps.kept.listed(state, page));
  const language = languageOf(request);
  const body: KeptCallbackList = {
    callbacks: items.map((kept) => keptView(kept, language)),
    cursor: cursor ?? null,
  };
  return { status: 200, body };
};

/** The form of an id; any other is unknown. */
const idForm = /^[\w-]{1,64}$/;

export const requireKept = async (
  request: HttpRequest,
  { kept }: Pick<KeptDeps, 'kept'>,
): Promise<KeptCallback> => {
  const id = pathParameter(request, 'id');
  const found = idForm.test(id) ? await kept.find(id) : undefined;
  if (found === undefined) throw new Problem(reportProblems.kept_callback_unknown);
  return found;
};

export const requireNotEnded = (kept: KeptCallback): KeptCallback => {
  if (isEnded(kept)) throw new Problem(reportProblems.kept_callback_ended);
  return kept;
};

export const contentOf = async (
  { id }: KeptCallback,
  { keys, kept }: Pick<KeptDeps, 'keys' | 'kept'>,
): Promise<Content> => unsealContent(keys, id, await kept.parts(id));

const showKept = async (request: HttpRequest, deps: KeptDeps): Promise<Answer> => {
  const kept = await requireKept(request, deps);
  const { bytes } = await contentOf(kept, deps);
  const { text: content, encoding } = decodeSent(bytes);
  const body: KeptCallbackFile = { ...keptView(kept, languageOf(request)), content, encoding };
  return { status: 200, body };
};

/** Whether these two persons ended it before, and only the end of the approval is missing. */
export const isDone = (
  { end }: KeptCallback,
  signed: { by: string; confirmedBy: string },
): boolean => end?.by === signed.by && end.confirmedBy === signed.confirmedBy;

/**
 * `GET /v1/center/callbacks`: lists the callbacks of the center that could not be stored. `GET
 * /v1/center/callbacks/{id}`: returns one with its content.
 */
export const showKeptCallbacks =
  (deps: KeptDeps): StaffHandler =>
  async (request) =>
    request.routeKey === 'GET /v1/center/callbacks'
      ? listKept(request, deps)
      : showKept(request, deps);
