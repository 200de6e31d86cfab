/** What the run of Stryker found, in lines. */
import { equivalents } from './equivalent.table.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Mutant {
  /** Path below the root of the project. */
  readonly path: string;
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly location: { readonly start: Place; readonly end: Place };
}

export interface Score {
  readonly folder: string;
  readonly noticed: number;
  readonly unnoticed: number;
}

/** The share of noticed mutants that each folder has to reach. */
export const ENOUGH = 0.95;

const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const countOf = (mutants: readonly Mutant[], statuses: ReadonlySet<string>): number =>
  mutants.filter(({ status }) => statuses.has(status)).length;

/** A mutant that is ignored, or whose code does not run at all, counts on neither side. */
export const scoresOf = (mutants: readonly Mutant[]): readonly Score[] =>
  [...Map.groupBy(mutants, ({ path }) => folderOf(path))]
    .map(([folder, within]) => ({
      folder,
      noticed: countOf(within, noticed),
      unnoticed: countOf(within, unnoticed),
    }))
    .toSorted((one, other) => (one.folder < other.folder ? -1 : 1));

export const shareOf = ({ noticed, unnoticed }: Omit<Score, 'folder'>): number =>
  noticed + unnoticed === 0 ? 1 : noticed / (noticed + unnoticed);

const totalOf = (scores: readonly Score[]): Score => ({
  folder: 'all',
  noticed: scores.reduce((sum, score) => sum + score.noticed, 0),
  unnoticed: scores.reduce((sum, score) => sum + score.unnoticed, 0),
});

/** Rows of a table in Markdown, as in the README of the tests. */
export const scoreRows = (scores: readonly Score[]): readonly string[] =>
  [...scores, totalOf(scores)].map((score) => {
    const percent = (Math.floor(shareOf(score) * 1000) / 10).toFixed(1);
    return `| ${score.folder} | ${score.noticed} of ${score.noticed + score.unnoticed} | ${percent} % |`;
  });

const cutOf = (text: string, { start, end }: Mutant['location']): string => {
  const lines = text.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const whole = lines.map((line, index) => (index === last ? line.slice(0, end.column - 1) : line));
  return whole.join('\n').slice(start.column - 1);
};

const onOneLine = (code: string): string => {
  const line = code.replaceAll(/\s+/gu, ' ');
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
};

const lineOf = (text: string, { start }: Mutant['location']): string =>
  (text.split('\n')[start.line - 1] ?? '').trim();

type TextOf = (path: string) => string;

/** Whether nobody could notice it, according to the table. */
const isEquivalent = ({ path, location, replacement = '' }: Mutant, textOf: TextOf): boolean =>
  equivalents.some(
    (one) =>
      one.path === path &&
      one.replacement === onOneLine(replacement) &&
      one.line === lineOf(textOf(path), location) &&
      one.code === onOneLine(cutOf(textOf(path), location)),
  );

/** The mutants that count: without those that survive because they change nothing. */
export const countedOf = (mutants: readonly Mutant[], textOf: TextOf): readonly Mutant[] =>
  mutants.filter((mutant) => !unnoticed.has(mutant.status) || !isEquivalent(mutant, textOf));

/** A line for each mutant that no test notices. */
export const unnoticedLines = (mutants: readonly Mutant[], textOf: TextOf): readonly string[] =>
  mutants
    .filter(({ status }) => unnoticed.has(status))
    .map(({ path, status, mutatorName, replacement = '', location }) => {
      const place = `${path}:${location.start.line}:${location.start.column}`;
      const code = onOneLine(cutOf(textOf(path), location));
      const untested = status === 'NoCoverage' ? ' (no test runs it)' : '';
      return `${place} ${mutatorName}${untested}: ${code} → ${onOneLine(replacement)}`;
    });
