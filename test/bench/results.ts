/**
 * The table in `RESULTS.md`: the command writes the text between its markers, people write the
 * rest.
 */
import type { Finding } from './finding.ts';

const begin = '<!-- written by `npm run bench -- --write`: begin -->';
const end = '<!-- written by `npm run bench -- --write`: end -->';
const head = '| what | to reach | measured | date, machine |\n|---|---|---|---|';

/** Thrown when the place of the table is unknown. */
export class MarksMissing extends Error {}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const rowOf = ({ what, reach, measured }: Finding, when: string): string =>
  `| ${[what, reach, measured, when].map(cell).join(' | ')} |`;

const nameOf = (row: string): string => row.slice(2, row.indexOf(' | '));

const isRow = (line: string): boolean => line.startsWith('| ') && !line.startsWith('| what |');

/** New rows replace those with the same name; others stay, each with its own date. */
const merged = (rows: readonly string[], fresh: readonly string[]): readonly string[] => {
  const byName = new Map([...rows, ...fresh].map((row) => [nameOf(row), row]));
  return [...byName.values()];
};

/** @throws MarksMissing when the text has no place for the table */
export const withFindings = (text: string, findings: readonly Finding[], when: string): string => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new MarksMissing(`no ${begin} … ${end} to write between`);
  const present = text.slice(from, to).split('\n').filter(isRow);
  const rows = merged(
    present,
    findings.map((finding) => rowOf(finding, when)),
  );
  return `${text.slice(0, from)}${begin}\n${[head, ...rows].join('\n')}\n${text.slice(to)}`;
};
