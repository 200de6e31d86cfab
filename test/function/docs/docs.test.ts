import '../../support/silent-logs.ts';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import { callExample } from '../../../functions/docs/call-example.ts';
import { serveDocs } from '../../../functions/docs/docs.ts';
import { flow, stageNames } from '../../../functions/docs/group-words.table.ts';
import { stages } from '../../../functions/docs/groups.ts';
import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { contentDigest, sign, signatureHeaders } from '../../../shared/http/signature.ts';
import { pageStyle } from '../../../shared/page/style.table.ts';
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
    expect(en).toMatch(/array \(.*\): cases \| invitations \| portal \| center/u);
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
      (href) => !/^(#|\?|\/docs|\/open\/method|\/openapi\.json)/.test(href),
    );
    expect(away).toEqual([]);
    const codes = links.flatMap((href) => /^\/docs\/problems\?lang=zh#(.+)$/.exec(href)?.[1] ?? []);
    expect(codes.filter((code) => !Object.hasOwn(allProblems, code))).toEqual([]);
  });

  it('load nothing, run nothing, and carry the one style that their policy names', async () => {
    const reply = await newWorld().call('GET /docs');
    const text = String(reply.body);
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = reply.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/<script|<img|<link|style="|url\(|@import|\son\w+="/);
  });

  it('have one heading of the first level, landmarks and no skipped level', async () => {
    for (const route of ['GET /docs', 'GET /docs/problems']) {
      const text = await page(route);
      const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(skipped).toEqual([]);
      for (const landmark of ['<header>', '<main id="content">', '<footer>', '<nav aria-label=']) {
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
    const { body } = await serveDocs()(request as never);
    expect(body).not.toContain('<script>');
    expect(body).toContain('&quot;projectNo&quot;');
  });
});

/** Relative luminance and contrast as defined by WCAG 2. */
const luminance = (hex: string): number => {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((index) => {
    const share = Number.parseInt(full.slice(index, index + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colours of the pages', () => {
  const palettes = [...pageStyle.matchAll(/:root\{([^}]*)\}/g)].map(
    ([, body = '']) => new Map([...body.matchAll(/--(\w+):(#\w+)/g)].map(([, n, v]) => [n, v])),
  );

  it.each(['ink', 'soft', 'link', 'mark'])('%s can be read in light and in dark', (name) => {
    expect(palettes).toHaveLength(2);
    for (const palette of palettes) {
      for (const ground of ['paper', 'shade']) {
        const ratio = contrast(palette.get(name) ?? '', palette.get(ground) ?? '');
        expect(ratio).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
