import * as z from 'zod/mini';

import { integratorRights, integratorStates } from '../../domain/access/integrator.ts';
import type { IssuerHolder } from '../../domain/access/issuer.ts';
import { Channel } from '../../domain/rating/channel.ts';
import type { Integrator } from '../../port/access/integrator-store.ts';
import { revocation, signed } from '../signed.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

export const rights = z.array(z.enum(integratorRights));

export const scope = z.strictObject({
  areas: z.array(z.string()),
  departments: z.union([z.literal('all'), z.array(z.string())]),
  channels: z.array(Channel),
  numberPrefixes: z.array(z.string()),
});

export const storedIntegrator = defineKind<Integrator>()({
  name: 'integrator',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      accessKey: z.string(),
      system: z.string(),
      name: z.string(),
      may: rights,
      scope,
      sealedSecret: z.string(),
      state: z.enum(integratorStates),
      revoked: z.optional(revocation),
      ...signed,
    }),
  ),
});

interface StoredIssuer extends IssuerHolder {
  readonly number: number;
}

export const storedIssuer = defineKind<StoredIssuer>()({
  name: 'issuer',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({ of: z.enum(['key', 'pad']), id: z.string(), number: z.int() }),
  ),
});

/** How many numbers are given: the version of the count. */
export const storedIssuerCount = defineKind<{ readonly version: number }>()({
  name: 'issuer_count',
  writes: 1,
  versions: startVersions(1, z.strictObject({ version: z.int() })),
});

interface ReplayMark {
  /** Distinguishes the callers that claim the same mark. */
  readonly by: string;
}

export const storedReplayMark = defineKind<ReplayMark>()({
  name: 'replay',
  writes: 1,
  versions: startVersions(1, z.strictObject({ by: z.string() })),
});
