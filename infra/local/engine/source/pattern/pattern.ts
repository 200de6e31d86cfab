import { ownMember } from '../../own-member.ts';
import { PatternError, compileOperator, isLeaf } from './operator.ts';
import type { Leaf, LeafTest } from './operator.ts';

/** Returns whether a parsed record matches the pattern. */
export type Matches = (value: unknown) => boolean;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const joinPath = (where: string, key: string): string => (where === '' ? key : `${where}.${key}`);

/**
 * Operators see leaves only, as in EventBridge: an object at the field is not a value, so `exists:
 * true` does not match it and `exists: false` does.
 */
const leavesOf = (value: unknown): readonly Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((element: unknown) => leavesOf(element));
  return isLeaf(value) ? [value] : [];
};

const compileList = (rules: readonly unknown[], where: string): Matches => {
  if (rules.length === 0) throw new PatternError(where, 'an empty list matches nothing');
  const tests: readonly LeafTest[] = rules.map((rule) => compileOperator(rule, where));
  return (value) => {
    const leaves = leavesOf(value);
    return tests.some((matches) => matches(leaves));
  };
};

const compileAlternatives = (branches: unknown, where: string): Matches => {
  if (!Array.isArray(branches) || branches.length < 2 || !branches.every(isFields))
    throw new PatternError(where, '$or takes a list of at least two patterns');
  const alternatives = branches.map((branch) => compileFields(branch, where));
  return (value) => alternatives.some((matches) => matches(value));
};

const compileField = (key: string, rule: unknown, where: string): Matches => {
  if (key === '$or') return compileAlternatives(rule, joinPath(where, key));
  const at = joinPath(where, key);
  if (!Array.isArray(rule) && !isFields(rule))
    throw new PatternError(at, 'expected a list of values or a nested pattern');
  const matches = Array.isArray(rule) ? compileList(rule, at) : compileFields(rule, at);
  return (value) => matches(isFields(value) ? ownMember(value, key) : undefined);
};

const compileFields = (fields: Fields, where: string): Matches => {
  const tests = Object.entries(fields).map(([key, rule]) => compileField(key, rule, where));
  if (tests.length === 0) throw new PatternError(where, 'an empty pattern');
  const matchesAll: Matches = (value) => tests.every((matches) => matches(value));
  return (value) =>
    Array.isArray(value) && value.length > 0 ? value.some(matchesAll) : matchesAll(value);
};

/**
 * Compiles an event pattern. Throws `PatternError` for everything that it does not understand;
 * nothing is guessed.
 */
export const compilePattern = (pattern: unknown): Matches => {
  if (!isFields(pattern)) throw new PatternError('', 'expected an object');
  return compileFields(pattern, '');
};
