/**
 * Whatever shape the file of a register has: the list is exactly what was meant, or the file is
 * refused by line and column. More runs: FILE_RUNS=10.
 */
import { randomUUID } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Given } from '../../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../../world.ts';
import { csvType, xlsxType } from '../import-file-sample.ts';
import { hallTable } from './meant-hall.ts';
import { cellOf, headerName, wrongIn } from './meant-line.ts';
import type { Line } from './meant-line.ts';
import { anyTextShape, besideOf, writeText } from './write-text.ts';
import type { Beside } from './write-text.ts';
import { anyWorkbookShape, writeWorkbook } from './write-workbook.ts';

const times = Number(process.env['FILE_RUNS'] ?? 1);
const put = 'PUT /v1/register/{noun}/file';

const upload = (file: Buffer, type: string): Given => ({
  as: people.admin,
  path: { noun: 'halls' },
  query: { area: '330602' },
  headers: { 'content-type': type },
  nonce: randomUUID(),
  file,
});

const entryOf = (line: Line) =>
  Object.fromEntries(
    Object.keys(line).flatMap((name) => {
      const { meant } = cellOf(line, name);
      return meant === undefined ? [] : [[name, meant]];
    }),
  );

const codeOf = (line: Line) => String(cellOf(line, 'code').meant);

/** A register lists its entries by code, as text: 330602-H100 stands before 330602-H99. */
const meantBy = (lines: readonly Line[]) =>
  lines
    .toSorted((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1))
    .map((line) => entryOf(line));

interface Sent {
  readonly given: Given;
  readonly lines: readonly Line[];
  readonly beside: Beside;
  readonly starts: readonly number[];
  /** `line column` of cells that the layout makes unreadable. */
  readonly spoiled: readonly string[];
}

interface Refusal {
  readonly errors: readonly {
    readonly line?: number;
    readonly column?: string;
    readonly problem: string;
  }[];
}

/** A name of a register is one line without anything invisible; it is copied into many places. */
const oddNameOf = (line: Line): readonly string[] =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(String(cellOf(line, 'name').meant)) ? ['name'] : [];

/** Throws where what came of a file is not what was meant. */
const expectMeant = async ({ given, lines, beside, starts, spoiled }: Sent) => {
  const world = newWorld();
  const stray = beside.unnamed.filled < lines.length ? starts[beside.unnamed.filled] : undefined;
  const wrong = lines.flatMap((line, at) =>
    [...wrongIn(line), ...oddNameOf(line)].map(
      (name) => `${starts[at]} ${headerName(hallTable, name, beside.style)}`,
    ),
  );
  const places = [...wrong, ...spoiled];
  if (stray === undefined && places.length === 0) {
    await world.byTwo(put, given);
    const path = { noun: 'halls' };
    const shown = await world.call('GET /v1/register/{noun}', { as: people.supervisor, path });
    expect(bodyOf<{ entries: object[] }>(shown).entries).toEqual(meantBy(lines));
    return;
  }
  const reply = await world.call(put, given);
  expect([outcomeOf(reply), world.stores.memory.writes()]).toEqual(['400 invalid_input', 0]);
  const { errors } = bodyOf<Refusal>(reply);
  expect(errors.some(({ line }) => line === stray)).toBe(stray !== undefined);
  for (const { line, column, problem } of errors.filter((error) => error.line !== stray)) {
    expect([problem === 'cells_unnamed', places]).toEqual([false, places]);
    expect(places).toContain(`${line} ${column}`);
  }
};

const anyLines = fc.array(hallTable.line, { minLength: 1, maxLength: 4 });
const anyBeside = besideOf(hallTable);

describe('a register file of any shape', () => {
  it('as text is the list that was meant, or refused by line and column', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, anyBeside, anyTextShape, async (lines, beside, shape) => {
        const { file, lines: starts } = writeText(lines, beside, shape);
        expect(starts).toHaveLength(lines.length);
        await expectMeant({ given: upload(file, csvType), lines, beside, starts, spoiled: [] });
      }),
      { numRuns: 40 * times },
    );
  });

  it('as a workbook is the list that was meant, or refused by line and column', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, anyBeside, anyWorkbookShape, async (lines, beside, shape) => {
        const { file, lines: starts, merged } = writeWorkbook(lines, beside, shape);
        const column = headerName(hallTable, hallTable.mergeable, beside.style);
        const spoiled = merged < 0 ? [] : [`${starts[merged]} ${column}`];
        expect(starts).toHaveLength(lines.length);
        await expectMeant({ given: upload(file, xlsxType), lines, beside, starts, spoiled });
      }),
      { numRuns: 30 * times },
    );
  });
});
