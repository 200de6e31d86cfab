import { ExpectationFailed } from '../player/expectation.ts';
import type { Stage } from './stage.ts';

export interface Download {
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** Downloads a file as this account, byte for byte. */
export const downloadFile = async (
  { url, tokenOf }: Stage,
  account: string,
  path: string,
): Promise<Download> => {
  const authorization = `Bearer ${await tokenOf(account)}`;
  const answer = await fetch(url + path, { headers: { authorization } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status === 200) return { headers: answer.headers, bytes };
  const came = `${answer.status} ${bytes.toString('utf8').slice(0, 400)}`;
  throw new ExpectationFailed(`expected a file from ${path}`, came);
};
