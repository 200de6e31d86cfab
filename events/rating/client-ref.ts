import * as z from 'zod/mini';

import { described } from '../primitive.ts';
import type { FieldProblem } from '../primitive.ts';

const form = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * Made at random by the person who rates: 96 bits and more. With the link it is what a rating is known by
 * again, so nobody else can know it. A UUID has this form too.
 */
export const ClientRef = described(
  z.string().check(
    z.refine((value) => form.test(value), {
      error: 'not_a_client_ref' satisfies FieldProblem,
    }),
  ),
  'Random reference of the rater: a UUID, or 16 to 64 characters of base64url',
  {
    example: '0b8f6a52-3c1d-4e7f-9a40-6d2c51e8b7f3',
    form: { pattern: '^[A-Za-z0-9_-]{16,64}$' },
  },
);
