import { describe, expect, it } from 'vitest';

import type {
  Applicant,
  ApplicantMarks,
  FormerNumber,
} from '../../../shared/domain/case/applicant.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { numbersAt, numberSince, withFormer } from '../../../shared/domain/case/number-at.ts';
import { at } from '../time/shanghai.ts';

const hour = (clock: string) => at(`2026-11-20 ${clock}`);
const [nine, ten, eleven, noon] = ['09:00', '10:00', '11:00', '12:00'].map(hour) as [
  ReturnType<typeof hour>,
  ReturnType<typeof hour>,
  ReturnType<typeof hour>,
  ReturnType<typeof hour>,
];

const marks = (more: Partial<ApplicantMarks>): ApplicantMarks => ({
  name: 'n',
  mobile: 'm',
  ...more,
});

const applicant = (told: Partial<Applicant>): Applicant => ({
  kind: 'person',
  maskedName: '测**',
  maskedMobile: '139****0001',
  sealed: '1.now',
  ...told,
});

const entry = (receivedAt: typeof nine | undefined) =>
  ({ eventId: 'e1', type: 'accepted', at: nine, accessKey: 'AK', receivedAt }) as const;

const known = (told: Partial<Applicant>, timeline = [entry(nine)]): Case => ({
  matter: { code: 'M1', name: '食品经营许可' },
  department: { creditCode: 'D1', name: '越城区测试局' },
  area: '330602',
  caseKind: 'immediate',
  projectNo: '330602261120000000017',
  source: 'AK',
  contacts: [],
  applicant: applicant(told),
  timeline,
  version: 1,
});

const former = (since: typeof nine | undefined, sealed: string): FormerNumber => ({
  masked: '138****0001',
  sealed,
  since,
});

describe('since when a case has its number', () => {
  it('is when it arrived, or the later moment that was stated for it', () => {
    const told = { mobileAt: nine, mobileReceivedAt: eleven };
    expect(numberSince(known({ marks: marks(told) }))).toBe(eleven);
    const ahead = { mobileAt: noon, mobileReceivedAt: eleven };
    expect(numberSince(known({ marks: marks(ahead) }))).toBe(noon);
    expect(numberSince(known({ marks: marks({ mobileReceivedAt: ten }) }))).toBe(ten);
  });

  it('is of an older release when its event arrived, or when the case was handed over', () => {
    const older = { marks: marks({ mobileAt: nine }) };
    expect(numberSince(known(older, [entry(ten), { ...entry(noon), at: ten }]))).toBe(ten);
    expect(numberSince(known(older, [entry(undefined)]))).toBe(nine);
    // Its event may have been replaced.
    expect(numberSince(known({ marks: marks({ mobileAt: noon }) }, [entry(ten)]))).toBe(noon);
    expect(numberSince(known(older, []))).toBe(nine);
    const signed = { from: 'A', to: 'B', reason: 'r', by: 'u1', confirmedBy: 'u2', at: noon };
    expect(numberSince({ ...known(older), handOvers: [signed] })).toBe(noon);
    const dated = { marks: marks({ mobileAt: nine, mobileReceivedAt: nine }) };
    expect(numberSince({ ...known(dated), handOvers: [signed] })).toBe(nine);
  });

  it('is not known of a number that was always there', () => {
    expect(numberSince(known({}))).toBeUndefined();
    expect(numbersAt(known({}), nine)).toEqual({
      before: { masked: '139****0001', sealed: '1.now' },
      after: undefined,
    });
  });
});

describe('the numbers of a case at a moment', () => {
  const changed = {
    marks: marks({ mobileAt: noon, mobileReceivedAt: noon }),
    formerNumbers: [former(undefined, '1.first'), former(ten, '1.second')],
  };
  const present = { masked: '139****0001', sealed: '1.now', since: noon };

  it.each([
    [nine, '1.first'],
    [ten, '1.second'],
    [eleven, '1.second'],
  ])('at %s: the last that was there, and the present one', (moment, sealed) => {
    const { before, after } = numbersAt(known(changed), moment);
    expect(before?.sealed).toBe(sealed);
    expect(after).toEqual(present);
  });

  it('are one from the moment at which it arrived', () => {
    expect(numbersAt(known(changed), noon)).toEqual({
      before: { masked: '139****0001', sealed: '1.now' },
      after: undefined,
    });
  });

  it('are none before the first one came', () => {
    const first = { marks: marks({ mobileAt: noon, mobileReceivedAt: noon }) };
    expect(numbersAt(known(first), eleven)).toEqual({ before: undefined, after: present });
    const none = { maskedMobile: undefined, marks: { name: 'n' } };
    expect(numbersAt(known(none), eleven)).toEqual({ before: undefined, after: undefined });
  });
});

describe('after a hand-over', () => {
  it('the number of the applicant counts whom the former system named, and the other came later', () => {
    const told = { marks: marks({ mobileAt: nine, mobileReceivedAt: noon }) };
    const rated = known({ sealed: '1.rated', marks: marks({ mobileAt: nine }) });
    const { matter, department, area, caseKind, applicant: former } = rated;
    const header = { matter, department, area, caseKind, applicant: former };
    const handed = { ...known(told), replaced: [{ at: noon, header }] };
    expect(numbersAt(handed, eleven)).toEqual({
      before: { masked: '139****0001', sealed: '1.rated' },
      after: { masked: '139****0001', sealed: '1.now', since: noon },
    });
    expect(numbersAt(handed, noon)).toEqual({
      before: { masked: '139****0001', sealed: '1.now' },
      after: undefined,
    });
  });
});

describe('the number that another one replaces', () => {
  it('is kept behind those before it, with the moment since when it counted', () => {
    const told = { marks: marks({ mobileAt: ten, mobileReceivedAt: eleven }) };
    expect(withFormer(known({ ...told, formerNumbers: [former(nine, '1.first')] }))).toEqual([
      former(nine, '1.first'),
      { masked: '139****0001', sealed: '1.now', since: eleven },
    ]);
  });

  it('is not kept when there was none, or after twenty', () => {
    expect(withFormer(known({ maskedMobile: undefined }))).toEqual([]);
    const all = Array.from({ length: 20 }, (_, index) => former(nine, `1.${index}`));
    expect(withFormer(known({ formerNumbers: all }))).toEqual(all);
    expect(withFormer(known({ formerNumbers: all.slice(1) }))).toHaveLength(20);
  });
});
