import type { PadAction } from '../action.ts';
import type { EnrolPhase } from '../key/phase.ts';
import type { Check } from '../view.ts';
import type { Indicators } from '../words.ts';
import type { Contact, Rules } from './state.ts';

/** What happens around the person at the pad. */
type PadEvent =
  | { readonly type: 'insecure' | 'second' }
  /** There is no key that the server takes: the pad has to be enrolled. */
  | { readonly type: 'unenrolled'; readonly isRevoked: boolean }
  | { readonly type: 'checked'; readonly checks: readonly Check[] }
  | { readonly type: 'enrolment'; readonly phase: EnrolPhase }
  /** The key is there. */
  | { readonly type: 'ready' }
  | { readonly type: 'rules'; readonly rules: Rules }
  | { readonly type: 'indicators'; readonly indicators: Indicators }
  /** The server's answer to who is at the window. */
  | {
      readonly type: 'current';
      readonly contact: Contact | null;
      readonly openNow: boolean | null;
    }
  | { readonly type: 'unanswered' }
  | { readonly type: 'stored'; readonly code: string | null }
  | { readonly type: 'not_stored' }
  | { readonly type: 'storage'; readonly state: 'broken' | 'ok' }
  /** A moment that `dueAt` named has come. */
  | { readonly type: 'tick' }
  /** A scanner read a link of a rating. */
  | { readonly type: 'scanned'; readonly token: string };

/** `scan` is read before it is an event, and `send` concerns no screen. */
export type SessionEvent = Exclude<PadAction, { readonly type: 'scan' | 'send' }> | PadEvent;
