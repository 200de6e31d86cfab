import { randomBytes } from 'node:crypto';

import { fromEpoch } from './domain/time/instant.ts';
import type { NewId, Now } from './port/clock.ts';

export const now: Now = () => fromEpoch(Date.now());

/** 128 random bits, safe in URLs and headers. */
export const newId: NewId = () => randomBytes(16).toString('base64url');
