import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { people } from '../world.ts';
import type { World } from '../world.ts';

export const hallEntries: readonly RegisterEntry[] = [
  { code: '330602-H1', name: '越城区政务服务中心', level: 'county', windows: ['A03', 'A04'] },
  { code: '330602-H2', name: '皋埠街道便民服务中心', level: 'town', windows: [] },
  { code: '330602-H3', name: '马山街道便民服务中心', level: 'town', windows: ['T01'] },
];

/** Proposes a list; it is in force only when another person confirms it. */
export const proposeRegister = (world: World, noun: string, entries: unknown, area = '330602') =>
  world.call('PUT /v1/register/{noun}', {
    as: people.admin,
    path: { noun },
    query: { area },
    body: { entries },
  });

/** Puts a list in force by two persons. */
export const saveRegister = (
  world: World,
  noun: string,
  entries: readonly RegisterEntry[],
  area = '330602',
) =>
  world.byTwo<{ version: number; count: number }>('PUT /v1/register/{noun}', {
    as: people.admin,
    path: { noun },
    query: { area },
    body: { entries },
  });
