import type { ContractRow } from '../../events/contract.table.ts';
import { httpEdge } from './edge.ts';
import type { HttpHandler, ShowProblem } from './edge.ts';

/** The routes that the contract assigns to a function. */
export type RouteOf<Name extends ContractRow['to']> = Extract<
  ContractRow,
  { readonly to: Name }
>['on'];

/**
 * Builds a function that serves several routes. A route of the contract without a handler does not
 * compile, nor does a handler without a route.
 */
export const httpRoutes = <Name extends ContractRow['to']>(
  handlers: Readonly<Record<RouteOf<Name>, HttpHandler>>,
  showProblem?: ShowProblem,
) => {
  const byRoute: ReadonlyMap<string, HttpHandler> = new Map(Object.entries(handlers));
  return httpEdge((request) => {
    const handle = byRoute.get(request.routeKey);
    if (handle === undefined) throw new Error(`no handler for ${request.routeKey}`);
    return handle(request);
  }, showProblem);
};
