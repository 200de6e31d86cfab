import type { Signed } from '../access/signed.ts';

/** 已说明: two persons found that no rating can be made of what was pressed. */
export interface Settled extends Signed {
  readonly note: string;
}

/** Whether these two persons settled it before with the same note. */
export const isSettledBy = (
  settled: Settled | undefined,
  { by, confirmedBy, note }: Omit<Settled, 'at'>,
): boolean => settled?.by === by && settled.confirmedBy === confirmedBy && settled.note === note;
