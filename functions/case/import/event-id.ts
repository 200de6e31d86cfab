import { createHash } from 'node:crypto';

import { instant } from '../../../shared/domain/time/instant.ts';

const member = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object'
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const moment = (value: unknown): unknown =>
  typeof value === 'string' ? (instant(value) ?? value) : value;

/**
 * The id of an event that came without one: from what the event is (case, type, moment, step,
 * contact), not from what it says besides. The same line in another file, encoding or format is
 * the same event, and a line whose notes were changed afterwards is found to differ.
 */
export const derivedEventId = (event: object): string => {
  const facts = [
    member(event, 'projectNo'),
    member(event, 'type'),
    moment(member(event, 'at')),
    member(member(event, 'step'), 'name'),
    member(member(event, 'contact'), 'serviceNumber'),
  ];
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return `file-${digest.slice(0, 40)}`;
};
