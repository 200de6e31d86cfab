import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf } from '../world.ts';
import { acceptedLine, csvOf, openImport, rowsOf, xlsxType } from './import-file-sample.ts';
import type { Values } from './import-file-sample.ts';

const card = (number: string, type = 'resident_identity_card'): Values => ({
  certificateType: type,
  certificateNumber: number,
});

/** Sends one line; `stored`, or its column and problem. */
const tell = async (more: Values) => {
  const { world, key, send } = await openImport();
  const line = { ...acceptedLine(), ...more };
  const { lines } = bodyOf<CaseImportAnswer>(await send(csvOf([line])));
  const [error] = lines[0]?.problem?.errors ?? [];
  const outcome = error === undefined ? lines[0]?.outcome : `${error.column} ${error.problem}`;
  return { world, key, outcome, projectNo: line['projectNo'] ?? '' };
};

const promised = { caseKind: 'promised' };

describe('numbers as people write them', () => {
  it.each<[string, Values]>([
    ['days as a decimal', { ...promised, promiseWorkingDays: '5.0' }],
    ['days in full width', { ...promised, promiseWorkingDays: '５' }],
    ['a contact as a decimal', { serviceNumber: '1.0' }],
    ['a mobile number with country code', { mobile: '+8613900000001' }],
    ['a mobile number with blanks', { mobile: '139 0000 0001' }],
    ['a mobile number as a decimal', { mobile: '13900000001.0' }],
    ['a landline with extension', { mobile: '0575-88001234-801' }],
    ['a small x', card('33060219900307018x')],
    ['full-width digits', card('３３０６０２１９９００３０７００１６')],
    ['an older credit code', card('91350203M0001QKT19', 'unified_social_credit_code')],
    ['a department in small letters', { departmentCode: '11330602mb1a2b3c46' }],
    ['an area in full width', { area: '３３０６０２' }],
    ['a blank within the case number', { projectNo: nextProjectNo().replace(/^.{12}/, '$& ') }],
    ['a blank after a word', { type: 'accepted ' }],
    ['a soft hyphen in days', { ...promised, promiseWorkingDays: '5\u00AD' }],
    ['a word with a remark', { applicantKind: '自然人（个人）' }],
    ['a residence permit', card('810000199408230021', '港澳台居民居住证')],
    ['a permanent residence card', card('911124198108030024', '外国人永久居留身份证')],
    ['a permanent residence card as identity card', card('911124198108030024')],
    ['a business licence', card('11330602MB1A2B3C46', '营业执照')],
  ])('%s are read', async (_what, more) => {
    expect((await tell(more)).outcome).toBe('stored');
  });

  it.each<[string, Values, string]>([
    [
      'an identity number of 15 digits',
      card('330602900307001'),
      'certificateNumber old_identity_number',
    ],
    ['a wrong check digit', card('330602199003070017'), 'certificateNumber wrong_check_digit'],
    [
      'a cut credit code',
      card('91350203M0001QKT1', 'unified_social_credit_code'),
      'certificateNumber not_a_credit_code',
    ],
    ['an area of another city', { area: '330106' }, 'area unknown_area'],
    ['half a telephone number', { mobile: '1390000' }, 'mobile not_a_mobile_number'],
    [
      'a code as Java writes a number',
      { matterCode: '1.13E30' },
      'matterCode changed_by_spreadsheet',
    ],
    [
      'a text that was a number',
      { matterName: '3.30602E+20' },
      'matterName changed_by_spreadsheet',
    ],
    ['a formula that failed', { matterName: '#N/A' }, 'matterName no_formula_result'],
    ['a column too narrow', { at: '#######' }, 'at changed_by_spreadsheet'],
  ])('%s is refused by name', async (_what, more, problem) => {
    expect((await tell(more)).outcome).toBe(problem);
  });
});

it('a code is stored without what nobody can see in it', async () => {
  const { world, projectNo } = await tell({ matterCode: '许可-007\u00AD57-000\u200B' });
  const known = await world.stores.cases.find(projectNo);
  expect(known?.matter.code).toBe('许可-00757-000');
});

describe('a number that no check digit confirms', () => {
  it.each<[string, Values, true | undefined]>([
    ['an older credit code', card('91350203M0001QKT19', 'unified_social_credit_code'), true],
    ['a passport', card('E00000001', 'passport'), true],
    ['an identity card', card('330602199003070016'), undefined],
    ['nothing', {}, undefined],
  ])('is marked: %s', async (_what, more, mark) => {
    const { world, key, projectNo } = await tell(more);
    const shown = await world.call('GET /v1/cases/{projectNo}', { by: key, path: { projectNo } });
    const { applicant } = bodyOf<{ applicant: { certificateUnverified?: true } }>(shown);
    expect(applicant.certificateUnverified).toBe(mark);
  });
});

it('a number is the code that its cell shows', async () => {
  const { world, send } = await openImport();
  const projectNo = nextProjectNo();
  const rows = rowsOf([{ ...acceptedLine(), projectNo, matterCode: 57 }]);
  const column = rows[0]?.indexOf('matterCode') ?? -1;
  const cells = new Map([[`1,${column}`, { style: { numFmt: '00000' } }]]);
  await send(await writeXlsx({ sheets: [{ name: '表', rows, cells }] }), xlsxType);
  const known = await world.stores.cases.find(projectNo);
  expect(known?.matter.code).toBe('00057');
});
