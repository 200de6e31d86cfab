import { describe, expect, it } from 'vitest';

import { refusedDepartment, refusedPlace } from '../../../shared/domain/oversight/reference.ts';

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
