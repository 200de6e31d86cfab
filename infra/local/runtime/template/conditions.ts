/** The `Conditions` section: named conditions over parameters, evaluated on first use. */
import { TemplateFault } from '../template-fault.ts';
import { resolveValue } from './intrinsics.ts';
import type { Scope } from './intrinsics.ts';
import { expectList, expectText, isRecord } from './shape.ts';
import type { Json } from './shape.ts';

const operandsOf = (argument: unknown, at: string): readonly unknown[] => expectList(argument, at);

const testCondition = (expression: unknown, at: string, scope: Scope): boolean => {
  const [name = '', ...others] = isRecord(expression) ? Object.keys(expression) : [];
  if (others.length > 0 || !isRecord(expression)) throw new TemplateFault(at, 'is not a condition');
  const argument = expression[name];
  const here = `${at}.${name}`;
  switch (name) {
    case 'Condition':
      return scope.condition(expectText(argument, here), here);
    case 'Fn::Equals': {
      const [left, right] = operandsOf(resolveValue(argument, here, scope), here);
      return expectText(left, here) === expectText(right, here);
    }
    case 'Fn::And':
      return operandsOf(argument, here).every((part) => testCondition(part, here, scope));
    case 'Fn::Or':
      return operandsOf(argument, here).some((part) => testCondition(part, here, scope));
    case 'Fn::Not':
      return !operandsOf(argument, here).some((part) => testCondition(part, here, scope));
    default:
      throw new TemplateFault(here, 'is not a known condition function');
  }
};

/** Returns whether the condition holds; throws `TemplateFault` when it does not exist. */
export const evaluateCondition = (conditions: Json, name: string, scope: Scope): boolean => {
  const at = `Conditions.${name}`;
  if (!(name in conditions)) throw new TemplateFault(at, 'is not defined');
  return testCondition(conditions[name], at, scope);
};
