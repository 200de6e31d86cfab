import type { Language } from '../../domain/text/language.ts';
import { momentWords } from '../moment.ts';
import type { LevelChoice } from './form-facts.ts';
import type { RateView } from './rate-view.ts';

/** As `GET /v1/invitations/{token}` tells it. */
export interface InvitationAnswer {
  readonly rated: boolean;
  readonly matter: string;
  readonly department: string;
  readonly applicant: string;
  readonly service: { readonly name: string };
  readonly servedAt: string;
  readonly expiresAt: string | null;
  readonly contactDue: string | null;
  /** Of a rated contact: until when a contest is ruled on; null when none is taken any more. */
  readonly contest?: { readonly dueAt: string | null } | null | undefined;
  readonly indicators: { readonly levels: readonly LevelChoice[] };
}

type OwnFacts = Pick<
  RateView,
  'action' | 'clientRef' | 'draft' | 'fault' | 'messages' | 'privacy' | 'token'
>;

const wordsOf = (at: string | null, language: Language): string | undefined =>
  at === null ? undefined : momentWords(at, language);

/** Returns what the rating page shows: what the interface answers for the link, and its own form. */
export const rateViewOf = (
  invited: InvitationAnswer,
  own: OwnFacts,
  language: Language,
): RateView => ({
  ...own,
  levels: invited.indicators.levels,
  matter: invited.matter,
  department: invited.department,
  service: invited.service.name,
  servedAt: momentWords(invited.servedAt, language),
  applicant: invited.applicant,
  validUntil: wordsOf(invited.expiresAt, language),
  contactBy: wordsOf(invited.contactDue, language),
});
