import type { GenerationKey } from '../../domain/rating/rating-key.ts';

/** What a key says of the generation: nothing of the first. */
export const generationPart = ({ generation = 1 }: GenerationKey): string =>
  generation === 1 ? '' : `#G${generation}`;
