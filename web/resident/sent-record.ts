/** What this browser remembers of the links that it opened. */
import { orNothing } from './or-nothing.ts';

/** The reference of a link, its receipt once it has rated, and the number of its contest. */
export interface SentRecord {
  readonly ref: string;
  readonly receipt?: string | undefined;
  readonly contest?: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** As long as a link is valid. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const PREFIX = 'rated:';

/**
 * Returns the name of a link in the storage: its digest, because the link itself is a credential.
 * Undefined where the page has no secure context.
 */
export const nameOfLink = async (link: string): Promise<string | undefined> => {
  if (!('subtle' in crypto)) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(link));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return PREFIX + hex.join('');
};

const parseRecord = (text: string | null): SentRecord | undefined => {
  const record = JSON.parse(text ?? 'null') as SentRecord | null;
  return record !== null && Date.now() - record.at < KEPT_MS ? record : undefined;
};

export const readRecord = (name: string): SentRecord | undefined =>
  orNothing(() => parseRecord(localStorage.getItem(name)));

export const keepRecord = (name: string, record: Omit<SentRecord, 'at'>): void => {
  orNothing(() => localStorage.setItem(name, JSON.stringify({ ...record, at: Date.now() })));
};

/** Forgets links that are no longer valid. */
export const dropOldRecords = (): void => {
  orNothing(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX) && readRecord(name) === undefined) localStorage.removeItem(name);
    }
  });
};
