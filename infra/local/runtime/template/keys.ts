/** `AWS::KMS::Key` with the aliases that refer to it. */
import { z } from 'zod';

import type { KeyDefinition } from '../../engine/kms/key-names.ts';
import { cfnBoolean, ignored, readProperties } from './properties.ts';
import type { Stack } from './stack.ts';

const Key = z.strictObject({
  Description: ignored,
  Enabled: cfnBoolean.optional(),
  EnableKeyRotation: ignored,
  /** Grants by the key itself; the runtime checks the roles of functions. */
  KeyPolicy: ignored,
  KeySpec: z.literal('SYMMETRIC_DEFAULT').optional(),
  KeyUsage: z.literal('ENCRYPT_DECRYPT').optional(),
  MultiRegion: ignored,
  PendingWindowInDays: ignored,
  RotationPeriodInDays: ignored,
  Tags: ignored,
});

const Alias = z.strictObject({ AliasName: z.string(), TargetKeyId: z.string() });

export const readKeys = (stack: Stack): readonly KeyDefinition[] => {
  const aliases = stack.ofType('AWS::KMS::Alias').map((one) => readProperties(Alias, one));
  return stack.ofType('AWS::KMS::Key').map((resource) => {
    readProperties(Key, resource);
    const arn = resource.attribute('Arn');
    const mine = aliases.filter(
      ({ TargetKeyId }) => TargetKeyId === arn || TargetKeyId === resource.name,
    );
    return { id: resource.name, arn, aliases: mine.map(({ AliasName }) => AliasName) };
  });
};
