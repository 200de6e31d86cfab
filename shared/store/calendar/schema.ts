import * as z from 'zod/mini';

import { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { LoadedYear, Recount } from '../../port/calendar/store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const Holiday = z.strictObject({
  name: z.string(),
  off: z.array(CivilDate),
  makeup: z.array(CivilDate),
});

export const yearContent = z.strictObject({
  year: z.int(),
  notices: z.array(z.strictObject({ url: z.string(), number: z.string() })),
  holidays: z.array(Holiday),
  assumed: z.optional(z.literal(true)),
});

const Year = z.strictObject({ calendar: yearContent, version: z.int(), ...signed });

export const storedYear = defineKind<LoadedYear>()({
  name: 'calendar_year',
  writes: 1,
  versions: startVersions(1, Year),
});

export const storedYearContent = defineKind<LoadedYear>()({
  name: 'calendar_content',
  writes: 1,
  versions: startVersions(1, Year),
});

export const storedRecount = defineKind<Recount>()({
  name: 'recount',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      year: z.int(),
      yearVersion: z.int(),
      state: z.enum(['running', 'done']),
      round: z.literal([1, 2]),
      notBefore: Instant,
      listsDone: z.int(),
      areas: z.optional(z.array(z.string())),
      cursor: z.optional(z.string()),
      queued: z.int(),
      version: z.int(),
    }),
  ),
});
