import { describe, expect, it, vi } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  acceptedLine,
  csvOf,
  ndjsonType,
  openImport,
  rowsOf,
  xlsxOf,
  xlsxType,
} from './import-file-sample.ts';

const told = ({ lines }: CaseImportAnswer): readonly string[] =>
  lines.map(({ line, outcome, problem }) => [line, outcome, problem?.code ?? ''].join(' ').trim());

describe('no line of a table vanishes', () => {
  const small = {
    projectNo: nextProjectNo(),
    type: 'step',
    at: '2026-11-20 09:10',
    stepName: '审查',
  };
  const big = acceptedLine();

  it('below a first table, whose header is not the one with the most names', async () => {
    const { send } = await openImport();
    const text = csvOf([acceptedLine()]) + csvOf([{ ...big, hall: '', window: '' }]);
    const answer = bodyOf<CaseImportAnswer>(await send(text));
    expect(answer).toMatchObject({ stored: 1, refused: 2 });
    expect(told(answer)).toEqual([
      '2 stored',
      '3 refused line_is_header',
      '4 refused line_outside_table',
    ]);
    const rows = [...rowsOf([small]), ...rowsOf([big])];
    const book = bodyOf<CaseImportAnswer>(await send(await xlsxOf({ name: '表', rows }), xlsxType));
    expect(told(book)).toEqual([
      '2 refused case_unknown',
      '3 refused line_is_header',
      '4 refused line_outside_table',
    ]);
  });

  it('between headers that are the same, as on every page', async () => {
    const { send } = await openImport();
    const text = csvOf([acceptedLine()]) + csvOf([acceptedLine()]);
    expect(told(bodyOf<CaseImportAnswer>(await send(text)))).toEqual([
      '2 stored',
      '3 refused line_is_header',
      '4 stored',
    ]);
  });

  it('above the header, unless it is a title', async () => {
    const { send } = await openImport();
    const [header = '', line = ''] = csvOf([acceptedLine()]).split('\r\n');
    const [, other = ''] = csvOf([acceptedLine()]).split('\r\n');
    const title = ['越城区清单', '单位：市监局,2026年11月,填表人：王'];
    const text = [...title, other, header, line, ''].join('\r\n');
    const answer = bodyOf<CaseImportAnswer>(await send(text));
    expect(told(answer)).toEqual(['3 refused line_outside_table', '5 stored']);
    expect(answer.headerLine).toBe(4);
  });
});

describe('no line takes the others with it', () => {
  it.each(['type', 'projectNo', 'at'])('with deep nesting in %s', async (member) => {
    const { send } = await openImport();
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const good = { ...acceptedLine() };
    const event = JSON.stringify({
      type: 'step',
      projectNo: good.projectNo,
      at: '2026-11-20T09:00:00Z',
    });
    const bad = event
      .replace(/^\{/, `{"${member}":${deep},`)
      .replace(new RegExp(`,"${member}":"[^"]*"`), '');
    const reply = await send(`${bad}\n{"type":"step"}\n`, ndjsonType);
    expect(outcomeOf(reply)).toBe('200');
    expect(told(bodyOf<CaseImportAnswer>(reply))).toEqual([
      '1 refused invalid_input',
      '2 refused invalid_input',
    ]);
  });

  it('when the store fails for one of them; only a store that fails for all is a fault', async () => {
    const { world, key, send } = await openImport();
    const [one, other] = [nextProjectNo(), nextProjectNo()];
    const lines = [acceptedLine(one), acceptedLine(other)];
    const save = world.stores.cases.save.bind(world.stores.cases);
    const failFor = (numbers: readonly string[]) =>
      vi.spyOn(world.stores.cases, 'save').mockImplementation((next) => {
        if (numbers.includes(next.projectNo)) throw new Error('the item is damaged');
        return save(next);
      });
    failFor([one]);
    expect(told(bodyOf<CaseImportAnswer>(await send(csvOf(lines))))).toEqual([
      '2 refused fault',
      '3 stored',
    ]);
    const events = [one, other].map((projectNo) => ({ eventId: projectNo, projectNo }));
    const batch = await world.call('POST /v1/cases', { by: key, body: { events } });
    expect(bodyOf<{ refused: number }>(batch).refused).toBe(2);
    failFor([one, other]);
    await expect(send(csvOf(lines.slice(0, 1)))).resolves.toMatchObject({ status: 500 });
    vi.restoreAllMocks();
  });
});
