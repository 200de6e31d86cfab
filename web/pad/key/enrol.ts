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
  /** What this device was until the server revoked it. */
  readonly revoked: PadIdentity | null;
}

interface Enrolment {
  readonly pad: PadIdentity;
  readonly offset: number;
  readonly highest: number;
}

const shortestCode = 8;

const isCode = (typed: string): boolean => typed.replace(/[\s-]/g, '').length >= shortestCode;

/** Returns the pad whose ratings the device still holds: only that pad can send them. */
const heldIn = async ({ database, revoked }: EnrolDeps): Promise<PadIdentity | null> =>
  (await database.read('ratings', (ratings) => ratings.count())) === 0 ? null : revoked;

/** Shows that this browser stores keys and returns them. Undefined when it does not. */
const prepare = async (deps: EnrolDeps) => {
  const { database, crypto } = deps;
  try {
    await writeSettings(database, { prepared: await createSealKey(crypto) });
    const seal = await readSetting(database, 'prepared');
    return seal && { seal, held: await heldIn(deps) };
  } catch {
    return undefined;
  }
};

/** The server refuses these before it looks at the code. */
const isUntouched = (status: number): boolean => status === 429 || status === 503;

const phaseOf = (status: number, wasLost: boolean): EnrolPhase => {
  if (isUntouched(status)) return 'unreachable';
  if (status === 409) return 'other_pad';
  if (status >= 500) return 'lost';
  return wasLost ? 'spent' : 'refused';
};

const isEnrolAnswer = (body: unknown): body is EnrolAnswer => {
  const { padId, number, key, highest } = (body ?? {}) as Partial<EnrolAnswer>;
  const isPad = typeof padId === 'string' && typeof number === 'number';
  return isPad && typeof key === 'string' && typeof highest === 'number';
};

/** A pad counts on behind what the server has of it, and behind what the device still holds. */
const keep = async (
  { pad, offset, highest }: Enrolment,
  database: Database,
  held: PadIdentity | null,
): Promise<void> => {
  const counted = held === null ? 1 : ((await readSetting(database, 'next')) ?? 1);
  await database.write((of) => {
    const settings = of('settings');
    for (const name of ['prepared', 'revoked', 'shown']) settings.delete(name);
    const values = { pad, offset, next: Math.max(counted, highest + 1), faults: 0 };
    for (const [name, value] of Object.entries(values)) settings.put(value, name);
  });
};

/** The header counts in seconds; the first signed answer makes it exact. */
const offsetOf = (date: string | null, now: number): number => {
  const server = Date.parse(date ?? '');
  return Number.isNaN(server) ? 0 : server - now;
};

export const spendCode = async (code: string, deps: EnrolDeps): Promise<Enrolled> => {
  const { database, crypto, wasLost } = deps;
  if (!isCode(code)) return { ok: false, phase: 'not_a_code' };
  const prepared = await prepare(deps);
  if (prepared === undefined) return { ok: false, phase: 'unfit' };
  const { held, seal } = prepared;
  const asked = { code: code.trim(), ...(held && { padId: held.padId }) };
  const answer = await postJson('/v1/pads/enrol', asked, deps);
  if (answer === undefined) return { ok: false, phase: 'lost' };
  const { status, body, date } = answer;
  if (status !== 201) return { ok: false, phase: phaseOf(status, wasLost) };
  if (!isEnrolAnswer(body)) return { ok: false, phase: 'lost' };
  try {
    const sign = await importSignKey(crypto, body.key);
    const { padId, number, highest } = body;
    const pad = { padId, number, sign, seal: held?.seal ?? seal };
    await keep({ pad, highest, offset: offsetOf(date, deps.now()) }, database, held);
    return { ok: true, pad };
  } catch {
    return { ok: false, phase: 'key_lost' };
  }
};
