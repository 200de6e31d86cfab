import type { PadFacts } from '../server/answers.ts';
import type { Indicators } from '../words.ts';
import type { Database } from './database.ts';

/** What an enrolled pad is. Neither key can be exported by a script. */
export interface PadIdentity {
  readonly padId: string;
  readonly number: number;
  /** HMAC-SHA256: signs calls, and makes claim codes. */
  readonly sign: CryptoKey;
  /** AES-GCM: encrypts what waits. */
  readonly seal: CryptoKey;
}

/** What the pad shows after a restart without a network. */
export interface LastShown {
  readonly facts: PadFacts;
  readonly indicators: Indicators;
}

export interface Settings {
  readonly next: number;
  readonly pad: PadIdentity;
  readonly offset: number;
  readonly faults: number;
  readonly shown: LastShown;
  readonly revoked: true;
  /** Written, read and deleted by the probe. */
  readonly probe: string;
  /** The key that an enrolment is about to use: proof that keys can be stored here. */
  readonly prepared: CryptoKey;
}

export const readSetting = <Name extends keyof Settings>(
  database: Database,
  name: Name,
): Promise<Settings[Name] | undefined> => database.read('settings', (store) => store.get(name));

export const writeSettings = (database: Database, values: Partial<Settings>): Promise<void> =>
  database.write((of) => {
    for (const [name, value] of Object.entries(values)) of('settings').put(value, name);
  });
