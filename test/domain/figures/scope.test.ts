import { describe, expect, it } from 'vitest';

import {
  codeOfScope,
  partsOfScope,
  scopeIn,
  scopeKinds,
} from '../../../shared/domain/figures/scope.ts';

const code = '11330602MB1TE5T01X';

describe('a scope that is counted in each area', () => {
  it('is a department, a matter or a person of its staff', () => {
    const kinds = scopeKinds.filter((kind) => scopeIn('330602', { kind, id: 'x' }).id !== 'x');
    expect(kinds).toEqual(['department', 'matter', 'staff']);
  });

  it.each(['department', 'matter', 'staff'] as const)(
    'names its area before its id: %s',
    (kind) => {
      const scope = scopeIn('330602', { kind, id: code });
      expect(scope).toEqual({ kind, id: `330602/${code}` });
      expect(partsOfScope(scope)).toEqual({ area: '330602', id: code });
      expect(partsOfScope({ kind, id: code })).toEqual({ id: code });
    },
  );

  it.each(['330602/', 'x330602/M1', '33060/M1', 'ABCDEF/M1', 'M1/330602/2'])(
    'is not named by %s',
    (id) => {
      expect(partsOfScope({ kind: 'matter', id })).toEqual({ id });
    },
  );

  it('keeps what else stands in its id', () => {
    const of = { kind: 'staff', id: `330602/${code}/u/1` } as const;
    expect(partsOfScope(of)).toEqual({ area: '330602', id: `${code}/u/1` });
  });

  it('splits no id of another kind', () => {
    const hall = { kind: 'hall', id: '330602/H1' } as const;
    expect(partsOfScope(hall)).toEqual({ id: '330602/H1' });
  });
});

describe('the code of a scope', () => {
  it.each([
    ['department', `330602/${code}`, code],
    ['department', code, code],
    ['matter', '330602/M/1', 'M/1'],
    ['staff', `330602/${code}/u1`, code],
    ['staff', `${code}/u1`, code],
    ['staff', code, code],
  ] as const)('%s %s is %s', (kind, id, expected) => {
    expect(codeOfScope({ kind, id })).toBe(expected);
  });
});
