import '../../support/silent-logs.ts';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { httpEdge } from '../../../shared/http/edge.ts';
import { problemPages } from '../../../shared/http/page/problem-page.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { pageGround } from '../../support/page-ground.ts';
import { requestOf } from '../request.ts';

const failWith = async (
  fault: Error,
  path: string,
  query: Readonly<Record<string, string>> = {},
) => {
  const edge = httpEdge(() => Promise.reject(fault), problemPages(pageGround));
  const request = { ...requestOf('GET /x', { query }, 0), rawPath: path };
  const { statusCode, headers, body } = await edge(request, {} as Context);
  return { status: statusCode, headers: headers ?? {}, body: body ?? '' };
};

describe('a problem of a page', () => {
  it('is a page with the words of the catalogue, and for developers with its code', async () => {
    const { status, headers, body } = await failWith(new Problem('token_expired'), '/docs', {
      lang: 'en',
    });
    expect(status).toBe(410);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
    });
    expect(body).toContain('/docs/problems?lang=en#token_expired');
    const other = await failWith(new Problem('token_expired'), '/open/method');
    expect(other.body).not.toMatch(/\/docs|<code>/);
  });

  it('that passes says when to try again, and a fault tells nothing of what is inside', async () => {
    const throttled = Object.assign(new Error('x'), { name: 'ThrottlingException' });
    const busy = await failWith(throttled, '/open');
    expect([busy.status, busy.headers['retry-after']]).toEqual([503, '2']);
    const fault = await failWith(new Error('table haochaping refused'), '/open');
    expect(fault.status).toBe(500);
    expect(fault.body).not.toContain('haochaping refused');
  });

  it.each(['/v1/open/scores', '/openapi.json', '/config.json'])(
    'stays JSON for programs: %s',
    async (path) => {
      const { headers } = await failWith(new Problem('fault'), path);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );

  it.each([
    '//evil.example/x',
    '///evil.example',
    '/\\evil.example',
    '/"><script>alert(1)</script>',
  ])('links only to this service, whatever the path: %s', async (path) => {
    const { body } = await failWith(new Problem('fault'), path);
    const links = [...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    const hosts = links.map(
      (href) => new URL(href.replaceAll('&amp;', '&'), 'https://own.example').origin,
    );
    expect(new Set(hosts)).toEqual(new Set(['https://own.example', 'null']));
    expect(body).not.toContain('<script>');
  });
});
