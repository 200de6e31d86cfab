/** The terms of a policy, and how far a city may go with them. */
import * as z from 'zod/mini';

import { Office, Term } from '../time/deadline.ts';

/**
 * The longest terms in days. Zhejiang's public rule is 1 day to contact and 15 to rectify; the limits
 * leave room for a rule of the city and refuse a term that lets a ticket rest.
 */
const termLimits = { contact: 5, rectify: 30, redo: 15, review: 10, contest: 15 } as const;

/** 延期: once, by no more than 15 days. */
const extensionLimits = { times: 1, most: 15 } as const;

/** 列入台账: the working days to the next review date that a policy may allow. */
const hardshipLimits = { fewest: 5, most: 120 } as const;

/** A term in days of one unit, at most this many. */
const termUpTo = (most: number) =>
  z.object({ amount: z.int().check(z.gte(1), z.lte(most)), unit: Term.shape.unit });

type Terms = Readonly<Record<'contact' | 'rectify' | 'redo', Pick<Term, 'amount'>>>;

/** A part of the duty to rectify that ends after all of it would say nothing. */
const withinRectify = (part: 'contact' | 'redo') =>
  z.refine<Terms>((clocks) => clocks[part].amount <= clocks.rectify.amount, {
    path: [part, 'amount'],
    error: 'not_allowed',
  });

export const PolicyClocks = z
  .object({
    /** 回访: until the resident is contacted. */
    contact: termUpTo(termLimits.contact),
    /** 整改: until measure, result and answer are submitted. */
    rectify: termUpTo(termLimits.rectify),
    /** 退回重办: the short term after a return, and of round 2. */
    redo: termUpTo(termLimits.redo),
    /** 审核: until there is a ruling on a claim or a closure. */
    review: termUpTo(termLimits.review),
  })
  .check(withinRectify('contact'), withinRectify('redo'));

/** A day shorter than this would make a term of days last for weeks, or for minutes. */
const shortestOfficeDay = 4 * 60;

export const PolicyOffice = Office.check(
  z.refine(({ dayStart, dayEnd }) => dayEnd <= dayStart || dayEnd - dayStart >= shortestOfficeDay, {
    path: ['dayEnd'],
    error: 'office_hours_too_short',
  }),
);

export const PolicyExtension = z.object({
  times: z.int().check(z.gte(0), z.lte(extensionLimits.times)),
  /** Days in the unit of the term. */
  most: z.int().check(z.gte(1), z.lte(extensionLimits.most)),
});

export const PolicyHardship = z.object({
  /** Working days to a review date; more than these only the city may grant. */
  most: z.int().check(z.gte(hardshipLimits.fewest), z.lte(hardshipLimits.most)),
});

/** For policies that were proposed before they had the member. */
export const defaultHardship = { most: 60 } as const;

/** What the city may grant: a review date further away is none. */
export const longestHardship = hardshipLimits.most;

/** 审核提级与申请失效, in working days; the longest review ends before a claim may lapse. */
const waitingLimits = { raise: 15, lapse: [termLimits.review, 30] } as const;

const RaiseDays = z.int().check(z.gte(0), z.lte(waitingLimits.raise));

export const PolicyWaiting = z
  .object({
    /** After a ruling was due, until the supervisors of those who have to rule are told. */
    supervisorAfter: RaiseDays,
    /** After it was due, until the city is told. */
    cityAfter: RaiseDays,
    /** After a claim was made, until it lapses without a ruling. */
    claimLapsesAfter: z.int().check(z.gte(waitingLimits.lapse[0]), z.lte(waitingLimits.lapse[1])),
  })
  .check(
    z.refine(({ supervisorAfter, cityAfter }) => supervisorAfter <= cityAfter, {
      path: ['cityAfter'],
      error: 'not_allowed',
    }),
  );

/** For policies that were proposed before they had the member. */
export const defaultWaiting = { supervisorAfter: 2, cityAfter: 4, claimLapsesAfter: 10 } as const;

export const PolicyContest = z.object({
  /** 评价异议: until there is a ruling on a contested rating. */
  term: termUpTo(termLimits.contest),
});

/** For policies that were proposed before they had the member. */
export const defaultContest = { term: { amount: 5, unit: 'working_day' } } as const;
