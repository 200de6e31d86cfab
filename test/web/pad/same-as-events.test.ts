import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';

import type { PadKey } from '../../../events/pad/pad.ts';
import type {
  HeartbeatAnswer as HeartbeatSchema,
  PadCurrent,
  PadMe,
} from '../../../events/pad/view.ts';
import type { IndicatorTable } from '../../../events/rating/indicator-view.ts';
import { PadBatch, PadRating } from '../../../events/rating/rating.ts';
import type { LevelName } from '../../../events/rating/rating.ts';
import type { PressedRating } from '../../../web/pad/queue/queue.ts';
import type {
  Current,
  EnrolAnswer,
  HeartbeatAnswer,
  PadFacts,
  ServedContact,
} from '../../../web/pad/server/answers.ts';
import type { Indicators, Level } from '../../../web/pad/words.ts';

describe('the shapes that the pad writes down itself', () => {
  it('are those of the contract', () => {
    expectTypeOf<Level>().toEqualTypeOf<z.infer<typeof LevelName>>();
    expectTypeOf<z.infer<typeof IndicatorTable>>().toExtend<Indicators['zh']>();
    expectTypeOf<z.infer<typeof PadKey>>().toExtend<EnrolAnswer>();
    expectTypeOf<z.infer<typeof HeartbeatSchema>>().toExtend<HeartbeatAnswer>();
    expectTypeOf<z.infer<typeof PadMe>>().toExtend<PadFacts>();
    expectTypeOf<z.infer<typeof PadCurrent>>().toExtend<Current>();
  });

  it('name nothing that the contract does not', () => {
    expectTypeOf<Exclude<keyof PadFacts, keyof z.infer<typeof PadMe>>>().toBeNever();
    expectTypeOf<Exclude<keyof Current, keyof z.infer<typeof PadCurrent>>>().toBeNever();
    expectTypeOf<
      Exclude<keyof ServedContact, keyof NonNullable<z.infer<typeof PadCurrent>['contact']>>
    >().toBeNever();
  });

  it('a stored rating is one that the contract takes', () => {
    const pressed: PressedRating = {
      level: 'dissatisfied',
      tags: ['201'],
      text: '等候时间过长',
      contactConsent: true,
      ratedAt: '2026-11-20T01:00:00.000Z',
    };
    const sent = { ...pressed, sequence: 1 };
    expect(PadRating.parse(sent)).toMatchObject({ level: 'dissatisfied', sequence: 1 });
    expect(PadBatch.safeParse({ ratings: [sent], clock: sent.ratedAt }).success).toBe(true);
  });
});
