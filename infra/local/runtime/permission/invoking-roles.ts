/** Checks the role with which an API invokes functions; without permission a route answers 500. */
import { TemplateFault } from '../template-fault.ts';
import type { StatementsOf } from '../template/functions.ts';
import type { RouteDefinition } from '../template/http-api.ts';
import { evaluate } from './evaluate.ts';

/** Throws `TemplateFault` that names the route, its role and the function. */
export const checkInvokingRoles = (
  routes: readonly RouteDefinition[],
  statementsOf: StatementsOf,
): void => {
  for (const { routeKey, invokedAs, functionArn } of routes) {
    if (invokedAs === undefined) continue;
    const need = { action: 'lambda:InvokeFunction', resource: functionArn };
    if (evaluate(statementsOf(invokedAs), need) === 'allowed') continue;
    throw new TemplateFault(routeKey, `${invokedAs} may not ${need.action} on ${functionArn}`);
  }
};
