import type { PadDeps } from '../ports.ts';

export type FetchDeps = Pick<PadDeps, 'after' | 'fetch'>;

export interface Answered {
  readonly status: number;
  /** Undefined where it is empty or cannot be read. */
  readonly body: unknown;
  readonly etag: string | null;
  /** RFC 1123. */
  readonly date: string | null;
}

/** A hall's network may be slow; a page that waits longer waits for nothing. */
const longestMs = 20_000;

const readBody = async (answer: Response): Promise<unknown> => {
  const text = await answer.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Returns undefined when no answer came, or only half of one. */
export const fetchAnswer = async (
  path: string,
  init: RequestInit,
  { fetch, after }: FetchDeps,
): Promise<Answered | undefined> => {
  const abort = new AbortController();
  const stop = after(longestMs, () => abort.abort());
  try {
    const answer = await fetch(path, { ...init, cache: 'no-store', signal: abort.signal });
    const { status, headers } = answer;
    const body = await readBody(answer);
    return { status, body, etag: headers.get('etag'), date: headers.get('date') };
  } catch {
    return undefined;
  } finally {
    stop();
  }
};

export const postJson = (
  path: string,
  body: object,
  deps: FetchDeps,
): Promise<Answered | undefined> =>
  fetchAnswer(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    deps,
  );
