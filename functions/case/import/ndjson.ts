import { parseJson } from '../../../shared/http/body.ts';
import { importProblems } from '../../../shared/http/problem/import.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { eventOf } from './line.ts';
import type { FileLine } from './line.ts';

/** In characters: far more than any event needs, and the limit of a CSV record. */
export const longestLine = 256 * 1024;

/** Parses one line of JSON Lines; returns undefined for an empty line. */
export const ndjsonLine = (text: string, line: number): FileLine | undefined => {
  if (text.trim() === '') return undefined;
  if (text.length > longestLine)
    return { line, problem: new Problem(importProblems.line_too_long) };
  let given: unknown;
  try {
    given = parseJson(text);
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    return { line, problem: fault };
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    return { line, problem: new Problem(importProblems.line_no_object) };
  }
  return { line, event: eventOf(given) };
};

export const ndjsonLines = (text: string): readonly FileLine[] =>
  text
    .split(/\r\n?|\n/)
    .map((one, index) => ndjsonLine(one, index + 1))
    .filter((line) => line !== undefined);
