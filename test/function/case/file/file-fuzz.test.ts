/**
 * Whatever shape a file has: each line is stored with exactly what was meant, or refused by its
 * place. More runs: FILE_RUNS=10. The seed of a failure is in its message.
 */
import { randomUUID } from 'node:crypto';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer, ImportedLine } from '../../../../events/case/import.ts';
import { applicantPlace } from '../../../../functions/case/applicant.ts';
import { bodyOf, newWorld, outcomeOf } from '../../world.ts';
import { csvType, xlsxType } from '../import-file-sample.ts';
import { caseTable, cellOf, headerName, wrongIn } from './meant-line.ts';
import type { Line } from './meant-line.ts';
import { anyTextShape, besideOf, writeText } from './write-text.ts';
import type { Beside } from './write-text.ts';
import { anyWorkbookShape, writeWorkbook } from './write-workbook.ts';

type FakeWorld = ReturnType<typeof newWorld>;

const times = Number(process.env['FILE_RUNS'] ?? 1);

const opened = async () => {
  const world = newWorld();
  const by = await world.integrator();
  const send = (file: Buffer, type: string) =>
    world.call('POST /v1/cases/import', {
      by,
      nonce: randomUUID(),
      headers: { 'content-type': type },
      file,
    });
  return { world, send };
};

/** What is stored of a line, by the names of its columns. */
const storedOf = async ({ stores }: FakeWorld, line: Line) => {
  const projectNo = String(cellOf(line, 'projectNo').meant);
  const known = await stores.cases.find(projectNo);
  if (known === undefined) return undefined;
  const { matter, department, applicant, contacts, timeline, ...header } = known;
  const place = applicantPlace(projectNo);
  const named = JSON.parse(await stores.keys.decrypt(applicant.sealed, place));
  const [event] = timeline;
  return {
    type: event?.type,
    projectNo,
    at: event?.at,
    matterCode: matter.code,
    matterName: matter.name,
    departmentCode: department.creditCode,
    departmentName: department.name,
    area: header.area,
    caseKind: header.caseKind,
    promiseWorkingDays: header.promiseWorkingDays,
    applicantKind: applicant.kind,
    applicantName: named.name,
    certificateType: named.certificate?.type,
    certificateNumber: named.certificate?.number,
    mobile: named.mobile,
    serviceNumber: contacts[0]?.serviceNumber,
    service: contacts[0]?.service,
    stepName: event?.step?.name,
    stepNote: event?.step?.note,
  };
};

const meantBy = (line: Line) =>
  Object.fromEntries(Object.entries(line).map(([name, { meant }]) => [name, meant]));

interface Expected {
  readonly line: Line;
  readonly at: number;
  readonly isStray: boolean;
  /** Columns that the layout makes unreadable. */
  readonly spoiled: readonly string[];
  readonly style: Beside['style'];
}

/** A line is stored as meant, or refused with the columns that cannot be read. */
const judge = async (world: FakeWorld, told: ImportedLine | undefined, expected: Expected) => {
  const { line, at, isStray, spoiled, style } = expected;
  const stored = await storedOf(world, line);
  const wrong = [...new Set([...wrongIn(line), ...spoiled])];
  if (wrong.length === 0 && !isStray) {
    expect([told, stored]).toEqual([
      expect.objectContaining({ line: at, outcome: 'stored' }),
      meantBy(line),
    ]);
    return;
  }
  expect([told?.line, told?.outcome, stored]).toEqual([at, 'refused', undefined]);
  const { code, errors = [] } = told?.problem ?? {};
  expect(code).toBe(isStray ? 'line_cells_unnamed' : 'invalid_input');
  expect(errors.length > 0).toBe(!isStray);
  const names = wrong.map((name) => headerName(caseTable, name, style));
  for (const { column } of errors) expect(names).toContain(column);
};

const anyLines = fc.array(caseTable.line, { minLength: 1, maxLength: 4 });
const anyBeside = besideOf(caseTable);

