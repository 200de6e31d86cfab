import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import type { Loop } from './loop.ts';

interface Registered {
  readonly padId: string;
  /** With it the pad is enrolled, once. */
  readonly code: string;
}

/** Registers a pad for the window by two persons. */
export const registerPad = async (
  loop: Loop,
  place: { readonly hall: string; readonly window: string },
): Promise<Registered> => {
  const [first, second] = [await loop.staff('halladmin-yuecheng'), await loop.staff('sysadmin-2')];
  const proposed = await first.post('/v1/pads', place);
  return (await confirmProposed<Registered>(second, proposed)).body;
};
