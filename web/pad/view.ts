/**
 * What the screens show. They render this and nothing else; every text of the server is in the
 * language of the view.
 */
import type { EnrolPhase } from './key/phase.ts';
import type { Notice } from './server/answers.ts';
import type { Language, Level } from './words.ts';

/** One thing that enrolment looks at before it spends the code. */
export interface Check {
  readonly name: 'database' | 'fullscreen' | 'persist' | 'secure' | 'worker';
  /** `advice`: the pad works without it. */
  readonly result: 'advice' | 'failed' | 'ok';
}

/** Whom the rating is about. */
export type SubjectView =
  | {
      readonly of: 'contact';
      readonly matter: string;
      readonly department: string;
      readonly applicant: string;
      readonly service: string;
    }
  /** A link of another channel that was scanned: nothing else is known of it. */
  | { readonly of: 'link' }
  /** The pad is offline: the server binds it to the contact that the window served. */
  | { readonly of: 'window' }
  /** The window serves somebody else by now, who must not see whose case this is. */
  | { readonly of: 'earlier' };

export interface LevelView {
  readonly level: Level;
  readonly name: string;
}

export interface TagView {
  readonly code: string;
  readonly text: string;
  readonly isChosen: boolean;
  /** Shown at once; the others on "more". */
  readonly isBase: boolean;
}

/** What is missing before it can be sent. */
export type ChoiceFault = 'level' | 'reason';

export interface ChoosingView {
  /** `contact`: the five levels; `reasons`: a level is chosen and needs, or may have, a reason. */
  readonly at: 'contact' | 'reasons';
  readonly subject: SubjectView;
  /** Best first; none is chosen before somebody chooses. */
  readonly levels: readonly LevelView[];
  readonly level: Level | null;
  /** Of the chosen level. */
  readonly tags: readonly TagView[];
  readonly reasonRequired: boolean;
  readonly freeText: boolean;
  readonly text: string;
  readonly consent: boolean;
  readonly fault: ChoiceFault | null;
  /** Nobody touched it for a while: it asks whether somebody is still there. */
  readonly isWarning: boolean;
}

interface EnrolView {
  readonly at: 'enrol';
  /** It was in use and is revoked: residents see that, and a code puts it back into use. */
  readonly isRevoked: boolean;
  readonly checks: readonly Check[];
  readonly phase: EnrolPhase;
}

export type ScreenView =
  | { readonly at: 'insecure' | 'invite' | 'saving' | 'second' | 'starting' }
  | EnrolView
  | ChoosingView
  /** Shown only once the rating is stored for good. */
  | {
      readonly at: 'thanks';
      readonly code: string | null;
      /** For the QR code: the page on which a phone claims the receipt. */
      readonly claimUrl: string | null;
    }
  /** The device cannot store; `rateUrl` where a scanned link can be opened on a phone instead. */
  | { readonly at: 'broken'; readonly rateUrl: string | null };

/** The corner of the staff: numbers and states, nothing that a resident said. */
export interface StaffView {
  readonly padId: string | null;
  readonly number: number | null;
  readonly waiting: number;
  /** When the oldest waiting rating was pressed; milliseconds since 1970. */
  readonly oldestAt: number | null;
  /** The last answer of the server; milliseconds since 1970. */
  readonly answeredAt: number | null;
  readonly storage: 'broken' | 'ok';
  readonly persisted: boolean;
  /** Ratings that could not be stored since enrolment. */
  readonly faults: number;
  /** Of the last call that was refused: the code of the problem, or `network`. */
  readonly problem: string | null;
  readonly isSending: boolean;
  readonly version: string;
}

export interface PadView {
  readonly screen: ScreenView;
  readonly language: Language;
  readonly languages: readonly Language[];
  /** Names, or codes where there is no name; null before the server said it. */
  readonly place: { readonly hall: string; readonly window: string } | null;
  readonly hotline: string | null;
  /** 个人信息保护告知 */
  readonly notice: Notice | null;
  readonly link: 'offline' | 'online' | 'unknown';
  readonly waiting: number;
  readonly staff: StaffView;
  /** Nothing waits and nobody was here for five minutes: a new version may take over. */
  readonly canUpdate: boolean;
}
