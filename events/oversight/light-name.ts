import type { PromiseLight } from '../../shared/domain/case/term-clock.ts';

/** The word of `?light=` for each light; `null` for that of a case that needs no attention. */
const names = {
  red: 'red',
  yellow: 'yellow',
  suspended: 'suspended',
  pending_calendar: 'pending',
  green: null,
} as const satisfies Record<PromiseLight, string | null>;

export type LightName = NonNullable<(typeof names)[PromiseLight]>;

export const lightNames: readonly LightName[] = Object.values(names).filter(
  (name) => name !== null,
);

export const nameOfLight = (light: PromiseLight): LightName | null => names[light];
