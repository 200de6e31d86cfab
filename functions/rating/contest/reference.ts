import { createHmac } from 'node:crypto';

import { readCrockford, toCrockford } from '../../../shared/domain/number/crockford.ts';
import type { ContestKey } from '../../../shared/domain/rating/contest/contest.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';

type Contact = Pick<ContestKey, 'projectNo' | 'serviceNumber'>;

const codeLength = 12;
const form = /^(\d{21})-(\d{1,2})-([0-9A-Za-z]{12})$/;

const codeOf = async (keys: KeyRing, sender: string): Promise<string> =>
  toCrockford(
    createHmac('sha256', await keys.key('receipt'))
      .update(`contest/${sender}`)
      .digest()
      .subarray(0, codeLength),
  );

/**
 * Returns 异议编号: as a receipt, case number and contact with twelve characters that only this system
 * can create. It depends on who contests alone, whatever becomes of the contest.
 */
export const contestReference = async (
  keys: KeyRing,
  { projectNo, serviceNumber }: Contact,
  sender: string,
): Promise<string> => `${projectNo}-${serviceNumber}-${await codeOf(keys, sender)}`;

/** Returns the contact that a number names, and who of several senders has it. */
export const readContestReference = (
  reference: string,
):
  | (Contact & { readonly isOf: (keys: KeyRing, sender: string) => Promise<boolean> })
  | undefined => {
  const [, projectNo, number, code = ''] = form.exec(reference.trim()) ?? [];
  if (projectNo === undefined) return undefined;
  return {
    projectNo,
    serviceNumber: Number(number),
    isOf: async (keys, sender) => (await codeOf(keys, sender)) === readCrockford(code),
  };
};
