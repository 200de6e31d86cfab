import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import type { KeptCallbackList } from '../../../events/exchange/kept-callback.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

let given: CenterWorld;

beforeEach(async () => {
  given = await newCenterWorld();
});

const supervisor: Person = { ...people.supervisor, area: '330600' };
const { admin } = people;
const route = 'POST /v1/center/callbacks/{id}/settle';
const body = { note: '测试数据' };

const kept = async (sent: object): Promise<string> =>
  bodyOf<{ kept: { id: string } }>(await given.call('evaluation.sync', sent)).kept.id;

const settle = async (id: string, as: Person = admin): Promise<string> =>
  outcomeOf(await given.world.call(route, { as, path: { id }, body }));

const settledByTwo = (id: string) => given.world.byTwo(route, { as: admin, path: { id }, body });

const listed = async (state: string) => {
  const asked = { as: supervisor, query: { state } };
  const reply = await given.world.call('GET /v1/center/callbacks', asked);
  return bodyOf<KeptCallbackList>(reply).callbacks;
};

describe('a callback that stands for nothing', () => {
  it('is settled by two persons, and not listed again when the center repeats it', async () => {
    const sent = { targetId: given.projectNo };
    const id = await kept(sent);
    expect(await settledByTwo(id)).toEqual({ callbackId: id, ...body });
    const end = { by: admin.id, confirmedBy: people.secondAdmin.id, ...body };
    expect(await listed('settled')).toMatchObject([{ id, state: 'settled', end }]);
    expect(await settle(id)).toBe('409 kept_callback_ended');
    const take = { as: admin, path: { id }, body: { reason: '核对，经核对属实' } };
    const taken = await given.world.call('POST /v1/center/callbacks/{id}/take', take);
    expect(outcomeOf(taken)).toBe('409 kept_callback_ended');
    expect((await given.call('evaluation.sync', sent)).body).toMatchObject({ repeated: true });
    expect(await listed('open')).toEqual([]);
  });

  it('stays when only one person settles it, and no supervisor settles it', async () => {
    const id = await kept({ targetId: given.projectNo });
    expect(await settle(id)).toBe('202');
    expect(await settle(id, supervisor)).toBe('403 role_missing');
    expect(await listed('open')).toMatchObject([{ id, end: null }]);
  });

  it('is not settled while it waits for its case', async () => {
    const id = await kept({ targetId: nextProjectNo(), evaluationItemModel: evaluationItem() });
    expect(await settle(id)).toBe('409 kept_callback_still_tried');
    expect(await listed('waiting')).toMatchObject([{ id }]);
  });
});
