import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { caseEventTypes } from '../../shared/domain/case/case.ts';
import { foldCaseEvent } from '../../shared/domain/case/event.ts';
import { ticketNoticeTypes } from '../../shared/domain/notice/notice-type.ts';
import { noticesOf, ticketBoxKinds } from '../../shared/domain/notice/notice.ts';
import { storedCase } from '../../shared/store/case/schema.ts';
import { kinds, reservedNames } from '../../shared/store/kind.ts';
import { storedNotice } from '../../shared/store/notice/schema.ts';
import { storedPolicy } from '../../shared/store/policy/schema.ts';
import { StoredItemFault } from '../../shared/store/stored-item-fault.ts';
import type { StoredKind } from '../../shared/store/stored-kind.ts';
import { fromItem, toItem } from '../../shared/store/table.ts';
import type { Attributes } from '../../shared/store/table.ts';
import { sampleCase } from '../contract/suite/sample.ts';
import { opening, openedAt, twoRules } from '../domain/ticket/ticket-random.ts';
import { momentBetween } from '../domain/time/shanghai.ts';
import { examples } from './examples.table.ts';
import type { Example } from './examples.table.ts';

const key = { pk: 'PK#1', sk: 'SK#1' };
const index = { listPk: 'L', listSk: '1', duePk: 'D', dueSk: '2' };

const written = <T extends object>(kind: StoredKind<T>, body: NoInfer<T>): Attributes =>
  toItem({ key, kind, list: index, due: index, ttl: 1_800_000_000 }, body);

const again = <T extends object>(kind: StoredKind<T>, body: NoInfer<T>): T =>
  fromItem(kind, written(kind, body));

const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (fault) {
    if (fault instanceof StoredItemFault) return fault.message;
    throw fault;
  }
  return 'no fault';
};

const all = Object.entries<Example>(examples).flatMap(([name, { kind, bodies }]) =>
  bodies.map((body, number) => ({ name, kind, body, title: `${name} ${number}` })),
);

type Path = readonly string[];

/** The paths of all members, at any depth. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [path];
  const inside = Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...path, name]));
  return path.length === 0 ? inside : [path, ...inside];
};

const parentsIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const inside = Object.entries(value).flatMap(([name, part]) => parentsIn(part, [...path, name]));
  return Array.isArray(value) ? inside : [path, ...inside];
};

type Change = (parent: Record<string, unknown>, name: string) => void;

/** A copy in which no object occurs twice, so that a change concerns one place. */
const copyOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)]));
};

/** A copy of the body with one member changed. */
const changed = (body: object, path: Path, change: Change): Record<string, unknown> => {
  const copy = copyOf(body) as Record<string, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce((inside, name) => inside[name] as Record<string, unknown>, copy);
  change(parent, path.at(-1)!);
  return copy;
};

const wrongFor = (value: unknown): unknown => (typeof value === 'boolean' ? 'text' : true);

/** An item as another program would write it. */
const foreign = (kind: StoredKind<object>, body: object): Attributes =>
  marshall({ ...body, ...key, kind: kind.name, v: kind.writes });

