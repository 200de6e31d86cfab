import type { Instant } from '../domain/time/instant.ts';

/** Returns the current time. Called once per message, never during wiring. */
export type Now = () => Instant;

/** Returns a new random id, safe in URLs; used only where no natural key can serve as one. */
export type NewId = () => string;
