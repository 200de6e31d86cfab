import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FiguresView } from '../../../../../../events/figures/view.ts';
import { MethodView } from '../../../../../../events/public/method-view.ts';
import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { monthOf, monthSpan } from '../../../../../../shared/domain/time/month.ts';
import type { Month } from '../../../../../../shared/domain/time/month.ts';
import { downloadFile } from '../../download.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';

const reader = 'supervisor-city';

/** How a file of that form begins. */
const beginnings = { xlsx: 'PK\u0003\u0004', docx: 'PK\u0003\u0004', html: '<!doctype html>' };
type Form = keyof typeof beginnings;

interface Saving {
  readonly month: Month;
  readonly directory: string;
}

const saveForm = async (
  stage: Stage,
  form: Form,
  { month, directory }: Saving,
): Promise<Buffer> => {
  const path = `/v1/bulletins/${month}/${form}`;
  const { bytes, headers } = await downloadFile(stage, reader, path);
  const beginning = bytes.toString('latin1', 0, beginnings[form].length);
  expectThat(beginning === beginnings[form], `a file of the form ${form}`, beginning);
  const name = /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  expectThat(name === `bulletin-330600-${month}.${form}`, 'its name', name);
  const file = join(directory, name ?? form);
  await writeFile(file, bytes);
  stage.tell.quote(`${file} · ${bytes.length} bytes`);
  return bytes;
};

const ratedIn = async (stage: Stage, month: Month): Promise<number> => {
  const { from, to } = monthSpan(month);
  const path = `/v1/figures?scope=city:330600&from=${from}&to=${to}`;
  const shown = await (await stage.as(reader)).get(path);
  return expectBody(shown, 200, FiguresView).total.counts.rated ?? 0;
};

const showMethod = async ({ client, tell, url }: Stage): Promise<void> => {
  const view = expectBody(await client.open().get('/v1/open/method'), 200, MethodView);
  const page = await client.open().get<string>('/open/method');
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
  await saveForm(stage, 'xlsx', saving);
  await saveForm(stage, 'docx', saving);
  const page = (await saveForm(stage, 'html', saving)).toString('utf8');
  const rated = await ratedIn(stage, month);
  const row = new RegExp(String.raw`主动评价数\s*</td>\s*<td[^>]*>\s*([\d,]+)`);
  const told = row.exec(page)?.[1]?.replaceAll(',', '');
  expectThat(told === String(rated), `the bulletin says ${rated} ratings`, told);
  tell.pass('三种格式已保存，数字与统计一致', 'saved in three forms, with the figures’ numbers');
  await showMethod(stage);
};
