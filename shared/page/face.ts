import type { Level } from '../domain/rating/level.ts';
import type { Html } from './html.ts';
export const face = (_level: Level): Html => ({
  markup: '<svg aria-hidden="true" viewBox="0 0 24 24"></svg>',
});
