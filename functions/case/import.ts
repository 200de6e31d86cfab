import { fileForms, longestFile } from '../../events/case/import.ts';
import type { CaseImportAnswer, ImportedLine } from '../../events/case/import.ts';
import { mapInOrderByKey } from '../../shared/concurrency.ts';
import { toNumber } from '../../shared/domain/number/written-form.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { importProblems } from '../../shared/http/problem/import.table.ts';
import { Problem, problemBody } from '../../shared/http/problem/problem.ts';
import { columnNameAt } from './import/header.ts';
import { readImportFile } from './import/import-file.ts';
import type { ImportFile } from './import/import-file.ts';
import type { FileLine } from './import/line.ts';
import { fileBytes, formOf, refuseSpoiled } from './import/sent-file.ts';
import { createItemFaults } from './item-faults.ts';
import { receiveEvent } from './receive-event.ts';
import type { CaseDeps } from './receive-event.ts';

const refuseLong = ({ lines }: ImportFile): void => {
  if (lines.length > longestFile)
    throw new Problem(importProblems.file_too_many_lines, {
      fact: { zh: `最多 ${longestFile} 行`, en: `at most ${longestFile} lines` },
    });
};

/** A line may have many errors; the first ones show the cause. */
const mostErrors = 8;

const refusedLine = (
  fault: Problem,
  { line, columns }: Pick<ImportFile, 'columns'> & { readonly line: number },
  language: Language,
): ImportedLine => {
  const { code, detail, errors } = problemBody(fault, language);
  const told = errors?.slice(0, mostErrors).map((error) => {
    const column = columnNameAt(columns, error.path);
    return { ...(column === undefined ? {} : { column }), ...error };
  });
  const problem = { code, detail, ...(told === undefined ? {} : { errors: told }) };
  return { line, outcome: 'refused', problem };
};

/**
 * Returns the ordering key: events of one case are processed in order, different cases
 * concurrently.
 */
const caseOf = (line: FileLine): string => {
  const projectNo = 'event' in line && (line.event as { projectNo?: unknown }).projectNo;
  return typeof projectNo === 'string' ? toNumber(projectNo) : `line ${line.line}`;
};

/** Processes several cases concurrently, because each waits for the store most of the time. */
const inCases = { width: 8, key: caseOf };

const answerOf = (file: ImportFile, lines: readonly ImportedLine[]): CaseImportAnswer => {
  const { form, reading } = file;
  const countOutcome = (outcome: ImportedLine['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length;
  return {
    form,
    ...reading,
    stored: countOutcome('stored'),
    repeats: countOutcome('repeat'),
    refused: countOutcome('refused'),
    lines: [...lines],
  };
};

/**
 * `POST /v1/cases/import`: takes the events of `POST /v1/cases` as an import file. An unreadable
 * file changes nothing. Otherwise each line is stored, recognized as a repeat, or refused with the
 * names of its columns.
 */
export const importCases =
  (deps: CaseDeps): HttpHandler =>
  async (request) => {
    refuseSpoiled(request);
    const reporter = await integratorOf(request, deps, 'cases');
    const bytes = fileBytes(request);
    const file = await readImportFile(formOf(request, fileForms), bytes);
    refuseLong(file);
    const { columns } = file;
    const faults = createItemFaults(request.routeKey);
    const lines = await mapInOrderByKey(
      file.lines,
      inCases,
      async (given): Promise<ImportedLine> => {
        const { line } = given;
        try {
          if ('problem' in given) throw given.problem;
          return { line, ...(await receiveEvent(given.event, reporter, deps)) };
        } catch (fault) {
          return refusedLine(faults.problemOf(fault), { line, columns }, languageOf(request));
        }
      },
    );
    faults.end(lines.length);
    return { status: 200, body: answerOf(file, lines) };
  };
