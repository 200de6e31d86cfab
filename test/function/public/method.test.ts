import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { MethodView } from '../../../events/public/method-view.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import type { Measure } from '../../../shared/domain/figures/measure.table.ts';
import { rateOf } from '../../../shared/domain/figures/measure.ts';
import { slots } from '../../../shared/domain/figures/slot.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { monthCounts } from '../../support/bulletin-source.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, people } from '../world.ts';
import type { World } from '../world.ts';

const secondAdmin: Person = { ...people.admin, id: 'u-admin-2' };

const method = async (world: World, language = 'zh'): Promise<MethodView> =>
  bodyOf<MethodView>(await world.call('GET /v1/open/method', { query: { lang: language } }));

describe('the method', () => {
  it('reckons every measure the way the figures do', async () => {
    const { measures: told } = await method(newWorld());
    expect(told.map(({ measure }) => measure)).toEqual(Object.keys(measures));
    const counts = monthCounts(7);
    const sum = (side: MethodView['measures'][number]['numerator']): number =>
      side.plus.reduce((all, slot) => all + (counts[slot] ?? 0), 0) -
      side.less.reduce((all, slot) => all + (counts[slot] ?? 0), 0);
    for (const { measure, numerator, denominator, official } of told) {
      const rate = rateOf((measures as Readonly<Record<string, Measure>>)[measure]!, counts);
      expect([measure, sum(numerator), sum(denominator)]).toEqual([
        measure,
        rate.numerator,
        rate.denominator,
      ]);
      expect(official).toBe(false);
    }
  });

  it('names every slot, every notice of the calendar and the terms in force', async () => {
    const view = await method(newWorld(), 'en');
    expect(view.slots.map(({ slot }) => slot)).toEqual(slots);
    expect(view.calendars).toHaveLength(officialCalendarYears.length);
    expect(view.policy).toMatchObject({
      version: 2,
      official: false,
      office: { dayStart: '08:30', cutOff: '17:30', dayEnd: '17:30' },
      receiptDay: 'as_received',
    });
    expect(view.policy.terms[1]).toEqual({
      clock: 'rectify',
      name: 'Rectify and answer',
      amount: 15,
      unit: 'working_day',
    });
  });

  it('tells the scores of the policy that is in force now', async () => {
    const world = newWorld();
    const { version: _version, ...rules } = defaultPolicy;
    const scores = { ...rules.scores, basically_satisfied: 5 };
    const body = { ...rules, scores };
    const proposed = await world.call('POST /v1/policies', { as: people.admin, body });
    const { version } = bodyOf<{ version: number }>(proposed);
    const path = { version: String(version) };
    await world.call('POST /v1/policies/{version}/activate', { as: secondAdmin, path, body: {} });
    world.clock.advance(120_000);
    const { policy } = await method(world);
    expect(policy.version).toBe(version);
    expect(policy.scores.map(({ score }) => score)).toEqual([10, 8, 5, 3, 0]);
  });
});

const page = async (language: string): Promise<string> =>
  String((await newWorld().call('GET /open/method', { query: { lang: language } })).body);

describe('the page of the method', () => {
  it.each(['zh', 'en'])('shows in %s every formula and every slot', async (language) => {
    const [text, view] = [await page(language), await method(newWorld(), language)];
    for (const { name, formula } of [...view.measures, view.averageScore]) {
      expect(text).toContain(`<th scope="row">${name}</th>`);
      expect(text).toContain(formula);
    }
    for (const { slot } of view.slots) expect(text).toContain(`<code>${slot}</code>`);
    for (const rule of view.publication) expect(text).toContain(rule.replaceAll("'", '&#39;'));
  });

  it('says that the formulas are not official', async () => {
    expect(await page('zh')).toContain('并非浙江省官方公式');
    expect(await page('en')).toContain('not the official ones of Zhejiang');
  });

  it('has one heading of the first level, no skipped one, and ids only once', async () => {
    const text = await page('zh');
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(text).toContain('<a href="/open/method?lang=zh" aria-current="page">');
  });
});
