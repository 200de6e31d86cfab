/** Callbacks of the provincial center that wait for a case, or for a person. */
import * as z from 'zod/mini';

import {
  callbackOperations,
  keptReasons,
  keptStates,
} from '../../shared/domain/exchange/callback/kept.ts';
import { Channel } from '../../shared/domain/rating/channel.ts';
import { Moment, ProjectNo, ServiceNumber, text } from '../primitive.ts';
import { LevelName } from '../rating/rating.ts';
import { reasonText } from '../read-text.ts';

const line = {
  id: z.string(),
  operation: z.enum(callbackOperations),
  reason: z.enum(keptReasons),
  /** The reason in words, and what helps. */
  advice: z.string(),
  /** `waiting`: tried again by itself; `open`: needs a person. */
  state: z.enum(keptStates),
  at: Moment,
  accessKey: z.string(),
  /** The case that it names. */
  projectNo: z.nullable(z.string()),
  /** How it ended. */
  end: z.nullable(
    z.object({
      by: z.string(),
      confirmedBy: z.nullable(z.string()),
      at: Moment,
      note: z.nullable(z.string()),
    }),
  ),
};

export const KeptCallbackView = z.object(line);
export type KeptCallbackView = z.infer<typeof KeptCallbackView>;

export const KeptCallbackList = z.object({
  callbacks: z.array(KeptCallbackView),
  /** For the next page; `null` on the last. */
  cursor: z.nullable(z.string()),
});
export type KeptCallbackList = z.infer<typeof KeptCallbackList>;

export const KeptCallbackFile = z.object({
  ...line,
  /**
   * The content as it came, without the name, number and telephone of the rater where it can be
   * read.
   */
  content: z.string(),
  /** In which encoding `content` could be read; `gb18030` is an attempt. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
});
export type KeptCallbackFile = z.infer<typeof KeptCallbackFile>;

const Reason = reasonText(300);

export const KeptCallbackSettlement = z.strictObject({ note: Reason });

/** What a person read in it where this system cannot; what can be read cannot be stated otherwise. */
export const KeptCallbackTaking = z.strictObject({
  /** Which of several evaluations is taken in, counted from 1 in the order of the content. */
  item: z.optional(z.int().check(z.minimum(1))),
  projectNo: z.optional(ProjectNo),
  serviceNumber: z.optional(ServiceNumber),
  level: z.optional(LevelName),
  tags: z.optional(z.array(z.string().check(z.regex(/^[1-5]\d{2}$/))).check(z.maxLength(20))),
  /** The words of the rater; `null` when there are none in it. */
  text: z.optional(z.nullable(text(5000))),
  /** When it was rated. */
  at: z.optional(Moment),
  channel: z.optional(Channel),
  reason: Reason,
});

export const KeptCallbackSettled = z.object({ callbackId: z.string(), note: z.string() });

export const KeptCallbackTaken = z.object({
  callbackId: z.string(),
  /** Number of ratings or steps that were stored. */
  stored: z.int(),
});
