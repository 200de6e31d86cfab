import type { Loop } from '../support/loop.ts';

/** The center as seen from outside the city. */
export const center = async <Body>({ client }: Loop, query = ''): Promise<Body> =>
  (await client.open().get<Body>(`/_local/center${query}`)).body;
