import '../../support/silent-logs.ts';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { httpEdge } from '../../../shared/http/edge.ts';
import { answerHeaders, pagePolicy } from '../../../shared/http/header.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requestOf } from '../request.ts';

const headersOf = async (
  answer: () => never | { readonly status: number; readonly body: object },
) => {
  const result = await httpEdge(async () => answer())(requestOf('GET /v1/x', {}, 0), {} as Context);
  return result.headers ?? {};
};

describe('the headers of an answer', () => {
  it('are those of data, unless it says otherwise, also of a problem', async () => {
    const answered = await headersOf(() => ({ status: 200, body: {} }));
    expect(answered).toMatchObject(answerHeaders.data);
    const refused = await headersOf(() => {
      throw new Problem('fault');
    });
    expect(refused).toMatchObject(answerHeaders.data);
  });

  it.each(Object.entries(answerHeaders))(
    'keep the connection and the type: %s',
    (_kind, headers) => {
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('let a browser keep a part of a page for good, and nothing else', () => {
    const kept = Object.entries(answerHeaders).map(([kind, one]) => [kind, one['cache-control']]);
    expect(Object.fromEntries(kept)).toEqual({
      data: 'no-store',
      page: 'no-store',
      asset: 'public, max-age=31536000, immutable',
    });
  });
});

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((one) => [one.split(' ')[0], one.slice(one.indexOf(' ') + 1)]),
  );

describe('the policy of a page', () => {
  it('allows its own origin only, and nothing inline', () => {
    const { 'img-src': images, ...others } = directives(pagePolicy("'self'"));
    expect(images).toBe("'self' data:");
    expect(new Set(Object.values(others))).toEqual(new Set(["'none'", "'self'", "'script'"]));
    expect(others).toMatchObject({
      'default-src': "'none'",
      'base-uri': "'none'",
      'require-trusted-types-for': "'script'",
    });
  });

  it('lets nobody frame the page but those who are named', () => {
    expect(directives(pagePolicy())['frame-ancestors']).toBe("'none'");
    const named = "'self' https://www.zjzwfw.gov.cn";
    expect(directives(pagePolicy(named))['frame-ancestors']).toBe(named);
  });
});
