import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { monthOf, monthSpan } from '../../../../../../shared/domain/time/month.ts';
import type { Month } from '../../../../../../shared/domain/time/month.ts';
import { expectThat } from '../../../player/expectation.ts';
import { downloadFile } from '../../download.ts';
import type { Stage } from '../../stage.ts';

const by = 'supervisor-city';

/** The first bytes of a file of each format. */
const beginnings = { xlsx: 'PK\u0003\u0004', docx: 'PK\u0003\u0004', html: '<!doctype html>' };
type Format = keyof typeof beginnings;

interface Saving {
  readonly month: Month;
  readonly directory: string;
}

const saveBulletin = async (
  stage: Stage,
  format: Format,
  { month, directory }: Saving,
): Promise<Buffer> => {
  const path = `/v1/bulletins/${month}/${format}`;
  const { bytes, headers } = await downloadFile(stage, by, path);
  const beginning = bytes.toString('latin1', 0, beginnings[format].length);
  expectThat(beginning === beginnings[format], `a file of the form ${format}`, beginning);
  const name = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  expectThat(name === `bulletin-330600-${month}.${format}`, 'its name', name);
  const file = join(directory, name ?? format);
  await writeFile(file, bytes);
  stage.tell.quote(`${file} · ${bytes.length} bytes`);
  return bytes;
};

const countRatings = async (stage: Stage, month: Month): Promise<number> => {
  const query = { scope: 'city:330600', ...monthSpan(month) };
  return (await stage.play('readFigures', { by, query })).total.counts.rated ?? 0;
};

const showMethod = async (stage: Stage): Promise<void> => {
  const { tell, url } = stage;
  const view = await stage.play('readMethod', {});
  const page = await stage.client.open().get<string>('/open/method');
  const isWhole = view.measures.every(({ name }) => page.body.includes(name));
  expectThat(page.status === 200 && isWhole, 'every rate is on the page', page.status);
  tell.quote(`${url}/open/method`);
  tell.pass(
    `统计口径公开：${view.measures.length} 项指标的公式`,
    `the method is public: formulas of ${view.measures.length} rates`,
  );
};

/** 月报与口径: the month as a workbook, a document and a page, and how its numbers are made. */
export const playBulletin = async (stage: Stage): Promise<void> => {
  const { tell, begunAt } = stage;
  const month = monthOf(civilDateOf(begunAt));
  tell.scene('通报与统计口径', 'The bulletin, and how its figures are calculated');
  const directory = await mkdtemp(join(tmpdir(), 'haochaping-bulletin-'));
  const saving = { month, directory };
  await saveBulletin(stage, 'xlsx', saving);
  await saveBulletin(stage, 'docx', saving);
  const page = (await saveBulletin(stage, 'html', saving)).toString('utf8');
  const rated = await countRatings(stage, month);
  const row = new RegExp(String.raw`主动评价数\s*</td>\s*<td[^>]*>\s*([\d,]+)`);
  const shown = row.exec(page)?.[1]?.replaceAll(',', '');
  expectThat(shown === String(rated), `the bulletin says ${rated} ratings`, shown);
  tell.pass('三种格式已保存，数字与统计一致', 'saved in three forms, with the figures’ numbers');
  await showMethod(stage);
};
