import type { ContractRow } from '../../events/contract.table.ts';
import { callOf } from '../../events/roles.table.ts';
import type { StaffRoute } from '../../events/roles.table.ts';
import { cityCode } from '../domain/area/area.ts';
import type { HttpHandler } from './edge.ts';
import { httpRoutes } from './http-routes.ts';
import type { RouteOf } from './http-routes.ts';
import { requireReach, requireRole, staffOf } from './staff.ts';
import type { StaffHandler } from './staff.ts';

/** The functions that serve routes of staff. */
type StaffFunction = Extract<ContractRow, { readonly audience: 'staff' }>['to'];

/** Calls the verb of a route with the person, if they have one of its roles and its reach. */
export const forStaff =
  (claimPrefix: string, route: StaffRoute, handle: StaffHandler): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, claimPrefix);
    const { roles, reach } = callOf(route);
    if (roles !== 'any') requireRole(staff, roles);
    if (reach === 'city') requireReach(staff, cityCode);
    return handle(request, staff);
  };

/** Builds a function that serves several routes of staff; the roles are checked before any verb. */
export const staffRoutes = <Name extends StaffFunction>(
  claimPrefix: string,
  handlers: Readonly<Record<RouteOf<Name>, StaffHandler>>,
) => {
  const routes = Object.keys(handlers) as (RouteOf<Name> & StaffRoute)[];
  return httpRoutes<Name>(
    Object.fromEntries(
      routes.map((route) => [route, forStaff(claimPrefix, route, handlers[route])]),
    ) as Readonly<Record<RouteOf<Name>, HttpHandler>>,
  );
};
