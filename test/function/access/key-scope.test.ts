import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import type { IntegratorScope } from '../../../shared/domain/access/scope.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { acceptedLine, csvOf, csvType } from '../case/import-file-sample.ts';
import type { Values } from '../case/import-file-sample.ts';
import { saveRegister } from '../oversight/register-sample.ts';
import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf } from '../world.ts';
import type { World } from '../world.ts';

const otherDepartment = '11330602XX90000018';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly {
    readonly path: string;
    readonly problem: string;
    readonly column?: string;
  }[];
}
interface Batch {
  readonly items: readonly { outcome: string; problem?: Problem }[];
}

/** `stored`, or `outside_scope_of_key areas /header/area`. */
const toldOf = (outcome: string, problem: Problem | undefined): string =>
  problem === undefined
    ? outcome
    : [
        problem.code,
        /\((\w+)\)$/.exec(problem.detail)?.[1],
        ...(problem.errors ?? []).map(({ column, path }) => column ?? path),
      ].join(' ');

const report = (world: World, by: Key, ...events: readonly object[]): Promise<Reply> =>
  world.call('POST /v1/cases', { by, body: { events }, nonce: randomUUID() });

const outcomesOf = (reply: Reply): readonly string[] =>
  bodyOf<Batch>(reply).items.map(({ outcome, problem }) => toldOf(outcome, problem));

const event = (): CaseEventFacts =>
  acceptedEvent({
    projectNo: nextProjectNo(),
    at: fridayMorning,
    hall: '330602-H1',
    window: 'A03',
  });

const invite = (world: World, by: Key, projectNo: string, channel = 'qr'): Promise<Reply> =>
  world.call('POST /v1/invitations', {
    by,
    body: { projectNo, serviceNumber: 1, channel },
    nonce: randomUUID(),
  });

const read = async (world: World, by: Key, projectNo: string): Promise<string> =>
  outcomeOf(await world.call('GET /v1/cases/{projectNo}', { by, path: { projectNo } }));

/** Each scope leaves out one thing of the case that `event` reports. */
const narrow: readonly (readonly [string, Partial<IntegratorScope>, string])[] = [
  ['another area', { areas: ['330604', '330681'] }, 'areas /header/area'],
  [
    'another department',
    { departments: [otherDepartment] },
    'departments /header/department/creditCode',
  ],
  ['other numbers', { numberPrefixes: ['330681', '33060225'] }, 'numberPrefixes /projectNo'],
];

describe('an event of a department of another area', () => {
  const far = '11330604XX9000014F';
  const ofFar = () => {
    const { header, ...rest } = event();
    return {
      ...rest,
      header: { ...header, department: { creditCode: far, name: '上虞区测试局' } },
    };
  };
  const told = 'outside_scope_of_key departments /header/department/creditCode';

  it('is refused for a key of this area, though it names no departments', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases'], { areas: ['330602'] });
    expect(outcomesOf(await report(world, key, ofFar()))).toEqual(['stored']);
    await saveRegister(world, 'departments', [{ code: far, name: 'x' }], '330604');
    expect(outcomesOf(await report(world, key, ofFar(), event()))).toEqual([told, 'stored']);
    const both = await world.integrator(['cases'], { areas: ['330602', '330604'] });
    expect(outcomesOf(await report(world, both, ofFar()))).toEqual(['stored']);
    const whole = await world.integrator(['cases']);
    expect(outcomesOf(await report(world, whole, ofFar()))).toEqual(['stored']);
  });

  it('is refused also when the area of the case lists it too: its own area has to say so', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases'], { areas: ['330602'] });
    await saveRegister(world, 'departments', [{ code: far, name: 'x' }]);
    expect(outcomesOf(await report(world, key, ofFar()))).toEqual(['stored']);
    await saveRegister(world, 'departments', [{ code: far, name: 'x' }], '330604');
    expect(outcomesOf(await report(world, key, ofFar()))).toEqual([told]);
    const entry = { code: far, name: 'x', serves: ['330602'] };
    await saveRegister(world, 'departments', [entry], '330604');
    expect(outcomesOf(await report(world, key, ofFar()))).toEqual(['stored']);
  });
});

