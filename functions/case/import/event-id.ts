import { createHash } from 'node:crypto';

import { toNumber } from '../../../shared/domain/number/written-form.ts';
import { parseInstant } from '../../../shared/domain/time/instant.ts';

const readMember = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object'
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const normalizeNumber = (value: unknown): unknown =>
  typeof value === 'string' ? toNumber(value) : value;

const normalizeTime = (value: unknown): unknown =>
  typeof value === 'string' ? (parseInstant(value) ?? value) : value;

/** Texts and numbers, and what is absent; anything else is refused by its schema. */
const isPlain = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'number';

/**
 * Derives the id of an event without one from its identity (case, type, moment, step, contact), not
 * from its other content. The same line in another file, encoding or format is therefore the same
 * event, and a line with edited notes is detected as different. Undefined for what is no event.
 */
export const derivedEventId = (event: object): string | undefined => {
  const facts = [
    normalizeNumber(readMember(event, 'projectNo')),
    readMember(event, 'type'),
    normalizeTime(readMember(event, 'at')),
    readMember(readMember(event, 'step'), 'name'),
    readMember(readMember(event, 'contact'), 'serviceNumber'),
  ];
  if (!facts.every(isPlain)) return undefined;
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return `file-${digest.slice(0, 40)}`;
};
