/** IAM's evaluation of identity policies: explicit deny wins, then any allow; default deny. */
import type { Statement } from '../template/statement.ts';
import type { RequiredAction } from './required-actions.ts';

export type Decision = 'allowed' | 'explicitly denied' | 'not allowed';

const escapeLiteral = (text: string): string =>
  text.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`);

const compiled = new Map<string, RegExp>();

/**
 * `*` matches any text, `?` any one character. Patterns come from the template, so there are few.
 */
const expressionFor = (pattern: string, flags: string): RegExp => {
  const key = `${flags} ${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  const source = escapeLiteral(pattern).replaceAll('*', '.*').replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, `s${flags}`);
  compiled.set(key, expression);
  return expression;
};

const matchesPattern = (pattern: string, text: string, flags: string): boolean =>
  expressionFor(pattern, flags).test(text);

const coversAction = (statement: Statement, { action, resource }: RequiredAction): boolean =>
  statement.actions.some((pattern) => matchesPattern(pattern, action, 'i')) &&
  statement.resources.some((pattern) => matchesPattern(pattern, resource, ''));

const decide = (statements: readonly Statement[], required: RequiredAction): Decision => {
  const covering = statements.filter((statement) => coversAction(statement, required));
  if (covering.some(({ effect }) => effect === 'Deny')) return 'explicitly denied';
  return covering.length > 0 ? 'allowed' : 'not allowed';
};

/** Decisions per policy: a function makes the same few calls all the time. */
const decisions = new WeakMap<readonly Statement[], Map<string, Decision>>();

/** Resources are mostly the table, its indexes and queues; keys of objects are all different. */
const mostKept = 500;

export const evaluate = (statements: readonly Statement[], required: RequiredAction): Decision => {
  const known = decisions.get(statements) ?? new Map<string, Decision>();
  decisions.set(statements, known);
  const key = `${required.action} ${required.resource}`;
  const decision = known.get(key) ?? decide(statements, required);
  if (known.size < mostKept) known.set(key, decision);
  return decision;
};
