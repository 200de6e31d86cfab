/** What is on the screen, and what it depends on. All moments are those of `Clocks.elapsed`. */
import type { EnrolPhase } from '../key/phase.ts';
import type { Check, ChoiceFault } from '../view.ts';
import type { Both, Indicators, Language, Level } from '../words.ts';

/** Who is at the window. */
export interface Contact {
  /** The same for every answer about this service. */
  readonly key: string;
  readonly token: string;
  readonly matter: Both;
  readonly department: string;
  readonly applicant: string;
  readonly service: Both;
}

/** What a choice is about. */
export type Subject =
  | { readonly of: 'contact'; readonly contact: Contact }
  | { readonly of: 'link'; readonly token: string }
  | { readonly of: 'window' };

/** What somebody has chosen so far. */
export interface Choice {
  readonly level: Level | null;
  readonly tags: readonly string[];
  readonly text: string;
  readonly consent: boolean;
}

export interface Choosing {
  readonly at: 'choosing';
  readonly subject: Subject;
  readonly choice: Choice;
  readonly isAtReasons: boolean;
  readonly fault: ChoiceFault | null;
  /** The last touch; null before the first. */
  readonly touchedAt: number | null;
  readonly isWarning: boolean;
}

export interface Saving {
  readonly at: 'saving';
  readonly subject: Subject;
  readonly choice: Choice & { readonly level: Level };
}

interface Enrolling {
  readonly at: 'enrol';
  /** It was in use and the server has revoked it: residents have to know as well. */
  readonly isRevoked: boolean;
  readonly checks: readonly Check[];
  readonly phase: EnrolPhase;
  /** The code to spend. */
  readonly code: string | null;
}

export type Screen =
  | { readonly at: 'insecure' | 'invite' | 'second' | 'starting' }
  | Enrolling
  | Choosing
  | Saving
  | { readonly at: 'thanks'; readonly code: string | null; readonly since: number }
  | { readonly at: 'broken'; readonly token: string | null; readonly since: number };

export interface Rules {
  readonly idleMs: number;
  readonly warnMs: number;
  readonly freeText: boolean;
}

export interface SessionState {
  readonly screen: Screen;
  readonly language: Language;
  /** When somebody chose it. */
  readonly languageAt: number;
  /** The last moment at which somebody may have been here. */
  readonly hereAt: number;
  readonly rules: Rules;
  readonly link: 'offline' | 'online' | 'unknown';
  readonly openNow: boolean | null;
  /** Whom the server named last, unless rated here. */
  readonly contact: Contact | null;
  /** When the server last named it. */
  readonly confirmedAt: number;
  /** The key of the last contact that was rated here. */
  readonly rated: string | null;
  readonly indicators: Indicators | null;
  readonly storage: 'broken' | 'ok';
}

export const firstState: SessionState = {
  screen: { at: 'starting' },
  language: 'zh',
  languageAt: 0,
  hereAt: 0,
  rules: { idleMs: 60_000, warnMs: 20_000, freeText: false },
  link: 'unknown',
  openNow: null,
  contact: null,
  confirmedAt: 0,
  rated: null,
  indicators: null,
  storage: 'ok',
};

export const noChoice: Choice = { level: null, tags: [], text: '', consent: false };
