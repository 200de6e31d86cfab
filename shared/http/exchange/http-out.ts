import { NoAnswer } from '../../port/http-out.ts';
import type { HttpOut } from '../../port/http-out.ts';

const answerWithinMs = 5_000;

/** Enough for a robot's `errcode`; no page is read to its end. */
const mostBytes = 8 * 1024;

const beginningOf = async (answer: Response, most: number): Promise<string> => {
  const reader = answer.body?.getReader();
  if (reader === undefined) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
  }
  await reader.cancel();
  return Buffer.concat(parts).subarray(0, most).toString('utf8');
};

/** The platform's own `fetch`, limited in time and size. A redirect is an answer like any other. */
export const httpOut = (withinMs = answerWithinMs, most = mostBytes): HttpOut => ({
  async post({ url, headers, body }) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body,
        signal: AbortSignal.timeout(withinMs),
      });
      return { status: answer.status, body: await beginningOf(answer, most) };
    } catch (fault) {
      throw new NoAnswer('no answer came', { cause: fault });
    }
  },
});