describe('an event outside the scope of its key', () => {
  it.each(narrow)('for %s is refused, and nothing is written', async (_what, scope, told) => {
    const world = newWorld();
    const key = await world.integrator(['cases'], scope);
    const before = world.stores.memory.count('case');
    expect(outcomesOf(await report(world, key, event()))).toEqual([`outside_scope_of_key ${told}`]);
    expect(world.stores.memory.count('case')).toBe(before);
  });

  it('is refused alone: the others of its batch are stored', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases'], { areas: ['330602'] });
    const { header, ...away } = event();
    const elsewhere = { ...away, header: { ...header, area: '330604' } };
    const outcomes = outcomesOf(await report(world, key, event(), elsewhere, event()));
    expect(outcomes).toEqual(['stored', 'outside_scope_of_key areas /header/area', 'stored']);
    const town = { ...away, header: { ...header, area: '330602003' } };
    expect(outcomesOf(await report(world, key, town))).toEqual(['stored']);
  });

  it('is told in both languages, with what to do', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases'], { areas: ['330604'] });
    const told = async (language: string): Promise<string> => {
      const headers = { 'accept-language': language };
      const given = { by: key, body: { events: [event()] }, nonce: randomUUID(), headers };
      const reply = await world.call('POST /v1/cases', given);
      return bodyOf<Batch>(reply).items[0]?.problem?.detail ?? '';
    };
    expect(await told('zh')).toMatch(/请改用相应密钥.*\(areas\)$/);
    expect(await told('en')).toMatch(/use a key that may.*\(areas\)$/);
  });

  it('without header is refused where another key of the system reported its case', async () => {
    const world = newWorld();
    const wide = await world.integrator(['cases']);
    const { header: _header, ...bare } = event();
    await report(world, wide, { ...bare, header: event().header });
    const beside = await world.integrator(['cases'], { areas: ['330604'] }, wide.accessKey);
    const step = { ...bare, eventId: 'step-1', type: 'step', contact: undefined };
    expect(outcomesOf(await report(world, beside, step))).toEqual([
      'outside_scope_of_key areas /projectNo',
    ]);
    expect(outcomesOf(await report(world, wide, step))).toEqual(['stored']);
  });

  it('tells nothing of the case of another system: it is refused before any look-up', async () => {
    const world = newWorld();
    const known = event();
    await report(world, await world.integrator(['cases']), known);
    const key = await world.integrator(['cases'], { numberPrefixes: ['330604'] });
    const unknown = { ...known, projectNo: nextProjectNo() };
    const [one, other] = [known, unknown].map(({ header: _header, ...bare }) => bare);
    const outcomes = outcomesOf(await report(world, key, one!, other!));
    expect(outcomes[0]).toBe('outside_scope_of_key numberPrefixes /projectNo');
    expect(outcomes[1]).toBe(outcomes[0]);
  });
});

describe('a line of a file outside the scope of its key', () => {
  it('is refused by its number, with the name of its column', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases'], {
      areas: ['330602'],
      departments: [creditCode],
      numberPrefixes: ['330602'],
    });
    const lines: readonly Values[] = [
      acceptedLine(),
      { ...acceptedLine(), area: '330604' },
      { ...acceptedLine(), departmentCode: otherDepartment },
      { ...acceptedLine('330604261116000000017') },
      acceptedLine(),
    ];
    const reply = await world.call('POST /v1/cases/import', {
      by: key,
      file: Buffer.from(csvOf(lines)),
      headers: { 'content-type': csvType },
    });
    const { lines: answered } = bodyOf<{
      lines: readonly { line: number; outcome: string; problem?: Problem }[];
    }>(reply);
    expect(
      answered.map(({ line, outcome, problem }) => `${line} ${toldOf(outcome, problem)}`),
    ).toEqual([
      '2 stored',
      '3 outside_scope_of_key areas area',
      '4 outside_scope_of_key departments departmentCode',
      '5 outside_scope_of_key numberPrefixes projectNo',
      '6 stored',
    ]);
  });
});

