/** 评价器页面规则: how the page of a pad treats the resident; a part of the policy. */
import * as z from 'zod/mini';

/**
 * Somebody who reads slowly needs time, and what one resident entered must not wait for the next.
 * WCAG 2.2.1 asks for at least 20 seconds to answer a warning.
 */
const limits = { idle: { fewest: 30, most: 300 }, warn: { fewest: 20, most: 120 } } as const;

const within = ({ fewest, most }: { readonly fewest: number; readonly most: number }) =>
  z.int().check(z.gte(fewest), z.lte(most));

export const PolicyPad = z.object({
  /** Seconds without a touch until the page asks whether somebody is there. */
  idleSeconds: within(limits.idle),
  /** Seconds to answer that before everything entered is deleted. */
  warnSeconds: within(limits.warn),
  /** Whether the page offers free text: others can read the screen. */
  freeText: z.boolean(),
});
export type PolicyPad = Readonly<z.output<typeof PolicyPad>>;

/** Of the policies that state none. */
export const defaultPadRules: PolicyPad = { idleSeconds: 60, warnSeconds: 20, freeText: false };

export const padRulesOf = ({ pad }: { readonly pad?: PolicyPad | undefined }): PolicyPad =>
  pad ?? defaultPadRules;
