import { fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';

/** A moment in Shanghai as `2026-11-20 09:30:00`. */
export const formatTime = (epochMs: number): string =>
  withOffset(fromEpoch(epochMs)).slice(0, 19).replace('T', ' ');
