/** Parses TypeScript sources just well enough to find the imports and the names in a file. */

export interface Import {
  /** As written: `node:fs`, `zod/mini`, `../domain/time.ts`. */
  readonly from: string;
  /** `import type` and `export type` have no effect at run time. */
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

/**
 * The text with comments and templates blanked out; quoted texts stay, because imports use them.
 */
const statements = (text: string): string =>
  text.replaceAll(token, (found) => (/^['"]/.test(found) ? found : blank(found)));

/** Executed code: without comments, and only the expressions of templates. */
export const codeOf = ({ text }: Source): string =>
  text.replaceAll(token, (found) => {
    if (!found.startsWith('`')) return blank(found);
    return [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, inserted]) => inserted).join(' ');
  });

/** The quoted texts and templates as written, including the expressions in a template. */
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

/** The project file that an import names, or the package as written. */
export const targetOf = (path: string, { from }: Import): string =>
  isRelative(from) ? joined(path.split('/').slice(0, -1), from) : from;

/** Whether the file has re-exports. */
export const handsOn = (source: Source): boolean =>
  /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s/m.test(statements(source.text));
