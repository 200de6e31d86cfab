import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod/mini';

import { defineKind, startVersions } from '../../shared/store/stored-kind.ts';
import type { StoredKind } from '../../shared/store/stored-kind.ts';
import { fromItem, toItem } from '../../shared/store/table.ts';
import type { Attributes } from '../../shared/store/table.ts';

/*
 * One kind in five releases: it had a name; it got parts of the name; it got tags. `pad` is only a
 * name that the table knows.
 */

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Split {
  readonly id: string;
  readonly family: string;
  readonly given: string;
}

interface Tagged extends Split {
  readonly tags: readonly string[];
  readonly note?: string | undefined;
}

const NamedBody = z.strictObject({ id: z.string(), name: z.string() });
const SplitBody = z.strictObject({ id: z.string(), family: z.string(), given: z.string() });
const TaggedBody = z.strictObject({
  id: z.string(),
  family: z.string(),
  given: z.string(),
  tags: z.array(z.string()),
  note: z.optional(z.string()),
});

const named = startVersions(1, NamedBody);
const split = named.next(SplitBody, ({ id, name }) => ({
  id,
  family: name.slice(0, 1),
  given: name.slice(1),
}));
const tagged = split.next(TaggedBody, (older) => ({ ...older, tags: [] }));

const first = defineKind<Named>()({ name: 'pad', writes: 1, versions: named });
/** Reads what the next release writes, and does not write it yet. */
const ahead = defineKind<Split>()({
  name: 'pad',
  writes: 1,
  versions: split,
  downcast: ({ id, family, given }): Named => ({ id, name: `${family}${given}` }),
});
const second = defineKind<Split>()({ name: 'pad', writes: 2, versions: split });
const third = defineKind<Tagged>()({ name: 'pad', writes: 3, versions: tagged });

const writing = (writes: number) => defineKind<Tagged>()({ name: 'pad', writes, versions: tagged });

const key = { pk: 'PAD#1', sk: 'PAD' };

const written = <T extends object>(kind: StoredKind<T>, body: NoInfer<T>): Attributes =>
  toItem({ key, kind }, body);

const old: Named = { id: '1', name: '王示例' };
const divided: Split = { id: '1', family: '王', given: '示例' };

describe('a kind with three versions', () => {
  it('is read in its newest form, whichever release wrote it', () => {
    expect(fromItem(third, written(first, old))).toStrictEqual({ ...divided, tags: [] });
    expect(fromItem(third, written(second, divided))).toStrictEqual({ ...divided, tags: [] });
    const newest = { ...divided, tags: ['a'], note: 'n' };
    expect(fromItem(third, written(third, newest))).toStrictEqual(newest);
  });

  it('is written in the newest version', () => {
    expect(written(third, { ...divided, tags: [] })['v']).toEqual({ N: '3' });
  });

  it('fits the schema of the version that it names, not another', () => {
    const item = written(second, divided);
    expect(() => fromItem(third, { ...item, v: { N: '3' } })).toThrow(
      'pad PAD#1 PAD, version 3: does not fit the schema at tags',
    );
    expect(() => fromItem(third, { ...item, v: { N: '1' } })).toThrow(
      'version 1: does not fit the schema at name, family, given',
    );
  });

  it('is unknown to a release two versions behind, and to one that forgot the oldest', () => {
    const item = written(third, { ...divided, tags: [] });
    expect(() => fromItem(ahead, item)).toThrow('a version that this release does not know');
    const late = defineKind<Tagged>()({
      name: 'pad',
      writes: 3,
      versions: startVersions(2, SplitBody).next(TaggedBody, (body) => ({ ...body, tags: [] })),
    });
    expect(fromItem(late, written(second, divided))).toStrictEqual({ ...divided, tags: [] });
    expect(() => fromItem(late, written(first, old))).toThrow('a version that this release');
  });
});

