import type { Language, Level } from './words.ts';

/** What people do at the pad. Nothing that is not here can be done by a screen. */
export type PadAction =
  | { readonly type: 'choose'; readonly level: Level }
  /** Shows the reasons of a level that needs none. */
  | { readonly type: 'more' }
  /** From the reasons to the levels; what was chosen stays. */
  | { readonly type: 'back' }
  | { readonly type: 'toggle'; readonly code: string }
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'consent'; readonly given: boolean }
  | { readonly type: 'submit' }
  /** Forgets what was chosen, without rating. */
  | { readonly type: 'leave' }
  /** Any other touch; it answers the question whether somebody is still there. */
  | { readonly type: 'touch' }
  /** Ends the screens behind a rating. */
  | { readonly type: 'done' }
  | { readonly type: 'language'; readonly language: Language }
  /** What a scanner read; ignored where it is no link of a rating. */
  | { readonly type: 'scan'; readonly text: string }
  | { readonly type: 'enrol'; readonly code: string }
  | { readonly type: 'send' };
