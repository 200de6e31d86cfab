/** What the dry runs of calendar years and of policies both say of deadlines that would move. */
import { isEarlier, isLater } from '../../shared/domain/ticket/due-shift.ts';
import type { DueShift, DueShifts } from '../../shared/domain/ticket/due-shift.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';

export const dueMarks = ({ contact, rectify, review }: DueShifts) => ({
  contactEarlier: isEarlier(contact),
  contactLater: isLater(contact),
  rectifyEarlier: isEarlier(rectify),
  rectifyLater: isLater(rectify),
  reviewEarlier: isEarlier(review),
  reviewLater: isLater(review),
});

/** Counts the marks that a ticket has. */
export const addMarks = <Name extends string>(
  counts: Readonly<Record<Name, number>>,
  marks: Readonly<Record<Name, boolean>>,
): Record<Name, number> => {
  const names = Object.keys(counts) as Name[];
  const added = names.map((name) => [name, counts[name] + Number(marks[name])]);
  return Object.fromEntries(added) as Record<Name, number>;
};

export const shiftView = ({ now, proposed }: DueShift) => ({
  now: offsetOrNull(now),
  proposed: offsetOrNull(proposed),
});
