import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCenter } from './center-instance.ts';
import type { CenterInstance } from './center-instance.ts';
import { caseRecords, paths } from './center-records.ts';

let center: CenterInstance;
beforeAll(async () => {
  center = await startCenter();
});
afterAll(() => center.remove());

const requiredOfCase = [
  'areaCode areaName deptCode taskCode taskName projectNo proStatus proDepartCode proDepart',
  'proManager certkeyGOV userName userProp promiseTime acceptDate dataSource revision',
].flatMap((line) => line.split(' '));

const longest = [
  ['areaCode', 12],
  ['areaName', 100],
  ['deptCode', 18],
  ['taskCode', 50],
  ['taskHandleItem', 33],
  ['taskName', 200],
  ['subMatter', 200],
  ['proDepartCode', 32],
  ['proDepart', 100],
  ['proManager', 30],
  ['certkeyGOV', 18],
  ['userName', 100],
] as const;

describe('a record of a case', () => {
  it.each(requiredOfCase)('must say %s', async (name) => {
    for (const empty of [undefined, '', null]) {
      const said = await center.tell(paths.service, caseRecords().service({ [name]: empty }));
      expect(said).toMatchObject({ success: false, code: '1004' });
      expect(said.message).toContain(`${name}: 缺失`);
    }
  });

  it.each(longest)('says %s in %i characters at most, whatever their width', async (name, most) => {
    const fits = await center.tell(
      paths.service,
      caseRecords().service({ [name]: '𠮷'.repeat(most) }),
    );
    expect(fits.message).not.toContain('超过');
    const long = await center.tell(
      paths.service,
      caseRecords().service({ [name]: '长'.repeat(most + 1) }),
    );
    expect(long).toMatchObject({ code: '1004' });
    expect(long.message).toContain(`${name}: 超过 ${most} 个字符`);
  });

  it.each([
    ['proStatus', ['1', '2', '3'], ['0', '4']],
    ['userProp', ['1', '2'], ['0', '3', '9']],
    ['promiseTime', ['1', '2'], ['9']],
    ['dataSource', ['133'], ['111', '165']],
  ] as const)('says %s in the codes of this interface', async (name, right, wrong) => {
    for (const code of right) {
      expect(await center.outcome(paths.service, caseRecords().service({ [name]: code }))).toBe(
        '0000',
      );
    }
    for (const code of wrong) {
      const said = await center.tell(paths.service, caseRecords().service({ [name]: code }));
      expect(said).toMatchObject({ code: '1004' });
      expect(said.message).toContain(`${name}: 不在代码表内`);
    }
  });

  it.each([
    ['acceptDate', '20261116T090000'],
    ['acceptDate', '2026-11-31 09:00:00'],
    ['acceptDate', '2026-11-16 24:00:00'],
    ['acceptDate', '2026-11-16T09:00:00'],
    ['projectNo', '3306022611160000001'],
    ['serviceNumber', 0],
    ['revision', 'one'],
    ['userName', { first: 'x' }],
  ])('refuses %s written as %j', async (name, value) => {
    const said = await center.tell(paths.service, caseRecords().service({ [name]: value }));
    expect(said).toMatchObject({ code: '1004' });
    expect(said.message).toContain(`${name}: `);
  });

  it('has no names beside those of the interface', async () => {
    const said = await center.tell(paths.service, caseRecords().service({ satisfied: '5' }));
    expect(said).toMatchObject({ code: '1004' });
    expect(said.message).toContain('satisfied: 接口没有此字段');
  });

  it('is of an area and a department that the province knows', async () => {
    const elsewhere = caseRecords().service({ areaCode: '330100' });
    expect(await center.outcome(paths.service, elsewhere)).toContain('1007');
    const town = caseRecords().service({ areaCode: '330602003' });
    expect(await center.outcome(paths.service, town)).toBe('0000');
    const mistyped = caseRecords().service({ deptCode: '11330602MB1TE5T019' });
    expect(await center.outcome(paths.service, mistyped)).toContain('1007');
  });

  it('must be an object, and JSON', async () => {
    expect(await center.tell(paths.service, [])).toMatchObject({ code: '1004' });
  });

  it('goes to a path that there is', async () => {
    expect(await center.tell('/affair/other', {})).toMatchObject({ code: '404' });
  });
});

const ratingTold = async (more: object): Promise<string> => {
  const records = caseRecords();
  await center.tell(paths.service, records.service());
  return center.outcome(paths.rating, records.rating({ ...more }));
};

describe('a rating', () => {
  it.each(['1', '2', '3', '4', '5', '6', '7'])('may have come over channel %s', async (pf) => {
    expect(await ratingTold({ pf })).toBe('0000');
  });

  it.each([
    [{ pf: '8' }, 'pf: 不在代码表内'],
    [{ satisfaction: '0' }, 'satisfaction: 不在代码表内'],
    [{ assessNumber: '3' }, 'assessNumber: 不在代码表内'],
    [{ writingEvaluation: '字'.repeat(1001) }, 'writingEvaluation: 超过 1000 个字符'],
    [{ evalDetail: '309' }, 'evalDetail: 309 不在代码表内'],
    [{ evalDetail: '209,999' }, 'evalDetail: 999 不在代码表内'],
    [{ serviceNumber: undefined }, 'serviceNumber: 缺失'],
  ])('is refused with %j', async (more, words) => {
    const outcome = await ratingTold(more);
    expect(outcome).toContain('1004');
    expect(outcome).toContain(words);
  });

  it('may use the reasons of both tables', async () => {
    expect(await ratingTold({ evalDetail: '201,206,207,214' })).toBe('0000');
    expect(await ratingTold({ satisfaction: '4', evalDetail: '403' })).toContain('1004');
  });
});

const stepTold = async (more: object): Promise<string> => {
  const records = caseRecords();
  await center.tell(paths.service, records.service());
  await center.tell(paths.rating, records.rating());
  return center.outcome(paths.step, records.step(1, { ...more }));
};

describe('a step', () => {
  it.each('0 10 11 12 20 21 220 221 222 30 31 90 91'.split(' '))('may be in %s', async (code) => {
    expect(await stepTold({ caseStatus: code })).toBe('0000');
  });

  it.each([
    [{ caseStatus: '13' }, 'caseStatus: 不在代码表内'],
    [{ caseType: '4' }, 'caseType: 不在代码表内'],
    [{ workflow: [] }, 'workflow: 条数不符'],
    [{ workflow: 'x' }, 'workflow: 须为列表'],
    [{ workflow: [{ dealTime: '2026-11-16 09:30:00' }] }, 'workflow: status: 缺失'],
    [
      { workflow: [{ dealInfo: '字'.repeat(301), dealTime: '2026-11-16 09:30:00', status: '0' }] },
      'workflow: dealInfo: 超过 300 个字符',
    ],
    [{ delayDate: '2026-02-30' }, 'delayDate: 格式不符'],
    [{ publicFlag: '1' }, 'publicText: 缺失'],
    [{ dealerName: '' }, 'dealerName: 缺失'],
  ])('is refused with %j', async (more, words) => {
    expect(await stepTold(more)).toContain(words);
  });
});
