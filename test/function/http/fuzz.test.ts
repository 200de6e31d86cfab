import { randomUUID } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textPlace } from '../../../functions/rating/receive-rating.ts';
import { notePlace } from '../../../functions/ticket/command.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Given } from '../request.ts';
import { contact, newDesk } from '../ticket/desk.ts';
import { bodyOf, fridayMorning, newWorld, people } from '../world.ts';
import { jsonCall, jsonRoutes } from './json-call.ts';

const names = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '\u0000',
  '\uD800',
  '<b>',
  '0',
];

const scalars = [null, true, -0, 0.1, 2 ** 53, -1, 1e308, '', ' ', '\u200B', '\uD800', '\uFEFF'];
const forms = ['2026-11-30T08:00+08:00', '9999-99-99', '330602261120000000017', 'a'.repeat(5000)];
const nested = [[], {}, [[]], [null], { $ref: '#' }];

const ofDepth = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** Values that JSON can express and that some code somewhere does not expect. */
const anyValue = fc.oneof(
  fc.jsonValue({ noUnicodeString: false }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom<unknown>(...scalars, ...forms, ...nested),
  fc.integer({ min: 1, max: 3000 }).map(ofDepth),
);

type Change = (value: unknown) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

/** `place` chooses a member by its position, further in while there is one. */
const changeAt = (value: unknown, place: readonly number[], change: Change): unknown => {
  const [first, ...rest] = place;
  if (first === undefined || !isObject(value)) return change(value);
  const keys = Object.keys(value);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return change(value);
  const next = changeAt(value[key], rest, change);
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === key ? next : one));
  return { ...value, [key]: next };
};

/** From entries, because a literal `__proto__` would set the prototype. */
const withMember =
  (name: string, member: unknown): Change =>
  (value) =>
    isObject(value) && !Array.isArray(value)
      ? Object.fromEntries([...Object.entries(value), [name, member]])
      : [value, member];

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  anyValue.map(
    (other): Change =>
      () =>
        other,
  ),
  fc.tuple(fc.constantFrom(...names), anyValue).map(([name, member]) => withMember(name, member)),
  fc.constant<Change>((value) => [value, value]),
  fc.constant<Change>(() => undefined),
);

const anyShape = fc
  .array(fc.tuple(fc.array(fc.nat(9), { maxLength: 4 }), anyChange), { minLength: 1, maxLength: 3 })
  .map(
    (changes): Change =>
      (example) =>
        changes.reduce((value, [place, change]) => changeAt(value, place, change), example),
  );

const anyType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=gbk',
  'text/plain',
  'application/merge-patch+json',
  'application/json; charset=',
  '',
);
const anyEncoding = fc.constantFrom('', 'identity', 'gzip', 'br, gzip', '\u0000');

/** The bytes of the example with some of them changed, and what the gateway makes of them. */
const anyBytes = fc
  .tuple(fc.nat(), fc.uint8Array({ maxLength: 4 }), fc.nat(3), fc.boolean(), anyType, anyEncoding)
  .map(([at, put, taken, isText, type, encoding]) => (example: unknown): Given => {
    const bytes = Buffer.from(JSON.stringify(example));
    const place = at % (bytes.length + 1);
    const file = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + taken)]);
    const headers = { 'content-type': type, 'content-encoding': encoding };
    return { file, headers, ...(isText && { arrivesAs: file.toString('utf8') }) };
  });

const anySending = fc.oneof(
  anyShape.map((change) => (example: unknown): Given => {
    const body = change(example);
    return body === undefined ? {} : { body };
  }),
  anyBytes,
);

describe.each(jsonRoutes)('%s', (route) => {
  it('answers whatever comes, and stores nothing of what it refuses', async () => {
    const world = newWorld();
    const { given, example } = await jsonCall(route, world);
    await fc.assert(
      fc.asyncProperty(anySending, async (send) => {
        const before = world.stores.memory.writes();
        const sent = { ...given, ...send(example), nonce: randomUUID() };
        const { status, body } = await world.call(route, sent);
        expect([status < 500, body]).toEqual([true, body]);
        const isUntouched = world.stores.memory.writes() === before;
        expect(status < 400 || isUntouched).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('好', '\u200B', '\uD83D', '\uFFFD', '\uFEFF', '\u0000', '😡', ' ', 'é'),
  }),
);

/** As JSON writes it, or with every character escaped. */
const inJson = (value: string, isEscaped: boolean): string =>
  isEscaped
    ? `"${value
        .split('')
        .map((unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('')}"`
    : JSON.stringify(value);

describe('a text that is taken', () => {
  it('is stored as it was sent, at the ends trimmed: of a resident', async () => {
    const world = newWorld();
    const key = await world.integrator();
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, isEscaped) => {
        const projectNo = await world.acceptedCase(key);
        const token = await world.token(key, projectNo);
        const raw = `{"token":"${token}","level":"satisfied","text":${inJson(text, isEscaped)}}`;
        const { status } = await world.call('POST /v1/ratings', { raw });
        const rated = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
        const rating = await world.stores.ratings.find(rated);
        const { sealedText } = rating ?? {};
        const stored =
          sealedText && (await world.stores.keys.decrypt(sealedText, textPlace(projectNo, 1)));
        const expected = status === 201 ? text.trim() || undefined : undefined;
        expect([rating !== undefined, stored]).toEqual([status === 201, expected]);
      }),
    );
  });

  it('is stored as it was sent, at the ends trimmed: of staff', async () => {
    const desk = await newDesk();
    const { tickets, keys } = desk.world.stores;
    await fc.assert(
      fc.asyncProperty(anyText, async (note) => {
        const before = await tickets.steps(desk.id);
        const { status } = await desk.act(people.handler, { ...contact, note });
        const steps = await tickets.steps(desk.id);
        expect(steps.length - before.length).toBe(status === 200 ? 1 : 0);
        const sealed = steps[before.length]?.sealedNote;
        const stored = sealed && (await keys.decrypt(sealed, notePlace(desk.id)));
        expect(stored).toBe(status === 200 ? note.trim() : undefined);
      }),
      { numRuns: 50 },
    );
  });

  it('is stored as it was sent, at the ends trimmed: of a system', async () => {
    const world = newWorld();
    const by = await world.integrator();
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const projectNo = nextProjectNo();
        const event = acceptedEvent({ projectNo, at: fridayMorning });
        const events = [{ ...event, step: { name } }];
        const reply = await world.call('POST /v1/cases', {
          by,
          body: { events },
          nonce: randomUUID(),
        });
        const isStored = reply.status === 200 && bodyOf<{ stored: number }>(reply).stored === 1;
        const known = await world.stores.cases.find(projectNo);
        expect(known?.timeline[0]?.step?.name).toBe(isStored ? name.trim() : undefined);
      }),
    );
  });
});
