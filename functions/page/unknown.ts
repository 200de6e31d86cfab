import type { HttpHandler } from '../../shared/http/edge.ts';
import { addressProblems } from '../../shared/http/problem/address.table.ts';
import { pageProblems } from '../../shared/http/problem/page.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';

/** `GET /`: who knows nothing but the name of the service can look up a rating. */
export const leadIn: HttpHandler = async () => ({
  status: 303,
  body: '<a href="/receipt">/receipt</a>',
  headers: { location: '/receipt', 'content-type': 'text/html; charset=utf-8' },
});

/** `GET /{path+}`: every address that no other route has. */
export const refuseUnknown: HttpHandler = async ({ rawPath }) => {
  const isCall = rawPath.startsWith('/v1/');
  throw new Problem(isCall ? addressProblems.address_unknown : pageProblems.page_unknown);
};
