import { Misused } from './fault-words.ts';
import type { SigningKey } from './loop-client.ts';

export interface Given {
  readonly 'base-url'?: string | undefined;
  readonly key?: string | undefined;
  readonly secret?: string | undefined;
}

/** Whom to call and as whom. */
export interface Access {
  readonly url: string;
  readonly key: SigningKey;
}

/**
 * Arguments go before the environment, where a secret is not listed; undefined when one is lacking.
 * @throws Misused when the address is none
 */
export const accessOf = (given: Given, environment: NodeJS.ProcessEnv): Access | undefined => {
  const url = given['base-url'] ?? environment['HCP_BASE_URL'];
  const accessKey = given.key ?? environment['HCP_KEY'];
  const secret = given.secret ?? environment['HCP_SECRET'];
  if (url === undefined || accessKey === undefined || secret === undefined) return undefined;
  if (!/^https?:\/\/[^/]/i.test(url)) {
    throw new Misused(
      '--base-url 须以 http:// 或 https:// 开头 · must begin with http:// or https://',
    );
  }
  return { url: url.replace(/\/+$/, ''), key: { accessKey, secret } };
};
