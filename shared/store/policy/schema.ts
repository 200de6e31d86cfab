import * as z from 'zod/mini';

import { Rung } from '../../domain/policy/policy.ts';
import { Level } from '../../domain/rating/level.ts';
import { receiptDays } from '../../domain/time/deadline.ts';
import { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { Activation, ProposedPolicy } from '../../port/policy/store.ts';
import { signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

/*
 * The form of a policy without its limits: a policy that was proposed under other limits must stay
 * readable, because tickets keep its version.
 */

const Term = z.strictObject({
  amount: z.int(),
  unit: z.enum(['working_day', 'calendar_day']),
});

const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('opened') }),
  z.strictObject({ on: z.literal('contact_missed') }),
  z.strictObject({ on: z.literal('time_gone'), share: z.number() }),
  z.strictObject({ on: z.literal('overdue'), workingDays: z.int() }),
  z.strictObject({ on: z.literal('returned'), times: z.int() }),
  z.strictObject({ on: z.literal('bad_follow_up') }),
]);

const Scores = z.strictObject({
  very_satisfied: z.number(),
  satisfied: z.number(),
  basically_satisfied: z.number(),
  dissatisfied: z.number(),
  very_dissatisfied: z.number(),
});

const Messages = z.strictObject({
  quiet: z.strictObject({ from: z.int(), until: z.int() }),
  mostPerDay: z.int(),
  remindAfterHours: z.int(),
  callAfterDays: z.int(),
  followUpEndingDays: z.int(),
  texts: z.strictObject({
    invitation: z.string(),
    invitation_reminder: z.string(),
    receipt: z.string(),
    entered: z.optional(z.string()),
    receipt_again: z.string(),
    answered: z.string(),
    extended: z.string(),
    hardship: z.string(),
    dismissed: z.string(),
    follow_up_ending: z.string(),
    contest_upheld: z.optional(z.string()),
    contest_rejected: z.optional(z.string()),
    contest_neither: z.optional(z.string()),
    contest_received: z.optional(z.string()),
  }),
});

const policyMembers = {
  version: z.int(),
  source: z.strictObject({
    official: z.boolean(),
    zh: z.string(),
    en: z.string(),
    document: z.optional(
      z.strictObject({ issuer: z.string(), number: z.string(), date: CivilDate }),
    ),
  }),
  badLevels: z.array(Level),
  office: z.strictObject({ dayStart: z.int(), cutOff: z.int(), dayEnd: z.int() }),
  clocks: z.strictObject({ contact: Term, rectify: Term, redo: Term, review: Term }),
  contactAttempts: z.int(),
  extension: z.strictObject({ times: z.int(), most: z.int() }),
  hardship: z.optional(z.strictObject({ most: z.int() })),
  contest: z.optional(z.strictObject({ term: Term })),
  ladder: z.array(z.strictObject({ rung: Rung, triggers: z.array(Trigger) })),
  appendWindowDays: z.int(),
  messages: z.optional(Messages),
  retention: z.optional(z.strictObject({ caseYears: z.int(), actYears: z.optional(z.int()) })),
  pad: z.optional(
    z.strictObject({ idleSeconds: z.int(), warnSeconds: z.int(), freeText: z.boolean() }),
  ),
  scores: Scores,
};

const signedPolicy = { by: z.string(), at: Instant };

const PolicyBody = z.strictObject({ policy: z.strictObject(policyMembers), ...signedPolicy });

const policyMembers3 = {
  ...policyMembers,
  receiptDay: z.optional(z.enum(receiptDays)),
  waiting: z.optional(
    z.strictObject({
      supervisorAfter: z.int(),
      cityAfter: z.int(),
      claimLapsesAfter: z.int(),
    }),
  ),
};

const PolicyBody3 = z.strictObject({ policy: z.strictObject(policyMembers3), ...signedPolicy });

const PolicyBody4 = z.strictObject({
  policy: z.strictObject({ ...policyMembers3, appealAfterContact: z.optional(z.boolean()) }),
  ...signedPolicy,
});

export const storedPolicy = defineKind<ProposedPolicy>()({
  name: 'policy',
  writes: 4,
  // Version 2: the texts of more messages about a contest, and how long acts are kept. Version 3: the
  // day of receipt, and what becomes of what nobody rules on. Version 4: appeals after a contact.
  versions: startVersions(1, PolicyBody)
    .next(PolicyBody, (older): z.output<typeof PolicyBody> => older)
    .next(PolicyBody3, (older): z.output<typeof PolicyBody3> => older)
    .next(PolicyBody4, (older): z.output<typeof PolicyBody4> => older),
});

const InForce = z.strictObject({ number: z.int(), version: z.int(), ...signed });

export const storedPolicyInForce = defineKind<Activation>()({
  name: 'policy_in_force',
  writes: 1,
  versions: startVersions(1, InForce),
});

export const storedActivation = defineKind<Activation>()({
  name: 'activation',
  writes: 1,
  versions: startVersions(1, InForce),
});
