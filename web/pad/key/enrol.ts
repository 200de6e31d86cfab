/**
 * Spends the one-time code. Everything that can fail without it is tried first; the key is not kept
 * as a text anywhere.
 */
import type { PadDeps } from '../ports.ts';
import type { Database } from '../queue/database.ts';
import { createSealKey } from '../queue/seal.ts';
import { readSetting, writeSettings } from '../queue/settings.ts';
import type { PadIdentity } from '../queue/settings.ts';
import type { EnrolAnswer } from '../server/answers.ts';
import { postJson } from '../server/post-json.ts';
import { importSignKey } from './hmac.ts';
import type { EnrolPhase } from './phase.ts';

export type Enrolled =
  | { readonly ok: true; readonly pad: PadIdentity }
  | { readonly ok: false; readonly phase: EnrolPhase };

export interface EnrolDeps extends Pick<PadDeps, 'after' | 'crypto' | 'fetch' | 'now'> {
  readonly database: Database;
  /** An earlier attempt got no answer, and may have spent the code. */
  readonly wasLost: boolean;
}

const shortestCode = 8;

const isCode = (typed: string): boolean => typed.replace(/[\s-]/g, '').length >= shortestCode;

/** Shows that this browser stores keys and returns them. Undefined when it does not. */
const prepareSealKey = async ({ database, crypto }: EnrolDeps): Promise<CryptoKey | undefined> => {
  try {
    await writeSettings(database, { prepared: await createSealKey(crypto) });
    return await readSetting(database, 'prepared');
  } catch {
    return undefined;
  }
};

/** The server refuses these before it looks at the code. */
const isUntouched = (status: number): boolean => status === 429 || status === 503;

const phaseOf = (status: number, wasLost: boolean): EnrolPhase => {
  if (isUntouched(status)) return 'unreachable';
  if (status >= 500) return 'lost';
  return wasLost ? 'spent' : 'refused';
};

const isEnrolAnswer = (body: unknown): body is EnrolAnswer => {
  const { padId, number, key } = (body ?? {}) as Partial<EnrolAnswer>;
  return typeof padId === 'string' && typeof number === 'number' && typeof key === 'string';
};

/** A pad counts from 1 under a new key. */
const keep = (pad: PadIdentity, offset: number, database: Database): Promise<void> =>
  database.write((of) => {
    const settings = of('settings');
    for (const name of ['prepared', 'revoked', 'shown']) settings.delete(name);
    const values = { pad, offset, next: 1, faults: 0 };
    for (const [name, value] of Object.entries(values)) settings.put(value, name);
  });

/** The header counts in seconds; the first signed answer makes it exact. */
const offsetOf = (date: string | null, now: number): number => {
  const server = Date.parse(date ?? '');
  return Number.isNaN(server) ? 0 : server - now;
};

export const spendCode = async (code: string, deps: EnrolDeps): Promise<Enrolled> => {
  const { database, crypto, wasLost } = deps;
  if (!isCode(code)) return { ok: false, phase: 'not_a_code' };
  const seal = await prepareSealKey(deps);
  if (seal === undefined) return { ok: false, phase: 'unfit' };
  const answer = await postJson('/v1/pads/enrol', { code: code.trim() }, deps);
  if (answer === undefined) return { ok: false, phase: 'lost' };
  const { status, body, date } = answer;
  if (status !== 201) return { ok: false, phase: phaseOf(status, wasLost) };
  if (!isEnrolAnswer(body)) return { ok: false, phase: 'lost' };
  try {
    const sign = await importSignKey(crypto, body.key);
    const pad = { padId: body.padId, number: body.number, sign, seal };
    await keep(pad, offsetOf(date, deps.now()), database);
    return { ok: true, pad };
  } catch {
    return { ok: false, phase: 'key_lost' };
  }
};
