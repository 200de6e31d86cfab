import { describe, expect, it } from 'vitest';

import type { CaseFile } from '../../../events/oversight/case-file.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

const at = '2026-11-20T09:00:00+08:00';
const route = 'POST /v1/cases/{projectNo}/correction';

/** A case whose header was garbled; `correct` sends the right one, or another. */
const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const { header, ...accepted } = acceptedEvent({ projectNo, at });
  const right = header ?? {};
  const garbled = {
    ...header,
    matter: { code: '许可-00757-000', name: '椋熷搧' },
    applicant: { kind: 'person', name: '娴嬭瘯' },
  };
  const event = { ...accepted, header: garbled };
  await world.call('POST /v1/cases', { by: key, body: { events: [event] } });
  let calls = 0;
  const correct = (given: object = right, by = key) => {
    calls += 1;
    const body = { header: given, reason: '导入文件编码有误' };
    return world.call(route, { by, path: { projectNo }, body, nonce: `c${calls}` });
  };
  return { world, key, projectNo, right, correct };
};

describe('a header that was misread', () => {
  it('is corrected by its own system, and what it said before is kept', async () => {
    const { world, projectNo, correct } = await setUp();
    const reply = await correct();
    expect(outcomeOf(reply)).toBe('200');
    expect(reply.body).toMatchObject({
      matter: { name: '食品经营许可' },
      applicant: { name: '测**', mobile: '138****0001' },
      corrections: [{ reason: '导入文件编码有误' }],
    });
    const shown = await world.call('GET /v1/oversight/cases/{projectNo}', {
      as: people.supervisor,
      path: { projectNo },
    });
    expect(bodyOf<CaseFile>(shown).corrections).toMatchObject([
      { before: { matter: { name: '椋熷搧' }, applicantName: '娴**' } },
    ]);
  });

  it('can be corrected once by the same content, and the right file is then a repeat', async () => {
    const { world, key, projectNo, correct } = await setUp();
    await correct();
    const before = world.stores.memory.writes();
    expect(outcomeOf(await correct())).toBe('200');
    expect(world.stores.memory.writes()).toBe(before);
    const events = [acceptedEvent({ projectNo, at })];
    const again = await world.call('POST /v1/cases', { by: key, body: { events }, nonce: 'again' });
    expect(again.body).toMatchObject({ repeats: 1, refused: 0 });
  });

  it.each([
    ['another', { mobile: '13911112222' }, '139****2222'],
    ['none', {}, undefined],
  ])('is one whose mobile number is wrong: %s is right', async (_what, mobile, shown) => {
    const { world, key, projectNo, right, correct } = await setUp();
    await correct();
    const { applicant } = acceptedEvent({ projectNo, at }).header ?? {};
    const { mobile: _wrong, ...named } = applicant ?? {};
    const header = { ...right, applicant: { ...named, ...mobile } };
    const mobileOf = (reply: Awaited<ReturnType<typeof correct>>) =>
      bodyOf<{ applicant: { mobile?: string } }>(reply).applicant.mobile;
    expect(mobileOf(await correct(header))).toBe(shown);
    expect((await world.stores.cases.find(projectNo))?.corrections).toHaveLength(2);
    // A later event with the header as it was reported first, of a moment before the correction.
    const facts = acceptedEvent({ projectNo, at });
    const events = [{ ...facts, eventId: 'later', type: 'step', step: { name: '审查' } }];
    await world.call('POST /v1/cases', { by: key, body: { events }, nonce: 'later' });
    expect((await world.stores.cases.find(projectNo))?.timeline).toHaveLength(2);
    expect(mobileOf(await correct(header))).toBe(shown);
    expect((await world.stores.cases.find(projectNo))?.corrections).toHaveLength(2);
  });

  it('is no longer corrected once somebody has rated it', async () => {
    const { world, key, projectNo, right, correct } = await setUp();
    const token = await world.token(key, projectNo);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    expect(outcomeOf(await correct())).toBe('409 case_rated');
    const known = await world.stores.cases.find(projectNo);
    expect(known?.matter.name).toBe('椋熷搧');
    expect(right).not.toEqual({});
  });

  it('is for its own system, within the scope of its key, and not without end', async () => {
    const { world, right, correct } = await setUp();
    const stranger = await world.integrator();
    expect(outcomeOf(await correct(right, stranger))).toBe('404 case_unknown');
    const outcomes = [];
    for (let round = 0; round <= 10; round += 1) {
      const matter = { code: '许可-00757-000', name: `第${round}次` };
      outcomes.push(outcomeOf(await correct({ ...right, matter })));
    }
    expect(outcomes).toEqual([...Array<string>(10).fill('200'), '409 case_corrected_too_often']);
  });
});
