import * as z from 'zod/mini';

import { hallLevels, registerNouns } from '../../domain/oversight/register.ts';
import type { RegisterEntry } from '../../domain/oversight/register.ts';
import { Instant } from '../../domain/time/instant.ts';
import type { StoredRegister } from '../../port/oversight/register-store.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

/** A register without its entries, which are in parts under the digest. */
export interface RegisterHead extends Omit<StoredRegister, 'entries'> {
  readonly digest: string;
  readonly count: number;
}

export const storedRegisterHead = defineKind<RegisterHead>()({
  name: 'register',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      noun: z.enum(registerNouns),
      area: z.string(),
      version: z.int(),
      by: z.string(),
      at: Instant,
      digest: z.string(),
      count: z.int(),
    }),
  ),
});

interface RegisterPart {
  readonly entries: readonly RegisterEntry[];
}

const Entry = z.strictObject({
  code: z.string(),
  name: z.string(),
  orgCode: z.optional(z.string()),
  level: z.optional(z.enum(hallLevels)),
});

export const storedRegisterPart = defineKind<RegisterPart>()({
  name: 'register_entry',
  writes: 1,
  versions: startVersions(1, z.strictObject({ entries: z.array(Entry) })),
});