describe('an item of every kind', () => {
  it('is defined under its own name', () => {
    expect(Object.entries(examples).map(([name, { kind }]) => [name, kind.name])).toEqual(
      Object.keys(examples).map((name) => [name, name]),
    );
    expect(Object.keys(examples).toSorted()).toEqual(kinds.toSorted());
  });

  it.each(all)('comes back as it was written: $title', ({ kind, body, name }) => {
    const item = written(kind, body);
    expect(unmarshall(item)).toMatchObject({ ...key, ...index, kind: name, v: kind.writes });
    expect(fromItem(kind, item)).toStrictEqual(body);
  });

  it.each(all)('does not fit with a wrong member anywhere: $title', ({ kind, body }) => {
    const paths = pathsIn(body);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const wrong = changed(body, path, (parent, name) => {
        // oxlint-disable-next-line no-param-reassign
        parent[name] = wrongFor(parent[name]);
      });
      const message = `does not fit the schema at ${path.join('.')}`;
      expect(faultOf(() => fromItem(kind, foreign(kind, wrong)))).toContain(message);
      expect(faultOf(() => kind.toBody(key, wrong))).toContain(message);
    }
  });

  it.each(all)('does not fit with an unknown member anywhere: $title', ({ kind, body }) => {
    for (const path of parentsIn(body)) {
      const more = changed(body, [...path, 'surplus'], (parent, name) => {
        // oxlint-disable-next-line no-param-reassign
        parent[name] = { of: true };
      });
      const message = `does not fit the schema at ${[...path, 'surplus'].join('.')}`;
      expect(faultOf(() => fromItem(kind, foreign(kind, more)))).toContain(message);
      expect(faultOf(() => kind.toBody(key, more))).toContain(message);
    }
  });

  it.each(all)('says what is missing, or needs nothing more: $title', ({ kind, body }) => {
    for (const path of pathsIn(body).filter((path) => !/^\d+$/.test(path.at(-1)!))) {
      const less = changed(body, path, (parent, name) => {
        // oxlint-disable-next-line no-param-reassign, typescript/no-dynamic-delete
        delete parent[name];
      });
      const fault = faultOf(() => expect(fromItem(kind, foreign(kind, less))).toStrictEqual(less));
      expect(['no fault', expect.stringContaining(`schema at ${path.join('.')}`)]).toContainEqual(
        fault,
      );
    }
  });

  it.each(all)('has no member with a name of the table: $title', ({ kind, body }) => {
    for (const name of reservedNames) {
      const label = `${kind.name} PK#1 SK#1, version ${kind.writes}`;
      const message = `${label}: has members with reserved names: ${name}`;
      expect(faultOf(() => written(kind, { ...body, [name]: 'x' }))).toBe(message);
    }
  });

  it.each(all)('is read as nothing else: $title', ({ kind, body }) => {
    const item = written(kind, body);
    const { v: _v, ...old } = item;
    const other = kind === examples.pad.kind ? examples.window.kind : examples.pad.kind;
    const label = `${kind.name} PK#1 SK#1`;
    const outcome = (read: Attributes, as = kind): string => faultOf(() => fromItem(as, read));
    expect(outcome(old)).toBe(`${label}: was written by a release before versions`);
    for (const v of ['0', String(kind.writes + 1), '1.5', '-1']) {
      expect(outcome({ ...item, v: { N: v } })).toBe(
        `${label}, version ${v}: has a version that this release does not know`,
      );
    }
    expect(outcome(item, other)).toBe(
      `${label}, version ${kind.writes}: expected an item of kind ${other.name}`,
    );
    const strange: Record<string, AttributeValue> = { ...item, kind: { S: 'strange' } };
    expect(outcome(strange)).toContain(
      `strange PK#1 SK#1, version ${kind.writes}: expected an item of kind`,
    );
  });
});

