/** Identity sources of authorizers: `$request.header.<name>` and `$request.querystring.<name>`. */
import type { GatewayRequest } from './gateway-request.ts';

/** Undefined when the request does not contain it. */
export const identityOf = (source: string, request: GatewayRequest): string | undefined => {
  const [, kind, name = ''] = /^\$request\.(header|querystring)\.(.+)$/u.exec(source) ?? [];
  if (kind === 'header') return request.headers[name.toLowerCase()];
  if (kind === 'querystring') return new URLSearchParams(request.rawQuery).get(name) ?? undefined;
  throw new Error(`The local runtime does not support the identity source ${source}`);
};
