import { longestText } from '../../../events/rating/rating.ts';
import { levelOfIndicator } from '../../../shared/domain/rating/indicator.ts';
import { Level } from '../../../shared/domain/rating/level.ts';
import { bodyText } from '../../../shared/http/body-text.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { RateDraft } from '../../../shared/page/resident/form-facts.ts';
import type { FieldFault } from '../../../shared/page/resident/rate-words.table.ts';

export interface SentForm {
  readonly clientRef: string;
  readonly draft: RateDraft;
}

/** What a form shows again: after a fault, or because a rating came too late. */
export interface Entered extends SentForm {
  readonly fault?: FieldFault | undefined;
}

const isForm = (request: HttpRequest): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');

/** Reads the fields of a form. @throws Problem when the body is no form */
export const formFields = (request: HttpRequest): URLSearchParams => {
  if (!isForm(request)) throw new Problem('unsupported_media_type');
  return new URLSearchParams(bodyText(request));
};

/**
 * Reads what the form of a page sends. Without a script the form also sends the reasons chosen for
 * another level before: only those of the chosen level count.
 *
 * @throws Problem when the body is no form
 */
export const readForm = (request: HttpRequest): SentForm => {
  const fields = formFields(request);
  const level = Level.safeParse(fields.get('level')).data;
  return {
    clientRef: fields.get('clientRef') ?? '',
    draft: {
      level,
      tags: fields.getAll('tag').filter((code) => levelOfIndicator(code) === level),
      // A browser ends the lines of a text field with CR LF.
      text: (fields.get('text') ?? '').replaceAll('\r\n', '\n').trim(),
      contactConsent: fields.has('contactConsent'),
      publishConsent: fields.has('publishConsent'),
    },
  };
};

/** Reads why a contested rating cannot be one's own, from a form that was read before. */
export const readStatement = (request: HttpRequest): string =>
  (new URLSearchParams(bodyText(request)).get('statement') ?? '').replaceAll('\r\n', '\n').trim();

/** What the reader has to complete before anything is checked by the rules. */
export const faultIn = ({ level, text }: RateDraft): FieldFault | undefined => {
  if (level === undefined) return 'level_missing';
  return text.length > longestText ? 'text_too_long' : undefined;
};
