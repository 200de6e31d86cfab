import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import type { Loop } from './loop.ts';

interface Registered {
  readonly padId: string;
  /** With it the pad is enrolled, once. */
  readonly code: string;
}

const byTwo = async (loop: Loop, path: string, asked: object): Promise<Registered> => {
  const [first, second] = [await loop.staff('halladmin-yuecheng'), await loop.staff('sysadmin-2')];
  const proposed = await first.post(path, asked);
  return (await confirmProposed<Registered>(second, proposed)).body;
};

/** Registers a pad for the window by two persons. */
export const registerPad = (
  loop: Loop,
  place: { readonly hall: string; readonly window: string },
): Promise<Registered> => byTwo(loop, '/v1/pads', place);

/** Puts a revoked pad back into use by two persons; returns its new code. */
export const reinstatePad = async (loop: Loop, padId: string): Promise<string> =>
  (await byTwo(loop, `/v1/pads/${padId}/reinstate`, { reason: '设备已找回' })).code;
