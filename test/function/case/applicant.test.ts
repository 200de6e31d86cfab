import { describe, expect, it } from 'vitest';

import { applicantPlace } from '../../../functions/case/applicant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, newWorld } from '../world.ts';

interface Batch {
  readonly items: readonly {
    outcome: string;
    problem?: { code: string; errors?: readonly { path: string; problem: string }[] };
  }[];
}

const nine = '2026-11-20T09:00:00+08:00';
const ten = '2026-11-20T09:10:00+08:00';

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const accepted = acceptedEvent({ projectNo, at: nine });
  const { certificate, ...named } = { ...accepted.header?.applicant };
  let calls = 0;
  /** An event at that moment with a header for this applicant. */
  const tell = async (applicant: object, at = ten) => {
    calls += 1;
    const header = { ...accepted.header, applicant };
    const event = { eventId: `e${calls}`, type: 'step', projectNo, at, header };
    const given = { by: key, body: { events: [event] }, nonce: `n${calls}` };
    const [item] = bodyOf<Batch>(await world.call('POST /v1/cases', given)).items;
    return item?.problem?.code ?? item?.outcome;
  };
  const known = async () => {
    const { applicant } = (await world.stores.cases.find(projectNo)) ?? {};
    const opened = await world.stores.keys.decrypt(
      applicant?.sealed ?? '',
      applicantPlace(projectNo),
    );
    return { ...(JSON.parse(opened) as object), maskedMobile: applicant?.maskedMobile };
  };
  return { world, key, accepted, certificate, named, tell, known };
};

describe('a later header', () => {
  it.each([
    ['another name', { name: '测试乙' }],
    ['a name that is masked the same', { name: '测试丙丙'.slice(0, 3) }],
    ['another kind', { kind: 'enterprise' }],
    ['another certificate', { certificate: { type: 'passport', number: 'E00000001' } }],
  ])('with %s of the applicant is refused by name and changes nothing', async (_what, other) => {
    const { world, named, certificate, tell } = await setUp();
    expect(await tell({ ...named, certificate })).toBe('stored');
    const before = world.stores.memory.writes();
    expect(await tell({ ...named, certificate, ...other })).toBe('applicant_differs');
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('may leave out what is known, and adds what is not', async () => {
    const { named, certificate, tell, known } = await setUp();
    const { mobile, ...nameless } = { mobile: undefined, ...named };
    expect(await tell(nameless)).toBe('stored');
    expect(await known()).toEqual({ name: '测试甲', maskedMobile: undefined });
    expect(await tell({ ...nameless, certificate })).toBe('stored');
    expect(await tell({ ...nameless, mobile })).toBe('stored');
    expect(await known()).toEqual({
      name: '测试甲',
      certificate,
      mobile,
      maskedMobile: '138****0001',
    });
  });

  it('brings a newer mobile number, whatever the order of arrival', async () => {
    const { named, certificate, tell, known } = await setUp();
    const [early, late] = ['13800000002', '13800000003'];
    expect(await tell({ ...named, mobile: late }, ten)).toBe('stored');
    expect(await tell({ ...named, certificate, mobile: early }, nine)).toBe('stored');
    expect(await known()).toMatchObject({ mobile: late, maskedMobile: '138****0003', certificate });
    expect(await tell({ ...named, mobile: early }, ten)).toBe('applicant_differs');
    expect(await tell({ ...named, mobile: early }, '2026-11-20T09:20:00+08:00')).toBe('stored');
    expect(await known()).toMatchObject({
      mobile: early,
      maskedMobile: '138****0002',
      certificate,
    });
  });

  it('tells of two cases nothing that would show that it was the same person', async () => {
    const [first, second] = [await setUp(), await setUp()];
    const marks = [];
    for (const { world, named, certificate, tell, accepted } of [first, second]) {
      await tell({ ...named, certificate });
      const known = await world.stores.cases.find(accepted.projectNo);
      marks.push(known?.applicant.marks);
    }
    const [one, other] = marks;
    expect(one?.name).not.toBe(other?.name);
    expect(JSON.stringify(one)).not.toContain('测试甲');
  });
});

describe('half of a surrogate pair', () => {
  it('is refused by path in a case, for the event that has it alone', async () => {
    const { world, key, accepted } = await setUp();
    const step = { eventId: 's', type: 'step', projectNo: accepted.projectNo, at: ten };
    const broken = { ...step, step: { name: '核查\ud83d', note: '好' } };
    const whole = { ...step, step: { name: '核查\u{1f600}' } };
    const body = { events: [accepted, broken, whole] };
    const { items } = bodyOf<Batch>(await world.call('POST /v1/cases', { by: key, body }));
    expect(items.map(({ outcome }) => outcome)).toEqual(['stored', 'refused', 'stored']);
    expect(items[1]?.problem?.errors).toEqual([
      {
        path: '/step/name',
        problem: 'half_a_character',
        detail: '含有不成对的代理码位（半个字符），无法存储',
      },
    ]);
  });

  it('is refused in a rating, which then can be sent again whole', async () => {
    const { world, key } = await setUp();
    const token = await world.token(key, await world.acceptedCase(key));
    const rate = (text: string) =>
      world.call('POST /v1/ratings', { body: { token, level: 'dissatisfied', text } });
    const reply = await rate('太慢了\udc00');
    expect(reply.body).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: '/text', problem: 'half_a_character' }],
    });
    expect((await rate('太慢了\u{1f621}')).status).toBe(201);
  });
});
