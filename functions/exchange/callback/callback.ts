import { CenterOperation } from '../../../events/exchange/callback.ts';
import type { CenterCallbackAnswer } from '../../../events/exchange/callback.ts';
import {
  endKept,
  isEnded,
  keepCallback,
  keepWaiting,
} from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback, KeptReason } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbackNotices } from '../../../shared/domain/notice/open-work-notice.ts';
import { toEpoch } from '../../../shared/domain/time/instant.ts';
import { refuseBelowCity } from '../../../shared/http/access/integrator-scope.ts';
import { bodyBytes } from '../../../shared/http/body-text.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import { isDamagedBody } from '../../../shared/http/damaged-body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { integratorOf } from '../../../shared/http/integrator.ts';
import type { IntegratorDeps } from '../../../shared/http/integrator.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { KeptCallbackStore } from '../../../shared/port/exchange/kept-callback-store.ts';
import { rulesInForce } from '../../../shared/rules.ts';
import { projectNoOf } from './binding.ts';
import { contentId, readContent, sealContent } from './content.ts';
import type { Content } from './content.ts';
import type { EvaluationDeps } from './evaluation.ts';
import { processCallback } from './process.ts';
import type { Processed } from './process.ts';

export interface CallbackDeps extends EvaluationDeps, IntegratorDeps {
  readonly kept: KeptCallbackStore;
}

const operationOf = (name: string): CenterOperation => {
  const read = CenterOperation.safeParse(name);
  if (!read.success) throw new Problem(reportProblems.center_operation_unknown);
  return read.data;
};

interface Arrived {
  readonly id: string;
  readonly operation: CenterOperation;
  readonly accessKey: string;
  readonly content: Content;
  readonly before: KeptCallback | undefined;
  /** Characters of it were lost on the way. */
  readonly isDamaged: boolean;
}

const answer = (body: Omit<CenterCallbackAnswer, 'success'>) => ({
  status: 200,
  body: { success: true, ...body } satisfies CenterCallbackAnswer,
});

/** Stores what can be stored; of what cannot be read at all, or as it was sent, nothing. */
const processArrived = async (arrived: Arrived, deps: CallbackDeps): Promise<Processed> => {
  const { operation, accessKey, content, isDamaged } = arrived;
  if (isDamaged) return { stored: 0, left: 'damaged' };
  if (!content.readable) return { stored: 0, left: 'unreadable' };
  if (content.isTwice) return { stored: 0, left: 'member_twice' };
  return processCallback(operation, { body: content.body, accessKey }, deps);
};

const keep = async (
  { id, operation, accessKey, content }: Arrived,
  reason: KeptReason,
  deps: CallbackDeps,
): Promise<void> => {
  const parts = await sealContent(deps.keys, id, content);
  const { readable, body } = content;
  const at = deps.now();
  const projectNo = projectNoOf(body);
  const facts = { id, operation, reason, at, accessKey, readable, parts: parts.length };
  const kept = keepCallback({ ...facts, ...(projectNo !== undefined && { projectNo }) });
  await deps.kept.keep(kept, parts, callbackNotices(kept, await rulesInForce(deps.rulebook)));
};

/** The center's own repeat brought in what was kept; who is first ends it. */
const endByRepeat = async (before: KeptCallback, { accessKey }: Arrived, deps: CallbackDeps) => {
  await deps.kept.save(endKept(before, 'taken', { by: accessKey, at: deps.now() }));
};

/** Another attempt failed, perhaps for another reason. */
const keepOn = async (before: KeptCallback, reason: KeptReason, deps: CallbackDeps) => {
  const next = keepWaiting(before, reason, toEpoch(deps.now()) - toEpoch(before.at));
  if (next !== undefined) await deps.kept.save(next);
};

/**
 * `POST /v1/center/{operation}`: receives a rating, a follow-up or a step that was created at the
 * provincial center. They happened, so nothing in them is refused: what cannot be stored is kept and
 * listed for a person. A repeat is stored or kept once.
 */
export const receiveCallback =
  (deps: CallbackDeps): HttpHandler =>
  async (request) => {
    const { accessKey, scope } = await integratorOf(
      request,
      { ...deps, takesDamaged: true },
      'center',
    );
    refuseBelowCity(scope);
    const operation = operationOf(pathParameter(request, 'operation'));
    const content = readContent(bodyBytes(request));
    const id = await contentId(deps.keys, operation, content);
    const before = await deps.kept.find(id);
    if (before !== undefined && isEnded(before)) return answer({ repeated: true, stored: 0 });
    const isDamaged = !request.isBase64Encoded && isDamagedBody(request);
    const arrived = { id, operation, accessKey, content, before, isDamaged };
    const { stored, left } = await processArrived(arrived, deps);
    if (left === undefined) {
      if (before !== undefined) await endByRepeat(before, arrived, deps);
      return answer({ repeated: stored === 0, stored });
    }
    await (before === undefined ? keep(arrived, left, deps) : keepOn(before, left, deps));
    const repeated = stored === 0 && before !== undefined;
    return answer({ repeated, stored, kept: { id, reason: left } });
  };
