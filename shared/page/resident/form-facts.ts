/** What the form of a rating or of a follow-up shows. */
import type { Level } from '../../domain/rating/level.ts';
import type { FieldFault } from './rate-words.table.ts';

export interface LevelChoice {
  readonly level: Level;
  readonly name: string;
  readonly reasonRequired: boolean;
  readonly indicators: readonly {
    readonly code: string;
    readonly text: string;
    readonly set?: 'base' | 'expanded' | undefined;
  }[];
}

/** What the resident has entered so far. */
export interface RateDraft {
  readonly level?: Level | undefined;
  readonly tags: readonly string[];
  readonly text: string;
  readonly contactConsent: boolean;
  readonly publishConsent: boolean;
}

export const emptyDraft: RateDraft = {
  tags: [],
  text: '',
  contactConsent: false,
  publishConsent: false,
};

export interface FormFacts {
  /** Where the form is sent, with the language and the style. */
  readonly action: string;
  /** Known to this form alone: a repeat of it is recognized by this text. */
  readonly clientRef: string;
  readonly levels: readonly LevelChoice[];
  readonly draft: RateDraft;
  readonly fault?: FieldFault | undefined;
}
