import { Misused } from './fault-words.ts';
import type { SigningKey } from './loop-client.ts';

export interface Given {
  readonly 'base-url'?: string | undefined;
  readonly key?: string | undefined;
  readonly secret?: string | undefined;
}

/** The address of the service and the key to sign with. */
export interface Access {
  readonly url: string;
  readonly key: SigningKey;
}

/**
 * Reads the credentials from the command line arguments, then from the environment. The environment
 * is the safer place, because a process list does not show it. Returns undefined when one of them
 * is missing.
 * @throws Misused when the address is not a URL
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

const origin = {
  zh: '密钥由一名系统管理员以 POST /v1/integrators 提出、另一名复核后取得，密文只显示一次（见 README）',
  en: 'One administrator proposes a key with POST /v1/integrators; another confirms it and is shown its secret, once (see README)',
};

/**
 * As `accessOf`.
 * @throws Misused that names what is missing, and where a key comes from
 */
export const requireAccess = (given: Given, environment: NodeJS.ProcessEnv): Access => {
  const access = accessOf(given, environment);
  if (access !== undefined) return access;
  const told = {
    '--base-url': given['base-url'] ?? environment['HCP_BASE_URL'],
    '--key': given.key ?? environment['HCP_KEY'],
    '--secret': given.secret ?? environment['HCP_SECRET'],
  };
  const missing = Object.entries(told).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  );
  throw new Misused(
    `缺少 ${missing.join('、')}。${origin.zh} · missing: ${missing.join(', ')}. ${origin.en}`,
  );
};
