import { readXlsx } from 'hucre/xlsx';
import type { Sheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import { viewOf } from '../../../functions/bulletin/view/bulletin-view.ts';
import {
  toChartValue,
  isChange,
  isRate,
  shownCharts,
} from '../../../functions/bulletin/view/view.ts';
import type { Cell, BulletinTable } from '../../../functions/bulletin/view/view.ts';
import { bulletinXlsx } from '../../../functions/bulletin/xlsx/xlsx.ts';
import { bulletinOf } from '../../../shared/domain/bulletin/bulletin.ts';
import type { BulletinSource } from '../../../shared/domain/bulletin/bulletin.ts';
import { rankedMeasures } from '../../../shared/domain/bulletin/standing.ts';
import { slotName } from '../../../shared/domain/figures/names.ts';
import type { Slot } from '../../../shared/domain/figures/slot.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { at } from '../../fake/clock.ts';
import { novemberOf } from '../../support/bulletin-source.ts';
import { unzip } from '../../support/unzip.ts';

const headerRows = 3;

const fileOf = async (source: BulletinSource, language: Language = 'zh') => {
  const bulletin = bulletinOf(source);
  const view = viewOf(bulletin, language);
  const bytes = await bulletinXlsx(view);
  const { sheets } = await readXlsx(bytes);
  const sheet = (name: string): Sheet => {
    const found = sheets.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no worksheet ${name}`);
    return found;
  };
  return { bulletin, view, bytes, sheets, sheet };
};

/** The expected values of a cell in a worksheet; null is an empty cell. */
const flat = (cell: Cell): readonly unknown[] => {
  if (cell === null || typeof cell !== 'object') return [cell];
  if (isChange(cell)) return [cell.change];
  if (!isRate(cell)) throw new Error('another cell');
  const { rank, value, numerator, denominator } = cell;
  return [...(rank === undefined ? [] : [rank]), value, numerator, denominator];
};

const bodyOf = (sheet: Sheet, width: number): unknown[][] =>
  sheet.rows
    .slice(headerRows)
    .map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));

/** The cells of the column in a chart's formula: `'Sheet'!$B$4:$B$33`. */
const cellsAt = (sheet: (name: string) => Sheet, formula: string): readonly unknown[] => {
  const [, name = '', letters = '', from = '', to = ''] =
    /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formula) ?? [];
  const column =
    letters.split('').reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1;
  const rows = sheet(name).rows.slice(Number(from) - 1, Number(to));
  return rows.map((row) => row[column] ?? null);
};

const wantedOf = (tables: readonly BulletinTable[]): unknown[][] =>
  tables.flatMap(({ title, rows }) =>
    rows.map((row) => [...(tables.length > 1 ? [title] : []), ...row.flatMap(flat)]),
  );

describe.each([
  ['sixty departments', 60, 'zh'],
  ['sixty departments', 60, 'en'],
  ['one department', 1, 'zh'],
  ['none', 0, 'en'],
] as const)('the workbook of %s (%i, %s)', (_what, many, language) => {
  const file = fileOf(novemberOf(many), language);

  it('holds every number of every table as a number', async () => {
    const { view, sheet } = await file;
    const bySheet = Map.groupBy(
      view.sections.flatMap(({ tables }) => tables),
      (table) => table.sheet,
    );
    for (const [name, tables] of bySheet) {
      const wanted = wantedOf(tables);
      const found = bodyOf(sheet(name), wanted[0]?.length ?? 1);
      expect([name, found]).toEqual([name, wanted.length === 0 ? [[tables[0]!.empty]] : wanted]);
    }
  });

  it('keeps its headings in sight and its names within what Excel takes', async () => {
    const { sheets, view } = await file;
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
    for (const { freezePane } of sheets.slice(1)) {
      expect(freezePane).toMatchObject({ rows: headerRows });
      expect(freezePane?.columns).toBeGreaterThanOrEqual(1);
    }
    const cover = sheets[0]!.rows.map(([text]) => text);
    for (const { heading, notes } of view.sections) {
      expect(cover).toContain(heading);
      for (const note of notes) expect(cover).toContain(note);
    }
  });

  it('has charts over the very cells of the numbers that they show', async () => {
    const { view, sheet } = await file;
    for (const table of view.sections.flatMap(({ tables }) => tables)) {
      for (const chart of shownCharts(table)) {
        const native = (sheet(table.sheet).charts ?? []).find(
          ({ title }) => title === chart.title,
        )!;
        const shown = table.rows.slice(chart.rows?.from, chart.rows?.to);
        expect(native.kinds).toEqual([chart.kind === 'line' ? 'line' : 'bar']);
        const wanted = chart.values.map((column) => shown.map((row) => toChartValue(row[column])));
        const found = native.series!.map(({ valuesRef }) => cellsAt(sheet, valuesRef!));
        expect([chart.title, found]).toEqual([chart.title, wanted]);
        const [{ categoriesRef } = {}] = native.series!;
        expect(cellsAt(sheet, categoriesRef!)).toEqual(shown.map((row) => row[chart.category]));
      }
    }
  });
});

describe('the workbook', () => {
  it('says what the bulletin says of each department', async () => {
    const { bulletin, sheet } = await fileOf(novemberOf(60));
    const rows = sheet('部门指标总表').rows.slice(headerRows);
    expect(rows).toHaveLength(60);
    for (const { id, names, places } of bulletin.departments) {
      const row = rows.find(([, code]) => code === id)!;
      expect(row[0]).toBe(names.zh);
      rankedMeasures.forEach((name, index) => {
        const { rank, rate } = places[name];
        const found = row.slice(2 + 4 * index, 6 + 4 * index).map((cell) => cell ?? null);
        expect([id, name, found]).toEqual([
          id,
          name,
          [rank, rate.value, rate.numerator, rate.denominator],
        ]);
      });
    }
  });

  it('compares every count with the month before', async () => {
    const { bulletin, sheet } = await fileOf(novemberOf(9));
    const rows = new Map(sheet('主要数量').rows.map(([name, ...numbers]) => [name, numbers]));
    for (const slot of ['finished', 'rated', 'bad', 'default_received'] satisfies Slot[]) {
      const [now, before] = [bulletin.counts[slot]!, bulletin.countsBefore[slot]!];
      expect(rows.get(slotName(slot, 'zh'))).toEqual([now, before, now - before]);
    }
  });

  it('draws the first and the last of many, in two charts', async () => {
    const { bytes, view, sheet } = await fileOf(novemberOf(60));
    const titles = sheet('部门排名').charts!.map(({ title }) => title);
    expect(titles).toContain('差评率 · 前 15 名');
    expect(titles).toContain('差评率 · 后 15 名');
    const charts = view.sections.flatMap(({ tables }) => tables.flatMap(shownCharts));
    const parts = [...unzip(bytes).keys()].filter((path) => /^xl\/charts\/chart\d+/.test(path));
    expect(parts).toHaveLength(charts.length);
  });

  it('takes a name that looks like a formula as a name', async () => {
    const source = novemberOf(2);
    const name = '=1+1';
    const departments = source.departments.map((one) => ({
      ...one,
      names: { zh: name, en: name },
    }));
    const { bytes, sheet } = await fileOf({ ...source, departments });
    expect(sheet('部门指标总表').rows[headerRows]?.[0]).toBe(name);
    const worksheets = [...unzip(bytes)].filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(worksheets.some(([, xml]) => xml.includes('<f>'))).toBe(false);
  });

  it('says so while the month still runs', async () => {
    const { sheets } = await fileOf(novemberOf(2));
    expect(JSON.stringify(sheets[0]?.rows)).not.toContain('尚未结束');
    const running = await fileOf({
      ...novemberOf(2),
      at: at('2026-11-22T09:00:00+08:00'),
    });
    expect(JSON.stringify(running.sheets[0]?.rows)).toContain('本月尚未结束');
  });
});