describe('a release whose readers are one version ahead', () => {
  it('reads what the next release writes', () => {
    expect(fromItem(ahead, written(second, divided))).toStrictEqual(divided);
  });

  it('writes what the previous release reads', () => {
    const item = written(ahead, divided);
    expect(item['v']).toEqual({ N: '1' });
    expect(fromItem(first, item)).toStrictEqual(old);
    expect(fromItem(ahead, item)).toStrictEqual(divided);
  });

  it('is written through a conversion, which no other release has', () => {
    expect(() => defineKind<Split>()({ name: 'pad', writes: 1, versions: split })).toThrow(
      'a downcast is needed',
    );
    expect(() =>
      defineKind<Split>()({ name: 'pad', writes: 2, versions: split, downcast: (body) => body }),
    ).toThrow('a downcast is needed');
  });

  it('is one version ahead, and no more', () => {
    expect(() => writing(1)).toThrow('more than one version ahead');
    expect(() => writing(4)).toThrow('no schema of the version that is written');
    expect(() => writing(0)).toThrow('no schema of the version that is written');
  });

  it('does not write what does not fit the version it writes', () => {
    const wrong = defineKind<Split>()({
      name: 'pad',
      writes: 1,
      versions: split,
      downcast: (body) => body,
    });
    expect(() => written(wrong, divided)).toThrow(
      'pad PAD#1 PAD, version 1: does not fit the schema at name, family, given',
    );
  });
});

const define = <S>(schema: z.core.$ZodType<S>) =>
  ({ name: 'pad', writes: 1, versions: startVersions(1, schema) }) as const;

describe('the compiler refuses', () => {
  it('a schema without a member of the type, also an optional one', () => {
    interface Wanted extends Named {
      readonly more?: string | undefined;
    }
    // @ts-expect-error: the schema has no `more`
    defineKind<Wanted>()(define(NamedBody));
    // @ts-expect-error: the schema has no `name`
    defineKind<Named>()(define(z.strictObject({ id: z.string() })));
    expectTypeOf(defineKind<Named>()(define(NamedBody))).toEqualTypeOf<StoredKind<Named>>();
  });

  it('a schema with a member that the type lacks, also an optional one', () => {
    const more = z.strictObject({ id: z.string(), name: z.string(), more: z.optional(z.string()) });
    // @ts-expect-error: the type has no `more`
    defineKind<Named>()(define(more));
    // @ts-expect-error: the type has no `given`
    defineKind<{ id: string; family: string }>()(define(SplitBody));
    expectTypeOf(defineKind<Split>()(define(SplitBody))).toEqualTypeOf<StoredKind<Split>>();
  });

  it('a member that is optional on one side, of another type, or deep inside', () => {
    const optional = z.strictObject({ id: z.string(), name: z.optional(z.string()) });
    // @ts-expect-error: `name` is optional in the schema
    defineKind<Named>()(define(optional));
    // @ts-expect-error: `name` is optional in the type
    defineKind<{ id: string; name?: string | undefined }>()(define(NamedBody));
    // @ts-expect-error: `name` is a number in the type
    defineKind<{ id: string; name: number }>()(define(NamedBody));
    const deep = z.strictObject({ of: z.array(z.strictObject({ id: z.string() })) });
    interface Deep {
      readonly of: readonly { readonly id: string }[];
    }
    expectTypeOf(defineKind<Deep>()(define(deep))).toEqualTypeOf<StoredKind<Deep>>();
    // @ts-expect-error: the type has an optional member inside
    defineKind<{ of: { id: string; more?: string | undefined }[] }>()(define(deep));
    const wide = z.strictObject({ of: z.enum(['a', 'b', 'c']) });
    // @ts-expect-error: the type has fewer names
    defineKind<{ of: 'a' | 'b' }>()(define(wide));
  });

  it('a member with a name of the table', () => {
    // @ts-expect-error: `kind` is an attribute of the table
    defineKind<{ kind: string }>()(define(z.strictObject({ kind: z.string() })));
    const either = z.discriminatedUnion('a', [
      z.strictObject({ a: z.literal(1) }),
      z.strictObject({ a: z.literal(2), ttl: z.number() }),
    ]);
    // @ts-expect-error: `ttl` is an attribute of the table, in one member of a union too
    defineKind<{ a: 1 } | { a: 2; ttl: number }>()(define(either));
    // @ts-expect-error: any name could be one of the table
    defineKind<Record<string, string>>()(define(z.record(z.string(), z.string())));
    expect(() => written(first, { ...old, ttl: 1 } as Named)).toThrow('reserved names: ttl');
  });
});