describe('a case file of any shape', () => {
  it('as text is read as it was meant, or refused by line and column', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, anyBeside, anyTextShape, async (lines, beside, shape) => {
        const { world, send } = await opened();
        const { file, lines: starts } = writeText(lines, beside, shape);
        const reply = await send(file, csvType);
        expect([outcomeOf(reply), reply.body]).toEqual(['200', reply.body]);
        const answer = bodyOf<CaseImportAnswer>(reply);
        const titles = beside.titles.length;
        expect(answer.headerLine).toBe(titles > 0 ? titles + 1 : undefined);
        expect(answer.lines).toHaveLength(lines.length);
        for (const [index, line] of lines.entries()) {
          const isStray = beside.unnamed.filled === index;
          const expected = {
            line,
            at: starts[index] ?? 0,
            isStray,
            spoiled: [],
            style: beside.style,
          };
          await judge(world, answer.lines[index], expected);
        }
      }),
      { numRuns: 80 * times },
    );
  });

  it('as a workbook is read as it was meant, or refused by line and column', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, anyBeside, anyWorkbookShape, async (lines, beside, shape) => {
        const { world, send } = await opened();
        const { file, lines: starts, hiddenLines, merged } = writeWorkbook(lines, beside, shape);
        const reply = await send(file, xlsxType);
        expect([outcomeOf(reply), reply.body]).toEqual(['200', reply.body]);
        const answer = bodyOf<CaseImportAnswer>(reply);
        expect(answer.sheet).toBe('清单');
        expect(answer.hiddenLines ?? []).toEqual(hiddenLines);
        expect(answer.lines).toHaveLength(lines.length);
        for (const [index, line] of lines.entries()) {
          const isStray = beside.unnamed.filled === index;
          const spoiled = index === merged ? [caseTable.mergeable] : [];
          const expected = { line, at: starts[index] ?? 0, isStray, spoiled, style: beside.style };
          await judge(world, answer.lines[index], expected);
        }
      }),
      { numRuns: 60 * times },
    );
  });
});

describe('a damaged file', () => {
  it('in UTF-8 with a cut character is refused by its place, and nothing is stored', async () => {
    const { world, send } = await opened();
    await fc.assert(
      fc.asyncProperty(
        anyLines,
        anyBeside,
        anyTextShape,
        fc.nat(),
        async (lines, beside, shape, at) => {
          const encoding = shape.encoding === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8';
          const { file } = writeText(lines, beside, { ...shape, encoding });
          const high = [...file.entries()].flatMap(([place, byte]) =>
            byte >= 0x80 && place > 2 ? [place] : [],
          );
          const cut = high[at % high.length] ?? 0;
          const before = world.stores.memory.writes();
          const reply = await send(
            Buffer.concat([file.subarray(0, cut), file.subarray(cut + 1)]),
            csvType,
          );
          expect(outcomeOf(reply)).toMatch(/^400 file_(character_broken|cut_off)$/u);
          expect(world.stores.memory.writes()).toBe(before);
        },
      ),
      { numRuns: 60 * times },
    );
  });

  it('of any bytes is answered', async () => {
    const { send } = await opened();
    const damage = fc.record({
      at: fc.nat(),
      put: fc.uint8Array({ maxLength: 6 }),
      taken: fc.nat(6),
    });
    await fc.assert(
      fc.asyncProperty(
        anyLines,
        anyBeside,
        fc.oneof(anyTextShape, anyWorkbookShape),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async (lines, beside, shape, damages) => {
          const isText = 'encoding' in shape;
          const { file } = isText
            ? writeText(lines, beside, shape)
            : writeWorkbook(lines, beside, shape);
          let bytes = file;
          for (const { at, put, taken } of damages) {
            const place = at % (bytes.length + 1);
            bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + taken)]);
          }
          const reply = await send(bytes, isText ? csvType : xlsxType);
          expect([reply.status < 500, reply.body]).toEqual([true, reply.body]);
        },
      ),
      { numRuns: 100 * times },
    );
  });
});
