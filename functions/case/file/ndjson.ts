import { Problem } from '../../../shared/http/problem.ts';
import { eventOf } from './line.ts';
import type { FileLine } from './line.ts';

/** One line of JSON Lines; undefined for an empty one. */
export const ndjsonLine = (text: string, line: number): FileLine | undefined => {
  if (text.trim() === '') return undefined;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return { line, problem: new Problem('invalid_json') };
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    const errors = [{ path: '', problem: 'wrong_type' as const }];
    return { line, problem: new Problem('invalid_input', { errors }) };
  }
  return { line, event: eventOf(given) };
};

export const ndjsonLines = (text: string): readonly FileLine[] =>
  text
    .split(/\r\n?|\n/)
    .map((one, index) => ndjsonLine(one, index + 1))
    .filter((line) => line !== undefined);
