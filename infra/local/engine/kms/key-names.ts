import { ServiceError } from '../wire.ts';

/** A key of the template; each of its names refers to the same key. */
export interface KeyDefinition {
  readonly id: string;
  readonly arn: string;
  /** e.g. `alias/fields`. */
  readonly aliases: readonly string[];
}

export interface NamedKey {
  readonly id: string;
  readonly arn: string;
}

const HOME = 'arn:aws:kms:local:000000000000:';

export const keyNotFound = (name: string): ServiceError =>
  new ServiceError('NotFoundException', `Key '${name}' does not exist`);

/** Returns the name without region and account: `alias/…`, or the key id alone. */
const bareName = (name: string): string | undefined =>
  /^(?:arn:[\w-]+:kms:[\w-]*:\d*:)?(?:key\/)?(?<bare>(?:alias\/)?[\w/-]{1,200})$/u.exec(name)
    ?.groups?.['bare'];

const entriesOf = ({ id, arn, aliases }: KeyDefinition): readonly (readonly [string, NamedKey])[] =>
  [id, ...aliases].map((name) => [name, { id, arn }] as const);

/**
 * Maps names to keys. With the keys of the template, only these exist. Without them, every name
 * refers to a key of its own, even the alias and the id of the same key.
 */
export class KeyNames {
  readonly #defined: ReadonlyMap<string, NamedKey> | undefined;

  constructor(keys: readonly KeyDefinition[] | undefined) {
    this.#defined = keys && new Map(keys.flatMap(entriesOf));
  }

  /** Whether the keys come from a template, so that each exists before its first use. */
  get areDefined(): boolean {
    return this.#defined !== undefined;
  }

  /** Throws `NotFoundException` for a name that refers to no key. */
  resolve(name: string): NamedKey {
    const bare = bareName(name);
    if (bare === undefined) throw keyNotFound(name);
    if (this.#defined) {
      const key = this.#defined.get(bare);
      if (key) return key;
      throw keyNotFound(name);
    }
    if (name !== bare) return { id: bare, arn: name };
    return { id: bare, arn: `${HOME}${bare.startsWith('alias/') ? '' : 'key/'}${bare}` };
  }
}
