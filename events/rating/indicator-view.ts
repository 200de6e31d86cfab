import * as z from 'zod/mini';

import { LevelName, Tag } from './rating.ts';

/** The active 评价指标表 by level, in the caller's language. No level is preselected. */
export const IndicatorTable = z.object({
  version: z.int(),
  levels: z.array(
    z.object({
      level: LevelName,
      name: z.string(),
      /** A rating of this level needs a tag or a text. */
      reasonRequired: z.boolean(),
      indicators: z.array(
        z.object({
          code: Tag,
          text: z.string(),
          /** `base` is shown at once, `expanded` on "more". */
          set: z.optional(z.enum(['base', 'expanded'])),
        }),
      ),
    }),
  ),
});

/** A chosen indicator with its text. */
export const TagView = z.object({ code: Tag, text: z.string() });
