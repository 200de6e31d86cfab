import { localToken } from '../../client/local-token.ts';
import { NotAsTold } from './expectation.ts';
import type { Stage } from './stage.ts';

export interface Download {
  readonly headers: Headers;
  /** As they came. */
  readonly bytes: Buffer;
}

/** A file as its reader gets it, byte for byte. */
export const downloadFile = async (
  stage: Stage,
  account: string,
  path: string,
): Promise<Download> => {
  const authorization = `Bearer ${await localToken(stage.url, account)}`;
  const answer = await fetch(stage.url + path, { headers: { authorization } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status === 200) return { headers: answer.headers, bytes };
  const came = `came: ${answer.status} ${bytes.toString('utf8').slice(0, 400)}`;
  throw new NotAsTold(`expected a file from ${path}`, came);
};
