import { CenterCallback, CenterOperation } from '../../../events/exchange/callback.ts';
import type { CenterCallbackAnswer } from '../../../events/exchange/callback.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import type { HttpHandler } from '../../../shared/http/edge.ts';
import { integratorOf } from '../../../shared/http/integrator.ts';
import type { IntegratorDeps } from '../../../shared/http/integrator.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { receiveEvaluation } from './evaluation.ts';
import type { EvaluationDeps } from './evaluation.ts';
import { receiveSteps } from './steps.ts';

export interface CallbackDeps extends EvaluationDeps, IntegratorDeps {}

/** A callback carries a work order with its complete history. */
const largestCallback = 256 * 1024;

const operationOf = (name: string): CenterOperation => {
  const read = CenterOperation.safeParse(name);
  if (!read.success) throw new Problem(reportProblems.center_operation_unknown);
  return read.data;
};

/**
 * `POST /v1/center/{operation}`: receives a rating, a follow-up or a step that was created at the
 * provincial center. A repeat is stored once. A callback that precedes its case is refused with a
 * message that makes the center call again.
 */
export const receiveCallback =
  (deps: CallbackDeps): HttpHandler =>
  async (request) => {
    const { accessKey } = await integratorOf(request, deps, 'center');
    const operation = operationOf(pathParameter(request, 'operation'));
    const callback = readBody(request, CenterCallback, largestCallback);
    const stored =
      operation === 'operation.sync'
        ? await receiveSteps(callback, deps)
        : await receiveEvaluation(operation, { callback, accessKey }, deps);
    const body: CenterCallbackAnswer = { success: true, repeated: stored === 0, stored };
    return { status: 200, body };
  };
