import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/**
 * Sign-ins, codes and grants of the local provider, in memory until they expire or the process
 * ends. The signing key must outlive a restart, an unfinished sign-in need not.
 */
class SessionMemory implements Adapter {
  readonly #kind: string;
  readonly #kept: Map<string, Kept>;

  constructor(kind: string, kept: Map<string, Kept>) {
    this.#kind = kind;
    this.#kept = kept;
  }

  upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const until = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000;
    this.#kept.set(this.#key(id), { payload, until });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#first((key) => key === this.#key(id)));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(
      this.#first((key, { payload }) => this.#owns(key) && payload.uid === uid),
    );
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(
      this.#first((key, { payload }) => this.#owns(key) && payload.userCode === userCode),
    );
  }

  consume(id: string): Promise<void> {
    const kept = this.#kept.get(this.#key(id));
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#kept.delete(this.#key(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#kept) {
      if (this.#owns(key) && payload.grantId === grantId) this.#kept.delete(key);
    }
    return Promise.resolve();
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`;
  }

  #owns(key: string): boolean {
    return key.startsWith(`${this.#kind}:`);
  }

  #first(wanted: (key: string, kept: Kept) => boolean): AdapterPayload | undefined {
    for (const [key, kept] of this.#kept) {
      if (kept.until <= Date.now()) this.#kept.delete(key);
      else if (wanted(key, kept)) return kept.payload;
    }
    return undefined;
  }
}

/** One memory for all kinds of one provider; two providers share nothing. */
export const sessionMemory = (): ((kind: string) => Adapter) => {
  const kept = new Map<string, Kept>();
  return (kind) => new SessionMemory(kind, kept);
};
