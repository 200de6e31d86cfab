import * as z from 'zod/mini';

import { integratorRights, isAllowedTogether } from '../../shared/domain/access/integrator.ts';
import { Channel } from '../../shared/domain/rating/channel.ts';
import { CreditCode, SixDigitArea, text } from '../primitive.ts';
import { plainText } from '../read-text.ts';

const Digits = z.string().check(z.regex(/^[0-9A-Za-z-]{1,21}$/));

/** What the key may be used for; every call is checked against it. */
export const IntegratorScope = z.strictObject({
  /** 330600 means the whole city. */
  areas: z.array(SixDigitArea).check(z.minLength(1), z.maxLength(20)),
  /** The departments whose cases it reports. */
  departments: z.union([
    z.literal('all'),
    z.array(CreditCode).check(z.minLength(1), z.maxLength(200)),
  ]),
  /** The channels for which it may invite. */
  channels: z.array(Channel),
  /** Beginnings of 办件统一编号; empty: every number. */
  numberPrefixes: z.array(Digits).check(z.maxLength(50)),
});

export const IntegratorAdmission = z.strictObject({
  name: plainText(60),
  /**
   * For an additional key of an existing system: its `system`, so that both keys access the same
   * cases.
   */
  system: z.optional(text(128)),
  may: z
    .array(z.enum(integratorRights))
    .check(z.minLength(1), z.refine(isAllowedTogether, 'center_alone')),
  scope: IntegratorScope,
});
