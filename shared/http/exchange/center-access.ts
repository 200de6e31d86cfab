import * as z from 'zod/mini';

import type { CenterAccess, CenterStore } from '../../port/exchange/center-store.ts';
import type { KeyRing } from '../../port/key-ring.ts';

/** The place the center's secrets are sealed for. */
const centerSecretsPlace = 'center/access';

/** What is sealed of an access; of `hmac` the secret alone. */
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

/** Read for every call, so that a new key counts at once. */
export const readCenterAccess =
  (center: Pick<CenterStore, 'access'>, keys: KeyRing) =>
  async (): Promise<PlainCenterAccess | undefined> => {
    const access = await center.access();
    return access && decryptAccess(access, keys);
  };
