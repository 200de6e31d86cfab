import type { Instant } from '../domain/time/instant.ts';

/** Asked once per message, never while wiring. */
export type Now = () => Instant;

/** A new random id, safe in URLs; only where nothing natural can serve as one. */
export type NewId = () => string;
