import { describe, expect, it } from 'vitest';

import type { Case, CaseHeader } from '../../../shared/domain/case/case.ts';
import { completeHeader, keptMembers } from '../../../shared/domain/case/header.ts';

const bare: CaseHeader = {
  matter: { code: '许可-00757-000', name: '食品经营许可' },
  department: { creditCode: '11330602MB1A2B3C46', name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  applicant: { kind: 'person', maskedName: '测**', sealed: '1.x' },
};
const full: CaseHeader = {
  ...bare,
  matter: { ...bare.matter, handleItem: '新办', theme: '准营准办' },
  department: { ...bare.department, orgCode: '001008006007014' },
};
const caseOf = (header: CaseHeader): Case => ({
  ...header,
  projectNo: '330602261120000000017',
  source: 'AK1',
  timeline: [],
  contacts: [],
  version: 1,
});

const other: CaseHeader = {
  ...bare,
  matter: { ...bare.matter, name: '食品许可', handleItem: '变更', theme: '市场' },
  department: { ...bare.department, name: '测试局', orgCode: '001008006007015' },
};

describe('a later header', () => {
  it('completes what the case lacks', () => {
    expect(completeHeader(caseOf(bare), full)).toEqual(caseOf(full));
  });

  it('changes nothing that the case has, also where it says less', () => {
    expect(completeHeader(caseOf(full), other)).toEqual(caseOf(full));
    expect(completeHeader(caseOf(full), bare)).toEqual(caseOf(full));
    expect(completeHeader(caseOf(full), undefined)).toEqual(caseOf(full));
  });

  it.each<[string, CaseHeader | undefined, readonly string[]]>([
    ['the same', full, []],
    ['less', bare, []],
    ['nothing', undefined, []],
    [
      'everything otherwise',
      other,
      [
        '/header/department/orgCode',
        '/header/department/name',
        '/header/matter/handleItem',
        '/header/matter/theme',
        '/header/matter/name',
      ],
    ],
    [
      'the theme otherwise',
      { ...full, matter: { ...full.matter, theme: '市场' } },
      ['/header/matter/theme'],
    ],
  ])('that says %s is told what stays as it was', (_what, header, paths) => {
    expect(keptMembers(caseOf(full), header)).toEqual(paths);
  });
});
