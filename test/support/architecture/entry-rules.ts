import type { Rule } from './rule.ts';
import { codeOf } from './source.ts';

/** Maximum number of lines of an entry, without imports and blank lines. */
const tooManyLines = 15;

export const entries: Rule = {
  name: 'an entry only wires',
  instead:
    'Keep a *.main.ts under 15 lines beside its imports: move decisions into <verb>.ts and wiring into deps.ts.',
  breaches: ({ path, text }) => {
    if (!path.endsWith('.main.ts')) return [];
    const lines = text.trimEnd().split('\n');
    const own = lines.filter((line) => line.trim() !== '' && !line.startsWith('import '));
    return [
      ...(own.length >= tooManyLines ? [`${own.length} lines`] : []),
      ...(/^export const handler = /m.test(text) ? [] : ['no handler']),
    ];
  },
};

const isStaffEntry = (path: string): boolean => path.endsWith('/staff.main.ts');

export const routeRoles: Rule = {
  name: 'the roles of a route stand in its table',
  instead:
    'Write them in events/roles.table.ts and build the entry with staffRoutes, which checks them before the verb.',
  breaches: (source) => {
    if (!source.path.startsWith('functions/')) return [];
    const text = codeOf(source);
    return [
      ...[...text.matchAll(/\brequireRole\(\w+,\s*\[/g)].map(([found]) => found),
      ...(isStaffEntry(source.path) && !/\bstaffRoutes</.test(text) ? ['without staffRoutes'] : []),
    ];
  },
};
