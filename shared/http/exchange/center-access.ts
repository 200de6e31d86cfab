import * as z from 'zod/mini';

import type { CenterAccess, CenterStore } from '../../port/exchange/center-store.ts';
import type { KeyRing } from '../../port/key-ring.ts';

/** The context to which the encryption of the center's secrets is bound. */
const centerSecretsPlace = 'center/access';

/** The encrypted part of an access; for `hmac` only the secret. */
export const CenterSecrets = z.object({
  secret: z.string(),
  sm: z.optional(z.object({ sm4Key: z.string(), sm2PrivateKey: z.string() })),
});
export type CenterSecrets = z.infer<typeof CenterSecrets>;

export interface PlainCenterAccess extends CenterSecrets {
  readonly accessKey: string;
}

export const sealSecrets = (secrets: CenterSecrets, keys: KeyRing): Promise<string> =>
  keys.encrypt(JSON.stringify(secrets), centerSecretsPlace);

export const decryptAccess = async (
  access: CenterAccess,
  keys: KeyRing,
): Promise<PlainCenterAccess> => {
  const secrets = await keys.decrypt(access.sealedSecrets, centerSecretsPlace);
  return { accessKey: access.accessKey, ...CenterSecrets.parse(JSON.parse(secrets)) };
};

/** Reads the access for every call, so that a new key takes effect at once. */
export const readCenterAccess =
  (center: Pick<CenterStore, 'access'>, keys: KeyRing) =>
  async (): Promise<PlainCenterAccess | undefined> => {
    const access = await center.access();
    return access && decryptAccess(access, keys);
  };
