import { operations } from '../../../events/contract.table.ts';
import type { Operation } from '../../../events/contract.ts';
import { rolesNeeded } from '../../../events/contract.ts';
import type { IntegratorRight } from '../../../shared/domain/access/integrator.ts';
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Given } from '../request.ts';
import type { World } from '../world.ts';

/** A call whose body is JSON, with the credentials that its route needs. */
export interface JsonCall {
  readonly route: string;
  readonly example: unknown;
  readonly given: Given;
}

const rightOf = (route: string): IntegratorRight => {
  if (route.includes('/center/')) return 'center';
  if (route.includes('/messages/')) return 'messages';
  return route.endsWith('/invitations') ? 'invitations' : 'cases';
};

const credentialsOf = async (row: Operation, world: World): Promise<Given> => {
  if (row.audience === 'pad') return row.security === 'none' ? {} : { by: await world.pad() };
  if (row.audience === 'integrator') return { by: await world.integrator([rightOf(row.on)]) };
  if (row.audience !== 'staff') return {};
  const roles = rolesNeeded(row) ?? staffRoles;
  return { as: { id: 'u-any', roles, area: '330600', department: creditCode } };
};

const pathOf = ({ parameters = [] }: Operation): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parameters
      .filter((one) => one.in === 'path')
      .map(({ name, example }) => [name, String(example)]),
  );

const bodiesOf = (row: Operation) =>
  row.request !== undefined && 'schema' in row.request ? [row.request.example] : [];

export const jsonRoutes: readonly string[] = operations
  .filter((row) => bodiesOf(row).length > 0)
  .map(({ on }) => on);

export const jsonCall = async (route: string, world: World): Promise<JsonCall> => {
  const row = operations.find(({ on }) => on === route);
  const [example] = row === undefined ? [] : bodiesOf(row);
  if (row === undefined) throw new Error(`${route} is not in the contract`);
  return { route, example, given: { path: pathOf(row), ...(await credentialsOf(row, world)) } };
};
