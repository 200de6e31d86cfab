import * as z from 'zod/mini';

import type { Step } from '../../domain/ticket/step/step.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

/*
 * UNPARSED: tickets and steps have a version, and their bodies are trusted until their schemas
 * replace `z.custom`, which accepts everything.
 */

export const storedTicket = defineKind<Ticket>()({
  name: 'ticket',
  writes: 1,
  versions: startVersions(1, z.custom<Ticket>()),
});

export const storedStep = defineKind<Step>()({
  name: 'step',
  writes: 1,
  versions: startVersions(1, z.custom<Step>()),
});