describe('a fault', () => {
  const { kind, bodies } = examples.rating;

  it('names some members that do not fit, and no value', () => {
    const body = {
      ...bodies[0],
      level: 'ＬＥＶＥＬ',
      sealedText: 9,
      fingerprint: 8,
      tags: ['a', 7],
    };
    const message = faultOf(() => fromItem(kind, foreign(kind, body)));
    expect(message).toBe(
      'rating PK#1 SK#1, version 5: does not fit the schema at level, tags.1, sealedText, fingerprint',
    );
  });

  it('is none in a rating of the versions before, which have fewer members', () => {
    const {
      issuer,
      issuedAt,
      match,
      applicantMark,
      trace,
      sender,
      generation,
      publishConsent,
      contested,
      ...second
    } = (bodies[0] ?? {}) as Record<string, unknown>;
    const third = [issuer, issuedAt, match, applicantMark, trace, sender, generation];
    expect([...third, publishConsent]).not.toContain(undefined);
    expect(contested).toBe('upheld');
    const { doubts, claimImplausible, bound, heldSince, takenUp, ...first } = second;
    expect([doubts, claimImplausible, bound, heldSince, takenUp]).not.toContain(undefined);
    for (const [v, older] of [first, second].entries()) {
      const item = { ...written(kind, older), v: { N: String(v + 1) } };
      expect(fromItem(kind, item)).toStrictEqual(older);
    }
  });

  it.each(['integrator', 'pad'] as const)('is none in %s without an issuer', (name) => {
    const { kind, bodies } = examples[name];
    const later = new Set(['issuer', 'health', 'suspensions', 'enrolledAt', 'formerKeys']);
    const all = Object.entries(bodies[0] ?? {}).filter(([member]) => !later.has(member));
    const older = Object.fromEntries(all) as (typeof bodies)[0];
    expect(fromItem(kind, { ...written(kind, older), v: { N: '1' } })).toStrictEqual(older);
  });

  it('is none in a counter of the first version', () => {
    const counter = examples.figure;
    const all = Object.entries(counter.bodies[0] ?? {});
    const older = Object.fromEntries(all.filter(([n]) => !/^(?:proof|contest|lapsed):/.test(n)));
    expect(Object.keys(older).length).toBeLessThan(all.length);
    const item = { ...written(counter.kind, older as (typeof counter.bodies)[0]), v: { N: '1' } };
    expect(fromItem(counter.kind, item)).toStrictEqual(older);
  });

  it('keeps to a few of many', () => {
    expect(faultOf(() => fromItem(kind, foreign(kind, {}))).split(', ')).toHaveLength(6);
  });

  it('refuses a moment that was not brought into its form', () => {
    for (const receivedAt of [
      '2026-11-20T01:30:00Z',
      '2026-11-20T09:30:00.000+08:00',
      '2026-11-20 01:30:00.000',
    ]) {
      const body = { ...bodies[0], receivedAt };
      expect(faultOf(() => fromItem(kind, foreign(kind, body)))).toContain('schema at receivedAt');
    }
  });
});

describe('generated bodies come back as they were written', () => {
  it('policies, and notices of tickets under them', () => {
    fc.assert(
      fc.property(twoRules, opening, ({ late: rules }, at) => {
        const { policy } = rules;
        expect(again(storedPolicy, { policy, by: 'u1', at })).toEqual({ policy, by: 'u1', at });
        const requested = ticketNoticeTypes.flatMap((type) =>
          ticketBoxKinds.map((to) => ({ type, to })),
        );
        for (const notice of noticesOf(openedAt(at, rules), requested, { at, rules })) {
          expect(again(storedNotice, notice)).toStrictEqual(notice);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('cases folded from events', () => {
    const { timeline: _t, contacts: _c, version: _v, source, projectNo, ...header } = sampleCase();
    const entry = fc.record({
      eventId: fc.uuid(),
      type: fc.constantFrom(...caseEventTypes),
      at: momentBetween('2026-01-05', '2026-11-30'),
      accessKey: fc.constant('AK1'),
      step: fc.option(fc.record({ name: fc.string() }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const folded = entries.reduce<ReturnType<typeof sampleCase> | undefined>((known, one) => {
          const told = foldCaseEvent(known, { ...one, projectNo, header }, source);
          return told.ok && told.outcome === 'stored' ? told.next : known;
        }, undefined);
        expect(again(storedCase, folded!)).toEqual(folded);
      }),
      { numRuns: 100 },
    );
  });

  it('cases of the version before, with their promise as that of their first event', () => {
    const known = sampleCase({ promise: { yellowAt: sampleCase().timeline[0]!.at } });
    const item = { ...written(storedCase, known), v: { N: '1' } };
    const { matter, timeline, ...rest } = fromItem(storedCase, item);
    expect(rest).toMatchObject({ promiseWorkingDays: 5, attentionAt: known.promise?.yellowAt });
    expect(matter.code).toBe(known.matter.code);
    expect(timeline).toEqual([{ ...known.timeline[0], promiseWorkingDays: 5 }]);
    const { promiseWorkingDays: _days, ...bare } = sampleCase();
    const unpromised = { ...written(storedCase, bare), v: { N: '1' } };
    expect(fromItem(storedCase, unpromised)).toEqual({ ...bare, attentionAt: undefined });
  });

  it('absent members are not written, and stay absent', () => {
    const { promise: _promise, ...known } = sampleCase();
    const item = written(storedCase, { ...known, promise: undefined });
    for (const one of [item, fromItem(storedCase, item)]) expect(one).not.toHaveProperty('promise');
    expect(again(storedCase, known).applicant).not.toHaveProperty('maskedMobile');
  });
});