describe('a window’s pad', () => {
  it('is not taken over by a contact of a hall outside the scope of the key', async () => {
    const world = newWorld();
    const own = await world.integrator();
    const shown = await world.acceptedCase(own);
    world.clock.advance(60_000);
    const stranger = await world.integrator(['cases'], { areas: ['330604'] });
    const { header, ...rest } = event();
    const invented = { ...rest, at: world.clock.now(), header: { ...header, area: '330604' } };
    const contact = { ...rest.contact, at: world.clock.now() };
    const outcomes = outcomesOf(await report(world, stranger, { ...invented, contact }));
    expect(outcomes).toEqual(['outside_scope_of_key areas /contact/hall']);
    const place = { hall: '330602-H1', window: 'A03' };
    expect((await world.stores.cases.shownAt(place))?.projectNo).toBe(shown);
    const elsewhere = { ...contact, hall: '330604-H1' };
    const stored = await report(world, stranger, { ...invented, contact: elsewhere });
    expect(outcomesOf(stored)).toEqual(['stored']);
    expect((await world.stores.cases.shownAt(place))?.projectNo).toBe(shown);
  });
});

describe('a case outside the scope of the key', () => {
  it.each(narrow)('for %s is unknown to it, and another key reads it', async (_what, scope) => {
    const world = newWorld();
    const wide = await world.integrator(['cases']);
    const projectNo = await world.acceptedCase(wide);
    const beside = await world.integrator(['cases'], scope, wide.accessKey);
    expect(await read(world, wide, projectNo)).toBe('200');
    expect(await read(world, beside, projectNo)).toBe('404 case_unknown');
    expect(await read(world, beside, nextProjectNo())).toBe('404 case_unknown');
  });
});

describe('an invitation', () => {
  it.each(narrow)('for a case of %s is refused', async (_what, scope, told) => {
    const world = newWorld();
    const wide = await world.integrator();
    const projectNo = await world.acceptedCase(wide);
    const beside = await world.integrator(['invitations'], scope, wide.accessKey);
    const before = world.stores.memory.writes();
    const reply = await invite(world, beside, projectNo);
    expect(outcomeOf(reply)).toBe('403 outside_scope_of_key');
    const [member] = told.split(' ');
    expect(toldOf('', bodyOf<Problem>(reply))).toBe(`outside_scope_of_key ${member} /projectNo`);
    expect(world.stores.memory.count('invitation')).toBe(0);
    expect(world.stores.memory.writes()).toBe(before);
    expect(outcomeOf(await invite(world, wide, projectNo))).toBe('201');
  });

  it('over a channel outside the scope is refused, known case or not', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases', 'invitations'], { channels: ['qr'] });
    const projectNo = await world.acceptedCase(key);
    for (const number of [projectNo, nextProjectNo()]) {
      const reply = await invite(world, key, number, 'portal');
      expect(toldOf('', bodyOf<Problem>(reply))).toBe('outside_scope_of_key channels /channel');
    }
    expect(outcomeOf(await invite(world, key, projectNo, 'qr'))).toBe('201');
  });

  it('is for the cases of the own system only', async () => {
    const world = newWorld();
    const projectNo = await world.acceptedCase(await world.integrator());
    const other = await world.integrator(['cases', 'invitations']);
    expect(outcomeOf(await invite(world, other, projectNo))).toBe('404 case_unknown');
    expect(outcomeOf(await invite(world, other, nextProjectNo()))).toBe('404 case_unknown');
    expect(world.stores.memory.count('invitation')).toBe(0);
  });

  it('of the portal is for the cases of every system, within its scope', async () => {
    const world = newWorld();
    const projectNo = await world.acceptedCase(await world.integrator());
    const portal = await world.integrator(['portal']);
    expect(outcomeOf(await invite(world, portal, projectNo, 'portal'))).toBe('201');
    const county = await world.integrator(['portal'], { areas: ['330604'] });
    expect(outcomeOf(await invite(world, county, projectNo))).toBe('404 case_unknown');
    const few = await world.integrator(['portal'], { departments: [otherDepartment] });
    expect(outcomeOf(await invite(world, few, projectNo))).toBe('404 case_unknown');
    const numbered = await world.integrator(['portal'], { numberPrefixes: ['330604'] });
    expect(outcomeOf(await invite(world, numbered, projectNo))).toBe('403 outside_scope_of_key');
  });

  it('names a contact of the case', async () => {
    const world = newWorld();
    const key = await world.integrator(['cases', 'portal']);
    const projectNo = await world.acceptedCase(key);
    const body = { projectNo, serviceNumber: 9, channel: 'qr' };
    const reply = await world.call('POST /v1/invitations', { by: key, body });
    expect(outcomeOf(reply)).toBe('404 contact_unknown');
  });
});
