import * as z from 'zod/mini';

import type { ItemKey } from './keys.ts';
import { isReservedName } from './kind.ts';
import type { Kind, ReservedName } from './kind.ts';
import { StoredItemFault } from './stored-item-fault.ts';
import type { ItemLabel } from './stored-item-fault.ts';

/** The members of an item that belong to the stored object. */
type Body = Readonly<Record<string, unknown>>;

/** How the items of one kind are written and read; `T` is the object that stores work with. */
export interface StoredKind<T> {
  readonly name: Kind;
  /** The version that writers write. */
  readonly writes: number;
  /**
   * Returns the body to write.
   *
   * @throws StoredItemFault when readers would refuse it
   */
  toBody(key: ItemKey, of: T): Body;
  /**
   * Returns the stored object in its newest form.
   *
   * @throws StoredItemFault when the item is of another kind, or its version or body is unknown
   */
  read(label: ItemLabel, body: Body): T;
}

type BodySchema<S> = z.core.$ZodType<S>;

interface Version {
  readonly schema: BodySchema<unknown>;
  /** Converts the form of the version before; absent on the oldest one. */
  readonly upcast?: ((older: never) => unknown) | undefined;
}

/** The versions that readers accept, without gaps; `S` is the form of the newest. */
export interface Versions<S> {
  readonly oldest: number;
  readonly all: readonly Version[];
  /** Adds the next version, and how a body of the version before becomes one of it. */
  next<N>(schema: BodySchema<N>, upcast: (older: S) => N): Versions<N>;
}

const toVersions = <S>(oldest: number, all: readonly Version[]): Versions<S> => ({
  oldest,
  all,
  next: (schema, upcast) => toVersions(oldest, [...all, { schema, upcast }]),
});

/** Begins the versions of a kind with the oldest that some item may still have. */
export const startVersions = <S>(oldest: number, schema: BodySchema<S>): Versions<S> =>
  toVersions(oldest, [{ schema }]);

interface Definition<T, S> {
  readonly name: Kind;
  readonly writes: number;
  readonly versions: Versions<S>;
  /** Only while `writes` is not the newest version: returns the body in the form of `writes`. */
  readonly downcast?: (of: T) => object;
}

/** A type without `readonly`, which has no meaning for an item. */
type Plain<T> = T extends string | number | boolean | Uint8Array | null | undefined
  ? T
  : { -readonly [Name in keyof T]: Plain<T[Name]> };

/** Whether two types are the same, including which members are optional. */
type IsSame<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

type NameIn<T> = T extends unknown ? keyof T : never;
type MemberOf<T, Name> = T extends unknown
  ? Name extends keyof T
    ? Pick<T, Name>
    : undefined
  : never;

type DifferingName<A, B> = {
  [Name in NameIn<A> | NameIn<B>]: IsSame<MemberOf<A, Name>, MemberOf<B, Name>> extends true
    ? never
    : Name;
}[NameIn<A> | NameIn<B>];

/** Fails to compile with the names of the members that cannot be stored as they are. */
type Fits<T, S> = [NameIn<T> & ReservedName] extends [never]
  ? IsSame<Plain<T>, Plain<S>> extends true
    ? unknown
    : { readonly schemaDiffersInMember: DifferingName<Plain<T>, Plain<S>> }
  : { readonly memberHasReservedName: NameIn<T> & ReservedName };

const mostNamed = 5;

type Path = readonly string[];

const longestIn = (paths: readonly Path[]): number =>
  Math.max(0, ...paths.map((path) => path.length));

/** Of a union, the paths of the alternative that fits furthest. */
const pathsOf = (issue: z.core.$ZodIssue): readonly Path[] => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => [...path, name]);
  const inner = issue.code === 'invalid_union' ? issue.errors : [];
  const alternatives = inner.map((issues) => issues.flatMap((one) => pathsOf(one)));
  const furthest = alternatives.toSorted((a, b) => longestIn(b) - longestIn(a))[0] ?? [];
  return longestIn(furthest) === 0 ? [path] : furthest.map((rest) => [...path, ...rest]);
};

/** Returns where a body does not fit; unknown members are named, values are not. */
const misfitsIn = (issues: readonly z.core.$ZodIssue[]): string => {
  const paths = issues.flatMap((issue) => pathsOf(issue)).map((path) => path.join('.'));
  const named = paths.slice(0, mostNamed).map((path) => (path === '' ? 'the whole body' : path));
  return `does not fit the schema at ${named.join(', ')}`;
};

/** @throws StoredItemFault */
const requireFit = (schema: BodySchema<unknown>, label: ItemLabel, body: Body): unknown => {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  throw new StoredItemFault(label, misfitsIn(parsed.error.issues));
};

/** @throws StoredItemFault */
const requireOwnNames = (label: ItemLabel, body: object): void => {
  const taken = Object.keys(body).filter((name) => isReservedName(name));
  if (taken.length === 0) return;
  throw new StoredItemFault(label, `has members with reserved names: ${taken.join(', ')}`);
};

/** Returns the versions from `v` on; empty when that version is unknown. */
const versionsFrom = ({ oldest, all }: Versions<unknown>, v: number): readonly Version[] => {
  const place = v - oldest;
  return Number.isInteger(place) && place >= 0 ? all.slice(place) : [];
};

/** @throws StoredItemFault */
const requireVersion = (name: Kind, label: ItemLabel): number => {
  if (label.kind !== name) throw new StoredItemFault(label, `expected an item of kind ${name}`);
  if (label.v !== undefined) return label.v;
  throw new StoredItemFault(label, 'was written by a release before versions');
};

const createKind = <T extends object, S>(definition: Definition<T, S>): StoredKind<T> => {
  const { name, writes, versions, downcast } = definition;
  const [written, ...ahead] = versionsFrom(versions, writes);
  if (written === undefined) throw new Error(`${name}: no schema of the version that is written`);
  if (ahead.length > 1) throw new Error(`${name}: readers are more than one version ahead`);
  if ((ahead.length === 1) !== (downcast !== undefined)) {
    throw new Error(`${name}: a downcast is needed exactly while readers are a version ahead`);
  }
  return {
    name,
    writes,
    toBody(key, of) {
      const label = { ...key, kind: name, v: writes };
      const body: object = downcast === undefined ? of : downcast(of);
      requireOwnNames(label, body);
      requireFit(written.schema, label, body as Body);
      return body as Body;
    },
    read(label, body) {
      const [found, ...newer] = versionsFrom(versions, requireVersion(name, label));
      if (found === undefined) {
        throw new StoredItemFault(label, 'has a version that this release does not know');
      }
      const first = requireFit(found.schema, label, body);
      return newer.reduce((older, { upcast }) => upcast?.(older as never), first) as T;
    },
  };
};

/**
 * Defines how the objects of a type are stored. The newest schema must have exactly the members of
 * the type, so neither can get a member that the other lacks.
 */
export const defineKind =
  <T extends object>() =>
  <S>(definition: Definition<T, S> & Fits<T, S>): StoredKind<T> =>
    createKind<T, S>(definition);
