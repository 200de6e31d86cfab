import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';

import { isAbsent } from '../../engine/absent-file.ts';

/** The keys of the provider: `jwks` signs tokens, `cookieKey` signs its own cookies. */
export interface SigningKeys {
  readonly jwks: { readonly keys: readonly JWK[] };
  readonly cookieKey: string;
}

/** API Gateway's JWT authorizer accepts RSA only. */
export const signingAlgorithm = 'RS256';

const generateSigningKeys = async (): Promise<SigningKeys> => {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = randomBytes(8).toString('hex');
  return {
    jwks: { keys: [{ ...jwk, kid, alg: signingAlgorithm, use: 'sig' }] },
    cookieKey: randomBytes(32).toString('base64url'),
  };
};

/**
 * Returns the keys in `dataDir/identity-keys.json` (mode 0600), created on first use: a token stays
 * valid after a restart. The file is written under a temporary name and renamed, so that a crash
 * leaves either no file or a complete one.
 */
export const signingKeys = async (dataDir: string): Promise<SigningKeys> => {
  const path = join(dataDir, 'identity-keys.json');
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SigningKeys;
  } catch (fault) {
    if (!isAbsent(fault)) throw fault;
  }
  const keys = await generateSigningKeys();
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return keys;
};
