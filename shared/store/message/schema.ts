import * as z from 'zod/mini';

import { plannedKinds } from '../../domain/message/kind.ts';
import { failures, messageStates, suppressions } from '../../domain/message/message.ts';
import type { Message } from '../../domain/message/message.ts';
import { optOutScopes } from '../../domain/message/opt-out.ts';
import type { OptOut } from '../../domain/message/opt-out.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const MessageV1 = z.strictObject({
  id: z.string(),
  type: z.enum(plannedKinds),
  projectNo: z.string(),
  serviceNumber: z.int(),
  mark: z.optional(z.int()),
  creditCode: z.string(),
  area: z.string(),
  at: Instant,
  state: z.enum(messageStates),
  nextAt: z.optional(Instant),
  attempts: z.int(),
  reason: z.optional(z.enum([...suppressions, ...failures])),
  segments: z.optional(z.int()),
  changedAt: Instant,
  version: z.int(),
});

const MessageV2 = z.extend(MessageV1, { generation: z.optional(z.int()) });

export const storedMessage = defineKind<Message>()({
  name: 'message',
  writes: 3,
  // Version 2: of a rating in the place of a contested one. Version 3: more of contests.
  versions: startVersions(1, MessageV1)
    .next(MessageV2, (older): z.output<typeof MessageV2> => older)
    .next(MessageV2, (older): z.output<typeof MessageV2> => older),
});

/** The messages that one person got on one day. */
export interface MessageDay {
  readonly ids: readonly string[];
  readonly version: number;
}

export const storedMessageDay = defineKind<MessageDay>()({
  name: 'message_day',
  writes: 1,
  versions: startVersions(1, z.strictObject({ ids: z.array(z.string()), version: z.int() })),
});

export const storedChoice = defineKind<OptOut>()({
  name: 'message_choice',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      recipient: z.string(),
      scope: z.enum(optOutScopes),
      at: Instant,
      version: z.int(),
    }),
  ),
});
