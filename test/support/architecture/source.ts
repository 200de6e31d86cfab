/** Reads TypeScript sources just well enough to tell who imports whom and what a file names. */

export interface Import {
  /** As written: `node:fs`, `zod/mini`, `../domain/time.ts`. */
  readonly from: string;
  /** `import type` and `export type` leave nothing behind at run time. */
  readonly typeOnly: boolean;
}

/** A file of the project, by its path from the root with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const token =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

const blank = (found: string): string => found.replaceAll(/[^\n]/g, ' ');

/** The text with comments and templates blanked out; quoted texts stay, for imports are such. */
const statements = (text: string): string =>
  text.replaceAll(token, (found) => (/^['"]/.test(found) ? found : blank(found)));

/** What is executed: no comments, and of texts only what a template inserts. */
export const codeOf = ({ text }: Source): string =>
  text.replaceAll(token, (found) => {
    if (!found.startsWith('`')) return blank(found);
    return [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, inserted]) => inserted).join(' ');
  });

/** The quoted texts and templates, as written; of a template what it inserts as well. */
export const textsOf = ({ text }: Source): readonly string[] =>
  [...text.matchAll(token)].map(([found]) => found).filter((found) => !found.startsWith('/'));

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const called = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Imports, re-exports and dynamic imports, in the order of the text. */
export const importsOf = ({ text }: Source): readonly Import[] => {
  const code = statements(text);
  return [
    ...[...code.matchAll(statement)].map(([, type, from = '']) => ({
      from,
      typeOnly: type !== undefined,
    })),
    ...[...code.matchAll(called)].map(([, from = '']) => ({ from, typeOnly: false })),
  ];
};

const isRelative = (from: string): boolean => from.startsWith('.');

const joined = (folder: readonly string[], from: string): string => {
  const parts = [...folder];
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/** The project file an import names, or the package as written. */
export const targetOf = (path: string, { from }: Import): string =>
  isRelative(from) ? joined(path.split('/').slice(0, -1), from) : from;

/** Re-exports by which a file hands on what others made. */
export const handsOn = (source: Source): boolean =>
  /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s/m.test(statements(source.text));
