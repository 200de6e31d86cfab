import type { BoxKind } from '../../shared/domain/notice/notice.ts';
import { namesOf } from '../../shared/domain/text/names-of.ts';

/** The word of `?box=` for each kind of inbox: for the supervisors of an area it is the area. */
const names = {
  department: 'department',
  reviewer: 'reviewer',
  supervisor: 'area',
  city: 'city',
  accountability: 'accountability',
  administrator: 'administrator',
  hall_administrator: 'hall_administrator',
} as const satisfies Record<BoxKind, string>;

export type BoxName = (typeof names)[BoxKind];

export const boxNames: readonly BoxName[] = Object.values(names);

export const kindOfBox = Object.fromEntries(
  namesOf<BoxKind>(names).map((kind) => [names[kind], kind]),
) as Readonly<Record<BoxName, BoxKind>>;
