import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bulletinDocx } from '../../../functions/bulletin/docx/docx.ts';
import { bulletinHtml, printPolicy } from '../../../functions/bulletin/html/html.ts';
import { viewOf } from '../../../functions/bulletin/view/bulletin-view.ts';
import { shownCharts } from '../../../functions/bulletin/view/view.ts';
import type { BulletinTable } from '../../../functions/bulletin/view/view.ts';
import { bulletinOf } from '../../../shared/domain/bulletin/bulletin.ts';
import type { BulletinSource } from '../../../shared/domain/bulletin/bulletin.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { novemberOf } from '../../support/bulletin-source.ts';
import { headingsOf, squeezed, tablesOf, wordsOf } from '../../support/bulletin-words.ts';
import { unzip } from '../../support/unzip.ts';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};

const plain = (markup: string): string =>
  squeezed(
    markup.replaceAll(/<[^>]+>/g, '').replaceAll(/&[#\w]+;/g, (found) => entities[found] ?? found),
  );

const parts = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, inner = '']) => inner);

const view = (source: BulletinSource, language: Language) => viewOf(bulletinOf(source), language);

const printed = (tables: readonly BulletinTable[]) =>
  tables.filter(({ rows }) => rows.length > 0).map(wordsOf);

const cases = [
  ['sixty departments', novemberOf(60), 'zh'],
  ['sixty departments', novemberOf(60), 'en'],
  ['one department', novemberOf(1, { areas: [] }), 'zh'],
  ['nothing at all', novemberOf(0, { counts: {}, countsBefore: {} }), 'en'],
] as const;

describe.each(cases)('the page of %s', (_what, source, language) => {
  const document = view(source, language);
  const text = bulletinHtml(document);

  it('has every table with every number, in order', () => {
    const tables = parts(text, /<table>([\s\S]*?)<\/table>/g).map((table) =>
      parts(table, /<tr>([\s\S]*?)<\/tr>/g).map((row) =>
        parts(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map(plain),
      ),
    );
    expect(tables).toEqual(printed(tablesOf(document)));
  });

  it('has its headings in order, and a drawing for every chart', () => {
    const headings = parts(text, /<h[23]>([\s\S]*?)<\/h[23]>/g).map(plain);
    expect(headings).toEqual(headingsOf(document).map(squeezed));
    const charts = tablesOf(document).flatMap(shownCharts);
    const captions = parts(text, /<figcaption>([\s\S]*?)<\/figcaption>/g);
    expect(captions.map(plain)).toEqual(charts.map(({ title }) => squeezed(title)));
    expect(parts(text, /(<svg )/g)).toHaveLength(charts.length);
  });

  it('is the same every time', () => {
    expect(bulletinHtml(document) === text).toBe(true);
  });

  it('loads, runs and styles nothing but by its one style sheet', () => {
    const style = parts(text, /<style>([\s\S]*?)<\/style>/g);
    expect(style).toHaveLength(1);
    const hash = createHash('sha256').update(style[0]!).digest('base64');
    expect(printPolicy).toContain(`style-src 'sha256-${hash}'`);
    const foreign = /<script|<img|<link|<style |\sstyle="|url\(|@import|\son\w+="/g;
    expect(text.match(foreign)).toBeNull();
    const ids = parts(text, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const paragraphs = (xml: string, style: string): readonly string[] =>
  parts(xml, /<w:p>([\s\S]*?)<\/w:p>/g)
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map(plain);

describe.each(cases)('the document of %s', (_what, source, language) => {
  const document = view(source, language);
  const written = bulletinDocx(document).then((bytes) =>
    unzip(bytes).get('word/document.xml')!.toString('utf8'),
  );
  it('has every table with every number, in order', async () => {
    const tables = parts(await written, /<w:tbl>([\s\S]*?)<\/w:tbl>/g)
      .filter((table) => table.includes('<w:tblHeader/>'))
      .map((table) =>
        parts(table, /<w:tr>([\s\S]*?)<\/w:tr>/g).map((row) =>
          parts(row, /<w:tc>([\s\S]*?)<\/w:tc>/g).map(plain),
        ),
      );
    expect(tables).toEqual(printed(tablesOf(document)));
  });

  it('has headings that a table of contents can be made of', async () => {
    const xml = await written;
    expect(paragraphs(xml, 'Title')).toEqual([squeezed(document.title)]);
    expect(paragraphs(xml, 'Heading1')).toEqual(
      document.sections.map(({ heading }) => squeezed(heading)),
    );
    expect(paragraphs(xml, 'Heading2')).toEqual(
      tablesOf(document).map(({ title }) => squeezed(title)),
    );
  });

  it('lays the tables of all rates across the page, and only these', async () => {
    const turned = parts(await written, /(<w:pgSz [^>]*>)/g).filter((size) =>
      size.includes('landscape'),
    );
    const broad = tablesOf(document).filter(
      (table) => table.broad === true && table.rows.length > 0,
    );
    expect(turned).toHaveLength(broad.length);
  });
});

describe('a bar', () => {
  const source = novemberOf(2);
  const document = view(source, 'zh');

  it('is as long as its share of the longest', async () => {
    const xml = unzip(await bulletinDocx(document))
      .get('word/document.xml')!
      .toString('utf8');
    const drawn = xml.slice(xml.indexOf('各渠道评价数'));
    const rows = parts(drawn.slice(0, drawn.indexOf('</w:tbl>')), /<w:tr>([\s\S]*?)<\/w:tr>/g);
    const spans = rows.map((row) =>
      parts(row, /<w:tc>([\s\S]*?)<\/w:tc>/g)
        .filter((cell) => cell.includes('w:fill='))
        .map((cell) => Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)),
    );
    const { channels } = bulletinOf(source);
    const most = Math.max(...channels.map(({ rated }) => rated));
    expect(most).toBeGreaterThan(0);
    const wanted = channels.map(({ rated }) =>
      rated === 0 ? [] : [Math.round((rated / most) * 50)],
    );
    expect(spans).toEqual(wanted);
  });

  it('escapes what a name brings with it', () => {
    const name = '<script>alert("1")</script>&';
    const departments = source.departments.map((one) => ({
      ...one,
      names: { zh: name, en: name },
    }));
    const text = bulletinHtml(view({ ...source, departments }, 'zh'));
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });
});
