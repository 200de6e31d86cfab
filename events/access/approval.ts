/** 双人复核: what one person proposes and another confirms. */
import * as z from 'zod/mini';

import { approvalStates } from '../../shared/domain/access/approval.ts';
import { powers } from '../../shared/domain/access/power.ts';
import { CalendarLoaded } from '../calendar/calendar.ts';
import { CaseHandedOver } from '../case/hand-over.ts';
import { FileReading } from '../case/import.ts';
import { KeptCallbackSettled, KeptCallbackTaken } from '../exchange/kept-callback.ts';
import { CenterAccessSet } from '../exchange/outbox.ts';
import { WebhookAdmitted } from '../notice/webhook.ts';
import { RegisterDifference, RegisterSaved } from '../oversight/register.ts';
import { PadPressSettled, PadRegistered, PadTakenUp } from '../pad/view.ts';
import { PolicyInForce } from '../policy/policy.ts';
import { Area, Moment, text } from '../primitive.ts';
import { ContestRuled } from '../rating/contest.ts';
import { IntegratorAdmitted } from './integrator-view.ts';

const proposed = {
  approvalId: z.string(),
  state: z.literal('proposed'),
  /** After this moment nobody can confirm it. */
  expiresAt: Moment,
};

/** The answer to every act that needs another person. */
export const ApprovalProposed = z.object(proposed);
export type ApprovalProposed = z.infer<typeof ApprovalProposed>;

/** The key and its system; the secret is made with the confirmation. */
export const IntegratorProposed = z.object({
  ...proposed,
  accessKey: z.string(),
  system: z.string(),
});

export const PolicyProposed = z.object({ ...proposed, version: z.int() });

/** The list of a file, and how the file was read. */
export const RegisterFileProposed = z.object({ ...proposed, reading: FileReading });

export const ApprovalDone = z.object({
  approvalId: z.string(),
  state: z.literal('done'),
  /** What came of it. A secret or a code is answered once, to the person who confirmed. */
  result: z.optional(
    z.union([
      IntegratorAdmitted,
      PadRegistered,
      WebhookAdmitted,
      CenterAccessSet,
      CalendarLoaded,
      PolicyInForce,
      RegisterSaved,
      CaseHandedOver,
      KeptCallbackTaken,
      KeptCallbackSettled,
      PadTakenUp,
      PadPressSettled,
      ContestRuled,
    ]),
  ),
});
export type ApprovalDone = z.infer<typeof ApprovalDone>;

const Note = text(300);

/** The second person may say why. */
export const ApprovalConfirmation = z.strictObject({ note: z.optional(Note) });
export const ApprovalRefusal = z.strictObject({ note: Note });

export const ApprovalView = z.object({
  approvalId: z.string(),
  power: z.enum(powers),
  area: Area,
  /** What was proposed, without its secrets. */
  about: z.record(z.string(), z.unknown()),
  /** Of a register, when one approval is read: what the proposed list changes. */
  difference: z.optional(RegisterDifference),
  /**
   * Of a callback of the center, when one approval is read: the words of the rater as they were
   * stated; `null`: stated that there are none.
   */
  words: z.optional(z.nullable(z.string())),
  /** SHA-256 of the whole proposal. */
  digest: z.string(),
  by: z.string(),
  at: Moment,
  expiresAt: Moment,
  /** `confirmed`: it was interrupted, and the next confirmation before `expiresAt` completes it. */
  state: z.enum([...approvalStates, 'expired']),
  decidedBy: z.optional(z.string()),
  decidedAt: z.optional(Moment),
  note: z.optional(z.string()),
  /** Of one that failed: the problem, of /docs/problems, for which nothing was done. */
  failure: z.optional(z.object({ code: z.string(), fact: z.optional(z.string()) })),
  /**
   * Whether the caller may confirm it now: it waits, the caller has the reach and a role for it, and
   * another person proposed it. Who proposed it may only withdraw it.
   */
  mayConfirm: z.boolean(),
});
export type ApprovalView = z.infer<typeof ApprovalView>;

export const ApprovalList = z.object({
  approvals: z.array(ApprovalView),
  cursor: z.nullable(z.string()),
});
export type ApprovalList = z.infer<typeof ApprovalList>;
