import { describe, expect, it } from 'vitest';

import {
  firstUnlisted,
  refusedDepartment,
  refusedPlace,
} from '../../../shared/domain/oversight/reference.ts';

const entries = [
  { code: 'H1', name: '大厅', windows: ['A1'], terminals: ['Z1'] },
  { code: 'H2', name: '无窗口' },
];

describe('a reference to a department', () => {
  it.each([
    [undefined, undefined],
    [{ entries: [] }, 'department_unlisted'],
    [{ entries: [{ code: 'D2', name: '乙' }] }, 'department_unlisted'],
    [{ entries: [{ code: 'D1', name: '甲' }] }, undefined],
  ])('with the register %j: %s', (register, refusal) => {
    expect(refusedDepartment(register, 'D1')).toBe(refusal);
  });
});

describe('references to departments in several areas', () => {
  const [first, second] = ['D1', 'D2'].map((code) => ({ entries: [{ code, name: code }] }));

  it.each([
    [[first, second], ['D1', 'D2'], undefined],
    [[first, second], ['D2', 'D3', 'D4'], 'D3'],
    [[first], ['D1', 'D2'], 'D2'],
    [[first, undefined], ['D9'], undefined],
    [[], ['D1'], 'D1'],
    [[first], [], undefined],
  ] as const)('in the registers %j of %j none lists %s', (registers, codes, unlisted) => {
    expect(firstUnlisted(registers, codes)).toBe(unlisted);
  });
});

describe('a reference to a window', () => {
  it.each([
    ['H1', 'A1', undefined],
    ['H1', 'Z1', undefined],
    ['H1', 'A2', 'window_unlisted'],
    ['H2', 'A1', 'window_unlisted'],
    ['H3', 'A1', 'hall_unlisted'],
  ])('%s/%s: %s', (hall, window, refusal) => {
    expect(refusedPlace({ entries }, { hall, window })).toBe(refusal);
    expect(refusedPlace(undefined, { hall, window })).toBeUndefined();
  });
});
