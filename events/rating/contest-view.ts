import * as z from 'zod/mini';

import {
  contestOutcomes,
  contestStates,
} from '../../shared/domain/rating/contest/contest-state.ts';
import { callBackAnswers } from '../../shared/domain/rating/contest/contest.ts';
import { contactOutcomes } from '../../shared/domain/ticket/terms.ts';
import { Area, Moment } from '../primitive.ts';
import { maskedNumbers } from '../ticket/named-applicant.ts';
import { LevelName } from './rating.ts';

const row = {
  id: z.string(),
  projectNo: z.string(),
  serviceNumber: z.int(),
  area: Area,
  department: z.string(),
  state: z.enum(contestStates),
  at: Moment,
  dueAt: z.nullable(Moment),
  callBacks: z.int(),
  endedAt: z.nullable(Moment),
};

export const ContestRow = z.object(row);
export type ContestRow = z.infer<typeof ContestRow>;

export const ContestList = z.object({
  contests: z.array(ContestRow),
  cursor: z.nullable(z.string()),
});

/** What one of the two ratings says; numbers of persons in its texts are masked. */
const said = {
  level: LevelName,
  tags: z.array(z.object({ code: z.string(), text: z.string() })),
  text: z.nullable(z.string()),
  at: Moment,
};

const ofRating = { ...said, channelName: z.string(), proofName: z.string() };

/** Everything that those who review need. */
export const ContestFile = z.object({
  ...row,
  matter: z.nullable(z.string()),
  departmentName: z.nullable(z.string()),
  /** Masked; the number that the case had before the first rating. */
  applicant: z.object({
    name: z.nullable(z.string()),
    mobile: z.nullable(z.string()),
    ...maskedNumbers,
  }),
  first: z.object({ ...ofRating, ticketId: z.nullable(z.string()) }),
  second: z.object({ ...ofRating, statement: z.nullable(z.string()) }),
  /** What others sent about the same contact. */
  attempts: z.array(z.object({ ...said, statement: z.nullable(z.string()) })),
  calls: z.array(
    z.object({
      at: Moment,
      by: z.string(),
      outcome: z.enum(contactOutcomes),
      answer: z.nullable(z.enum(callBackAnswers)),
      note: z.nullable(z.string()),
    }),
  ),
  looks: z.array(z.object({ at: Moment, by: z.string(), reason: z.string() })),
  ruling: z.nullable(
    z.object({
      outcome: z.enum(contestOutcomes),
      by: z.string(),
      confirmedBy: z.string(),
      at: Moment,
      reason: z.string(),
    }),
  ),
  /** What can be ruled as the call-backs stand. */
  may: z.object({ upheld: z.boolean(), rejected: z.boolean(), neither: z.boolean() }),
});
export type ContestFile = z.infer<typeof ContestFile>;
