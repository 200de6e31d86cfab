import { resumeRecounts } from '../../../functions/calendar/resume.ts';
import { subjectId } from '../../../shared/port/calendar/recount-publisher.ts';
import { at } from '../../fake/clock.ts';
import { fakeRecountPublisher } from '../../fake/rulebook.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores, Stores } from '../../fake/stores.ts';
import { factsOf, invented2027 } from '../../support/calendar-year.ts';
import { confirmReply } from '../approval-calls.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

export interface Loaded {
  readonly changed: boolean;
  readonly version: number;
  readonly recount: { readonly state: string; readonly round: number; readonly queued: number };
}

export const december = at('2026-12-14T09:30:00+08:00');
export const minute = 60_000;
export const facts2027 = factsOf(invented2027);

export const propose = (
  world: World,
  body: unknown,
  { year = '2027', as = people.admin }: { year?: string; as?: Person } = {},
): Promise<Reply> => world.call('PUT /v1/calendar/{year}', { as, path: { year }, body });

/** Proposes as one person and confirms as another; the reply to the confirmation. */
export const loadByTwo = async (world: World, body: unknown, year = '2027'): Promise<Reply> =>
  confirmReply(world, await propose(world, body, { year }));

/** What came of it. */
export const load = async (world: World, body: unknown, year = '2027'): Promise<Loaded> => {
  const { status, body: done } = await loadByTwo(world, body, year);
  if (status !== 200) throw new Error(`not loaded: ${status} ${JSON.stringify(done)}`);
  return (done as { readonly result: Loaded }).result;
};

export const show = (world: World, year = '2027'): Promise<Reply> =>
  world.call('GET /v1/calendar/{year}', { as: people.handler, path: { year } });

export const rateBadly = async (world: World): Promise<string> => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const body = { token: await world.token(key, projectNo), level: 'dissatisfied', text: '太慢' };
  await world.call('POST /v1/ratings', { body });
  return `${projectNo}-1`;
};

/** A world whose recount queue can be read. */
export const watched = (broken: (stores: FakeStores) => Partial<Stores> = () => ({})) => {
  const stores = fakeStores();
  const recounts = fakeRecountPublisher();
  const all = { ...stores, recounts, ...broken(stores) };
  const world = worldOver(all, december);
  return { stores, recounts, world, resume: resumeRecounts({ ...all, now: world.clock.now }) };
};

export const ids = ({ taken }: ReturnType<typeof fakeRecountPublisher>) => taken.map(subjectId);
