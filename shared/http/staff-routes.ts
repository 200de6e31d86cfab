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

/**
 * Calls the verb of a route with the person, if they have one of its roles and its reach. An
 * administrative act is written into the log.
 */
export const forStaff =
  (gate: StaffGate, route: StaffRoute, handle: StaffHandler): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, gate.claimPrefix);
    const { roles, reach } = callOf(route);
    if (roles !== 'any') requireRole(staff, roles);
    if (reach === 'city') requireReach(staff, cityCode);
    return isLogged(route) ? logAct(handle, gate)(request, staff) : handle(request, staff);
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
