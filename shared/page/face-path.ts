import type { Level } from '../domain/rating/level.ts';

const eyes = 'M8.5 9v.6M15.5 9v.6';
const brows = 'M6.7 7.3l2.8 1.2M17.3 7.3l-2.8 1.2';

interface Face {
  /** Eyes, and brows where there are some. */
  readonly upper: string;
  readonly mouth: string;
  readonly isFilled: boolean;
}

/**
 * The lines of each level's face, on 24 × 24 with a circle of 10 around; the outer two mouths are
 * filled.
 */
export const facePaths = {
  very_satisfied: { upper: eyes, mouth: 'M7 13.2c1.2 4.2 8.8 4.2 10 0z', isFilled: true },
  satisfied: { upper: eyes, mouth: 'M7.6 14c1.9 2.7 6.9 2.7 8.8 0', isFilled: false },
  basically_satisfied: { upper: eyes, mouth: 'M8 15h8', isFilled: false },
  dissatisfied: { upper: eyes, mouth: 'M7.6 16.2c1.9-2.7 6.9-2.7 8.8 0', isFilled: false },
  very_dissatisfied: {
    upper: `${eyes}${brows}`,
    mouth: 'M7 17.4c1.2-4.2 8.8-4.2 10 0z',
    isFilled: true,
  },
} as const satisfies Record<Level, Face>;
