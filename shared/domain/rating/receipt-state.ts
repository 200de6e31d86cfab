import type { Rating } from './rating.ts';

/**
 * What became of a receipt, as staff see it: answered to the rater, claimed on a phone with the
 * code of a pad, or given to nobody. The receipt itself is shown to none of them.
 */
export const receiptStates = ['sent', 'claimed', 'none'] as const;
type ReceiptState = (typeof receiptStates)[number];

const byProof = {
  token: 'sent',
  pad: 'none',
  staff_entered: 'none',
  receipt: 'sent',
  center: 'none',
} as const satisfies Record<Rating['proof'], ReceiptState>;

export const receiptStateOf = (
  { proof, pad }: Pick<Rating, 'proof' | 'pad'>,
  isClaimed: boolean,
): ReceiptState => {
  if (pad === undefined) return byProof[proof];
  return isClaimed ? 'claimed' : 'none';
};
