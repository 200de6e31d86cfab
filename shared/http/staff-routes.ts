import type { ContractRow } from '../../events/contract.table.ts';
import { callOf, isLogged } from '../../events/roles.table.ts';
import type { StaffRoute } from '../../events/roles.table.ts';
import { cityCode } from '../domain/area/area.ts';
import { logAct } from './access/log-act.ts';
import type { ActDeps } from './access/log-act.ts';
import type { HttpHandler } from './edge.ts';
import { httpRoutes } from './http-routes.ts';
import type { RouteOf } from './http-routes.ts';
import { requireReach, requireRole, staffOf } from './staff.ts';
import type { StaffHandler } from './staff.ts';

/** What stands between a request of staff and its verb. */
export interface StaffGate extends ActDeps {
  /** Prefix of the claims in the tokens of staff. */
  readonly claimPrefix: string;
}

/** The functions that serve routes of staff. */
type StaffFunction = Extract<ContractRow, { readonly audience: 'staff' }>['to'];

/** Calls the verb if the person has one of the roles of the route and its reach. */
const withRight =
  (route: StaffRoute, handle: StaffHandler): StaffHandler =>
  async (request, staff) => {
    const { roles, reach } = callOf(route);
    if (roles !== 'any') requireRole(staff, roles);
    if (reach === 'city') requireReach(staff, cityCode);
    return handle(request, staff);
  };

/**
 * Calls the verb of a route with the person. An administrative act is written into the log, and so
 * is a refused attempt at one, except of a person without any role: everybody with an account could
 * fill the log otherwise.
 */
export const forStaff = (gate: StaffGate, route: StaffRoute, handle: StaffHandler): HttpHandler => {
  const call = withRight(route, handle);
  const logged = isLogged(route) ? logAct(call, gate) : call;
  return async (request) => {
    const staff = staffOf(request, gate.claimPrefix);
    return staff.roles.length === 0 ? call(request, staff) : logged(request, staff);
  };
};

/** Builds a function that serves several routes of staff; the roles are checked before any verb. */
export const staffRoutes = <Name extends StaffFunction>(
  gate: StaffGate,
  handlers: Readonly<Record<RouteOf<Name>, StaffHandler>>,
) => {
  const routes = Object.keys(handlers) as (RouteOf<Name> & StaffRoute)[];
  return httpRoutes<Name>(
    Object.fromEntries(
      routes.map((route) => [route, forStaff(gate, route, handlers[route])]),
    ) as Readonly<Record<RouteOf<Name>, HttpHandler>>,
  );
};
