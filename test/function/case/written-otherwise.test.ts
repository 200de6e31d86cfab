import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, newWorld } from '../world.ts';

const nine = '2026-11-20T09:00:00+08:00';
const ten = '2026-11-20T09:10:00+08:00';

/** A case whose header says `first`; `tell` sends the finishing event with another header. */
const setUp = async (first: object, contact: object = {}) => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const { header, contact: met, ...accepted } = acceptedEvent({ projectNo, at: nine });
  let calls = 0;
  const send = async (event: object): Promise<string | undefined> => {
    calls += 1;
    const given = { by: key, body: { events: [event] }, nonce: `n${calls}` };
    const reply = await world.call('POST /v1/cases', given);
    const [item] = bodyOf<{ items: { outcome: string; problem?: { code: string } }[] }>(
      reply,
    ).items;
    return item?.problem?.code ?? item?.outcome;
  };
  const withHeader = {
    ...accepted,
    header: { ...header, ...first },
    contact: { ...met, ...contact },
  };
  expect(await send(withHeader)).toBe('stored');
  const tell = (again: object, more: object = {}) =>
    send({
      eventId: 'f',
      type: 'finished',
      projectNo,
      at: ten,
      header: { ...header, ...again },
      ...more,
    });
  return {
    world,
    projectNo,
    met,
    tell,
    repeat: (more: object) => send({ ...withHeader, ...more }),
  };
};

const person = (name: string) => ({ applicant: { kind: 'person', name } });
const enterprise = (name: string) => ({ applicant: { kind: 'enterprise', name } });

describe('the finishing event is kept when its header is written otherwise:', () => {
  it.each<[string, object, object]>([
    ['the dot of a name', person('阿依·测试'), person('阿依•测试')],
    ['a composed character', person('José'), person('Jose\u{301}')],
    ['brackets of another width', enterprise('测试（绍兴）公司'), enterprise('测试(绍兴)公司')],
    ['a blank in a short name', enterprise('测试示例社'), enterprise('测试 示例社')],
    ['the alias of the city', { area: '330600' }, { area: '330601' }],
    ['the alias first', { area: '330601' }, { area: '330600' }],
    [
      'a small letter',
      { matter: { code: 'xk-1', name: '许可' } },
      { matter: { code: 'XK-1', name: '许可' } },
    ],
  ])('%s', async (_what, first, again) => {
    const { world, projectNo, tell } = await setUp(first);
    const before = await world.stores.cases.find(projectNo);
    expect(await tell(again)).toBe('stored');
    const after = await world.stores.cases.find(projectNo);
    expect(after?.timeline.map(({ type }) => type)).toEqual(['accepted', 'finished']);
    expect(after?.area).toBe(before?.area);
    expect(after?.applicant.maskedName).toBe(before?.applicant.maskedName);
  });

  it('or the name of the staff member', async () => {
    const { repeat, met } = await setUp({}, { staff: { id: 'w-1', name: '买买提·示例' } });
    const contact = { ...met, staff: { id: 'w-1', name: '买买提•示例' } };
    expect(await repeat({ contact })).toBe('repeat');
  });

  it('but another place or person is still another', async () => {
    const { tell } = await setUp({ area: '330602001' });
    expect(await tell({ area: '330602' })).toBe('header_differs');
    expect(await tell({ area: '330602001', ...person('测试乙') })).toBe('applicant_differs');
  });
});

describe('a case stored before names were compared by their form', () => {
  it('knows its applicant, however the name is written', async () => {
    const { world, projectNo, tell } = await setUp(person('阿依·测试'));
    const known = await world.stores.cases.find(projectNo);
    if (known?.applicant.marks === undefined) throw new Error('no marks');
    const key = await world.stores.keys.key('fingerprint');
    const name = createHmac('sha256', key)
      .update(JSON.stringify(['applicant', projectNo, 'name', '阿依·测试']))
      .digest('base64url');
    const old = { ...known.applicant, marks: { ...known.applicant.marks, form: undefined, name } };
    await world.stores.cases.save({ ...known, applicant: old, version: known.version + 1 });
    expect(await tell(person('阿依•测丙'))).toBe('applicant_differs');
    expect(await tell(person('阿依•测试'))).toBe('stored');
  });
});
