import { describe, expect, it } from 'vitest';

import { evaluateCondition } from '../../../infra/local/runtime/template/conditions.ts';
import { NO_VALUE, resolveValue } from '../../../infra/local/runtime/template/intrinsics.ts';
import type { Scope } from '../../../infra/local/runtime/template/intrinsics.ts';

const conditions = {
  IsCity: { 'Fn::Equals': [{ Ref: 'Level' }, 'city'] },
  IsNot: { 'Fn::Not': [{ Condition: 'IsCity' }] },
  Both: { 'Fn::And': [{ Condition: 'IsCity' }, { Condition: 'IsNot' }] },
  Either: { 'Fn::Or': [{ Condition: 'IsCity' }, { Condition: 'IsNot' }] },
  Odd: { 'Fn::Contains': ['a', 'b'] },
};

const names: Readonly<Record<string, unknown>> = {
  Level: 'city',
  Count: 3,
  Zones: ['a', 'b'],
  'AWS::Region': 'cn-north-1',
  'AWS::NoValue': NO_VALUE,
};

const scope: Scope = {
  ref: (name, at) => {
    if (name in names) return names[name];
    throw new Error(`${at}: no ${name}`);
  },
  attribute: (resource, name) => `${resource}/${name}`,
  condition: (name) => evaluateCondition(conditions, name, scope),
  mapped: (keys) => keys.join('>'),
};

const value = (expression: unknown): unknown => resolveValue(expression, 'Here', scope);

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref', { Ref: 'Level' }, 'city'],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Stack.Outputs.Url' }, 'Stack/Outputs.Url'],
    ['Fn::Join', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Region' }, 7]] }, 'arn:cn-north-1:7'],
    ['Fn::Join over a list', { 'Fn::Join': ['+', { Ref: 'Zones' }] }, 'a+b'],
    ['Fn::Sub', { 'Fn::Sub': '${Level}-${Queue.Arn}-${!Level}' }, 'city-Queue/Arn-${Level}'],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${Level}/${Extra}', { Extra: { Ref: 'Count' } }] },
      'city/3',
    ],
    ['Fn::Select', { 'Fn::Select': ['1', { Ref: 'Zones' }] }, 'b'],
    ['Fn::Split', { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }, ['Queue', 'Arn']],
    ['Fn::If, true', { 'Fn::If': ['IsCity', 1, 2] }, 1],
    ['Fn::If, false', { 'Fn::If': ['IsNot', 1, { Ref: 'Count' }] }, 3],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['M', { Ref: 'Level' }, 'x'] }, 'M>city>x'],
    ['no value in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['no value in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
    ['an object that is no intrinsic', { Ref: 'x', other: 1 }, { Ref: 'x', other: 1 }],
  ])('%s', (_name, expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it.each<[string, boolean]>([
    ['IsCity', true],
    ['IsNot', false],
    ['Both', false],
    ['Either', true],
  ])('condition %s is %s', (name, expected) => {
    expect(evaluateCondition(conditions, name, scope)).toBe(expected);
  });

  it('names the path of what it does not know', () => {
    expect(() => value({ Env: [{ 'Fn::Cidr': [] }] })).toThrow(
      'Here.Env[0].Fn::Cidr: is not a known intrinsic',
    );
    expect(() => value({ 'Fn::Select': [2, ['a']] })).toThrow('Here.Fn::Select: has no entry 2');
    expect(() => evaluateCondition(conditions, 'Odd', scope)).toThrow(
      'Conditions.Odd.Fn::Contains: is not a known condition function',
    );
    expect(() => evaluateCondition(conditions, 'Gone', scope)).toThrow('Conditions.Gone');
  });
});
