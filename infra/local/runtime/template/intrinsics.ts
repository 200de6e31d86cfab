/**
 * CloudFormation's intrinsic functions, resolved to local values. An unknown one is a
 * `TemplateFault` with the path of the expression: a template is supported or refused, never
 * guessed.
 */
import { TemplateFault } from '../template-fault.ts';
import { expectList, expectRecord, expectText, isRecord } from './shape.ts';

/** Resolves the names in a template. */
export interface Scope {
  /** A parameter, a pseudo parameter or a resource. */
  ref(name: string, at: string): unknown;
  attribute(resource: string, name: string, at: string): unknown;
  condition(name: string, at: string): boolean;
  /** `Fn::FindInMap`. */
  mapped(keys: readonly string[], at: string): unknown;
}

/** `AWS::NoValue`: the member or list entry that contains it is left out. */
export const NO_VALUE: unique symbol = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, at: string, scope: Scope) => unknown;

const expectTexts = (list: readonly unknown[], at: string): readonly string[] =>
  list.map((entry, index) => expectText(entry, `${at}[${index}]`));

const listOf = (argument: unknown, length: number, at: string): readonly unknown[] => {
  const list = expectList(argument, at);
  if (list.length !== length) throw new TemplateFault(at, `takes ${length} arguments`);
  return list;
};

const getAtt: Intrinsic = (argument, at, scope) => {
  const [resource = '', ...rest] =
    typeof argument === 'string' ? argument.split('.') : expectTexts(expectList(argument, at), at);
  return scope.attribute(resource, rest.join('.'), at);
};

const resolveJoin: Intrinsic = (argument, at, scope) => {
  const [separator, parts] = listOf(argument, 2, at);
  const resolved = expectList(resolveValue(parts, at, scope), at);
  return expectTexts(resolved, at).join(expectText(separator, at));
};

const resolveSelect: Intrinsic = (argument, at, scope) => {
  const [position, entries] = listOf(resolveValue(argument, at, scope), 2, at);
  const list = expectList(entries, at);
  const index = Number(position);
  if (!(index in list)) throw new TemplateFault(at, `has no entry ${String(position)}`);
  return list[index];
};

const resolveSplit: Intrinsic = (argument, at, scope) => {
  const [separator, text] = listOf(resolveValue(argument, at, scope), 2, at);
  return expectText(text, at).split(expectText(separator, at));
};

const resolveIf: Intrinsic = (argument, at, scope) => {
  const [name, whenTrue, whenFalse] = listOf(argument, 3, at);
  return resolveValue(scope.condition(expectText(name, at), at) ? whenTrue : whenFalse, at, scope);
};

const findInMap: Intrinsic = (argument, at, scope) =>
  scope.mapped(expectTexts(listOf(resolveValue(argument, at, scope), 3, at), at), at);

const resolveSub: Intrinsic = (argument, at, scope) => {
  const [pattern, given] = Array.isArray(argument) ? listOf(argument, 2, at) : [argument, {}];
  const variables = expectRecord(resolveValue(given, at, scope), at);
  const valueOf = (name: string): unknown => {
    if (name in variables) return variables[name];
    return name.includes('.') ? getAtt(name, at, scope) : scope.ref(name, at);
  };
  return expectText(pattern, at).replaceAll(
    /\$\{(!?)([^}]+)\}/gu,
    (_, literal: string, name: string) =>
      literal === '!' ? `\${${name}}` : expectText(valueOf(name.trim()), at),
  );
};

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, at, scope) => scope.ref(expectText(argument, at), at),
  'Fn::GetAtt': getAtt,
  'Fn::Join': resolveJoin,
  'Fn::Sub': resolveSub,
  'Fn::Select': resolveSelect,
  'Fn::Split': resolveSplit,
  'Fn::If': resolveIf,
  'Fn::FindInMap': findInMap,
};

const resolveRecord = (record: Readonly<Record<string, unknown>>, at: string, scope: Scope) =>
  Object.fromEntries(
    Object.entries(record)
      .map(([key, value]) => [key, resolveValue(value, `${at}.${key}`, scope)] as const)
      .filter(([, value]) => value !== NO_VALUE),
  );

/** Returns the value with every intrinsic function in it replaced; throws `TemplateFault`. */
export const resolveValue = (value: unknown, at: string, scope: Scope): unknown => {
  if (Array.isArray(value)) {
    return value
      .map((entry: unknown, index) => resolveValue(entry, `${at}[${index}]`, scope))
      .filter((entry) => entry !== NO_VALUE);
  }
  if (!isRecord(value)) return value;
  const [name = '', ...others] = Object.keys(value);
  const intrinsic = INTRINSICS[name];
  if (intrinsic && others.length === 0) return intrinsic(value[name], `${at}.${name}`, scope);
  if (name.startsWith('Fn::')) throw new TemplateFault(`${at}.${name}`, 'is not a known intrinsic');
  return resolveRecord(value, at, scope);
};
