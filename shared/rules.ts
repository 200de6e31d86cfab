import { createHash } from 'node:crypto';

import { officialCalendarYears } from './domain/calendar-years.table.ts';
import { defaultPolicy } from './domain/policy.ts';
import type { Digest } from './domain/step.ts';
import type { Rules } from './domain/ticket.ts';
import { calendarOf } from './domain/working-days.ts';

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** The rules the product ships with: the official calendar years and the default policy. */
export const shippedRules: Rules = {
  policy: defaultPolicy,
  timetable: { calendar: calendarOf(officialCalendarYears), office: defaultPolicy.office },
  digest: sha256,
};
