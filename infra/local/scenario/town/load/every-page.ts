import type { Caller } from '../../../client/loop-client.ts';
import { expectStatus } from './loading.ts';

/** Every line of a list that is answered page by page; `member` is what the lines stand under. */
export const everyPage = async <Line>(
  caller: Caller,
  path: string,
  member: string,
): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  let cursor: string | null = null;
  do {
    const page: string = cursor === null ? '' : `${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const reply = await caller.get<Record<string, unknown>>(`${path}${page}`);
    const body = expectStatus(reply, [200], `list ${path}`);
    lines.push(...(body[member] as readonly Line[]));
    cursor = body['cursor'] as string | null;
  } while (cursor !== null);
  return lines;
};
