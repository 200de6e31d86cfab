import '../../support/silent-logs.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import { callExample } from '../../../functions/docs/call-example.ts';
import { serveDocs } from '../../../functions/docs/docs.ts';
import { flow, stageNames } from '../../../functions/docs/group-words.table.ts';
import { stages } from '../../../functions/docs/groups.ts';
import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { contentDigest, sign, signatureHeaders } from '../../../shared/http/signature.ts';
import { pageGround } from '../../support/page-ground.ts';
import { newWorld } from '../world.ts';

const run = promisify(execFile);

const page = async (route: string, language?: string, asked?: string): Promise<string> => {
  const reply = await newWorld().call(route, {
    ...(asked === undefined ? {} : { query: { lang: asked } }),
    ...(language === undefined ? {} : { headers: { 'accept-language': language } }),
  });
  return String(reply.body);
};

describe('the pages', () => {
  it('say in both languages what every call is for', async () => {
    const [zh, en] = [await page('GET /docs'), await page('GET /docs', 'en-GB')];
    for (const { id, on, summary } of operations) {
      expect(zh).toContain(`<code>${on}</code> ${summary.zh}`);
      expect(en).toContain(`<section id="${id}"`);
    }
    expect([zh, en].map((text) => /<html lang="([\w-]+)"/.exec(text)?.[1])).toEqual([
      'zh-CN',
      'en',
    ]);
    expect(await page('GET /docs', 'en-GB', 'zh')).toContain('<html lang="zh-CN"');
  });

  it('name the allowed members of a list, and where a parameter stands', async () => {
    const [zh, en] = [await page('GET /docs', 'zh'), await page('GET /docs', 'en')];
    expect(en).toMatch(/array \(.*\): cases \| invitations \| portal \| messages \| center/u);
    expect(zh).toContain('<code>month</code> (查询参数)');
    expect(en).toContain('<code>month</code> (query)');
  });

  it('have one Chinese name for the number of a case', async () => {
    const pages = [await page('GET /docs', 'zh'), await page('GET /docs/problems', 'zh')].join('');
    expect(pages).toContain('办件统一编号');
    expect(pages).not.toMatch(/申办流水号|办件编号/u);
  });

  it('group the calls by caller and stage, and show only those of a filter', async () => {
    const whole = await page('GET /docs', 'en');
    expect(whole).toContain('<h3 id="integrator-case">Cases</h3>');
    const reply = await newWorld().call('GET /docs', {
      query: { lang: 'en', who: 'integrator', stage: 'case' },
    });
    const text = String(reply.body);
    const shown = [...text.matchAll(/<section id="(\w+)" aria-labelledby="\w+-heading">/g)];
    const wanted = operations.filter(
      ({ audience, to }) => audience === 'integrator' && to.startsWith('case/'),
    );
    expect(shown.map(([, id]) => id).filter((id) => id !== 'signing' && id !== 'bearer')).toEqual(
      wanted.map(({ id }) => id),
    );
  });

  it('name every stage and step of the flow', () => {
    expect(stages.filter((stage) => !Object.hasOwn(stageNames, stage))).toEqual([]);
    const routes = new Set(operations.map(({ on }): string => on));
    expect(flow.filter(([route]) => !routes.has(route))).toEqual([]);
  });

  it('give commands whose signature the service accepts', async () => {
    const commands = callExample('integrator').replace(/^DATE=.*$/m, 'DATE="$NOW"');
    const now = 'Fri, 20 Nov 2026 01:30:00 GMT';
    const script = `curl() { printf '%s\\n' "$@"; }\n${commands}`;
    const { stdout } = await run('bash', ['-c', script], { env: { ...process.env, NOW: now } });
    const sent = stdout.split('\n');
    const headers = Object.fromEntries(
      sent.flatMap((line) => {
        const [, name, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value]];
      }),
    );
    const body = sent[sent.indexOf('--data-raw') + 1] ?? '';
    const parts = {
      method: 'POST',
      path: '/v1/cases',
      query: '',
      accessKey: 'AKexample',
      date: now,
      contentDigest: contentDigest(body),
    };
    expect(headers).toMatchObject({
      [signatureHeaders.contentDigest]: parts.contentDigest,
      [signatureHeaders.signature]: sign(parts, 'example-secret-0123456789'),
    });
  });

  it('explain every problem at its anchor', async () => {
    const text = await page('GET /docs/problems', undefined, 'en');
    for (const [code, { status, en }] of Object.entries(allProblems)) {
      const [, section = ''] = text.split(`<section id="${code}"`);
      expect(section.split('</section>')[0]).toContain(`<span class="status">${status}</span>`);
      expect(section.split('</section>')[0]).toContain(en[0].replaceAll("'", '&#39;'));
    }
  });

  it.each(['GET /docs', 'GET /docs/problems'])('%s links only to what is there', async (route) => {
    const text = await page(route);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    const own = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
    expect(own.filter((id) => !ids.includes(id))).toEqual([]);
    const away = links.filter(
      (href) =>
        !/^(#|\?|\/docs|\/open\/method|\/about\/|\/receipt\?|\/openapi\.json|\/assets\/|data:)/.test(
          href,
        ),
    );
    expect(away).toEqual([]);
    const codes = links.flatMap((href) => /^\/docs\/problems\?lang=zh#(.+)$/.exec(href)?.[1] ?? []);
    expect(codes.filter((code) => !Object.hasOwn(allProblems, code))).toEqual([]);
  });

  it('load one style sheet of this service, and run nothing', async () => {
    const reply = await newWorld().call('GET /docs');
    const text = String(reply.body);
    expect(text).toContain('<link rel="stylesheet" href="/assets/document.AAAAAAAA.css" />');
    expect(text.match(/<link rel="stylesheet"/g)).toHaveLength(1);
    expect(reply.headers['content-security-policy']).toContain("style-src 'self'");
    expect(text).not.toMatch(/<script|<img|<style|\sstyle="|\son\w+="/);
  });

  it.each(['GET /docs', 'GET /docs/problems'])(
    '%s keep language and style in links',
    async (route) => {
      const reply = await newWorld().call(route, {
        query: { lang: 'en', style: 'elder', ...(route === 'GET /docs' ? { who: 'pad' } : {}) },
      });
      const text = String(reply.body);
      expect(text).toContain('<html lang="en" data-style="elder">');
      const links = [...text.matchAll(/href="(\/(?:docs|open)[^"]*)"/g)].map(
        ([, href = '']) => href,
      );
      const [switches, others] = [links.slice(0, 4), links.slice(4)];
      const kept = route === 'GET /docs' ? '&amp;who=pad' : '';
      const [, path = ''] = route.split(' ');
      expect(switches).toEqual([
        `${path}?lang=en${kept}`,
        `${path}?lang=en&amp;style=elder${kept}`,
        `${path}?lang=en&amp;style=contrast${kept}`,
        `${path}?lang=zh&amp;style=elder${kept}`,
      ]);
      expect(others.filter((href) => !href.includes('?lang=en&amp;style=elder'))).toEqual([]);
    },
  );

  it('have one heading of the first level, landmarks and no skipped level', async () => {
    for (const route of ['GET /docs', 'GET /docs/problems']) {
      const text = await page(route);
      const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(skipped).toEqual([]);
      for (const landmark of ['<header>', '<main id="content"', '<footer>', '<nav aria-label=']) {
        expect(text).toContain(landmark);
      }
    }
  });

  it('escape whatever is put into them', async () => {
    const request = {
      rawPath: '/docs',
      headers: {},
      queryStringParameters: { lang: '"><script>alert(1)</script>' },
    };
    const { body } = await serveDocs(pageGround)(request as never);
    expect(body).not.toContain('<script>');
    expect(body).toContain('&quot;projectNo&quot;');
  });
});
