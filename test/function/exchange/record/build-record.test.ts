import { describe, expect, it } from 'vitest';

import { applicantPlace } from '../../../../functions/case/applicant.ts';
import { buildRecord } from '../../../../functions/exchange/record/build-record.ts';
import { identityNumber, projectNo } from '../../../domain/exchange/record/sample-source.ts';
import { at } from '../../../fake/clock.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { bodyOf, dossierOf, keys, nobody, recordOf } from './dossier-bench.ts';

const service = { kind: 'service', serviceNumber: 1 } as const;
const department = { creditCode, name: '越城区测试局' };

describe('what is sent for a record', () => {
  it.each([
    [
      { kind: 'service', serviceNumber: 2 },
      { serviceNumber: 2, proManager: '示例丙' },
    ],
    [
      { kind: 'rating', serviceNumber: 1, assessNumber: 1 },
      { serviceNumber: 1, assessNumber: '1', satisfaction: '2', writingEvaluation: '等了太久' },
    ],
    [
      { kind: 'rating', serviceNumber: 1, assessNumber: 2 },
      { serviceNumber: 1, assessNumber: '2', satisfaction: '4' },
    ],
    [
      { kind: 'rating', serviceNumber: 2, assessNumber: 1 },
      { serviceNumber: 2, assessNumber: '1', satisfaction: '1' },
    ],
    [{ kind: 'finish' }, { transactResult: '办结', userName: '测试甲' }],
    [
      { kind: 'step', serviceNumber: 2, stepNumber: 1 },
      { caseCode: `${projectNo}-2`, serviceNumber: 2, stepNumber: 1 },
    ],
  ] as const)('%o is what the case has under its numbers', async (ref, body) => {
    const built = await buildRecord(
      { file: await dossierOf(), record: recordOf(ref), records: [] },
      nobody,
    );
    expect(built).toMatchObject({ ok: true, operation: ref.kind, body });
  });

  it('has no words where the resident wrote none', async () => {
    const ref = { kind: 'rating', serviceNumber: 2, assessNumber: 1 } as const;
    expect(await bodyOf(await dossierOf(), recordOf(ref))).not.toHaveProperty('writingEvaluation');
  });

  it('is one revision above what the center holds, with the corrections of the case', async () => {
    const record = recordOf(service, { revision: 3 });
    const ref = { kind: 'rating', serviceNumber: 1, assessNumber: 1 } as const;
    const records = [record, recordOf(ref, { corrections: { matterName: '更正的事项' } })];
    const body = await bodyOf(await dossierOf(), record, { records });
    expect(body).toMatchObject({ revision: 4, taskName: '更正的事项' });
  });

  it('names the first field that does not fit instead', async () => {
    const file = await dossierOf(undefined, { area: '999999' });
    const built = await buildRecord({ file, record: recordOf(service), records: [] }, nobody);
    expect(built).toEqual({ ok: false, fault: { field: 'areaName', fault: 'missing' } });
  });

  it.each([
    { kind: 'service', serviceNumber: 3 },
    { kind: 'rating', serviceNumber: 3, assessNumber: 1 },
    { kind: 'step', serviceNumber: 3, stepNumber: 1 },
  ] as const)('is nothing for %o, which no plan can name', async (ref) => {
    const file = await dossierOf();
    await expect(bodyOf(file, recordOf(ref))).rejects.toThrow('does not exist');
  });
});

describe('after a hand-over whose system reported another header', () => {
  const after = at('2026-12-01T09:00:00+08:00');
  const handed = async () => {
    const file = await dossierOf();
    const { matter, department: rated, area, caseKind, applicant, contacts } = file.known;
    const header = { matter, department: rated, area, caseKind, applicant };
    const [contact] = contacts;
    const named = JSON.stringify({ name: '测试乙', certificate: { number: identityNumber } });
    const sealed = await keys.encrypt(named, applicantPlace(projectNo));
    const other = { creditCode: '11330602XX9000016Q', name: '越城区交通局' };
    const known = {
      ...file.known,
      department: other,
      applicant: { ...applicant, sealed },
      contacts: contacts.map((one) => ({ ...one, staff: { id: 'w-9', name: '示例己' } })),
      replaced: [
        { at: after, header },
        { at: after, contact },
      ],
    };
    return { ...file, known };
  };

  it.each([
    { kind: 'rating', serviceNumber: 1, assessNumber: 1 },
    { kind: 'rating', serviceNumber: 1, assessNumber: 2 },
  ] as const)('%o is about whom and what was rated', async (ref) => {
    const before = await bodyOf(await dossierOf(), recordOf(ref));
    expect(await bodyOf(await handed(), recordOf(ref))).toEqual(before);
  });

  it('a step of its rectification is at the department that was rated', async () => {
    const ref = { kind: 'step', serviceNumber: 1, stepNumber: 1 } as const;
    const before = await bodyOf(await dossierOf(), recordOf(ref));
    expect(await bodyOf(await handed(), recordOf(ref))).toEqual(before);
  });

  it('the service is about the case as it is', async () => {
    expect(await bodyOf(await handed(), recordOf(service), { orgCode: async () => '1' })).toEqual(
      expect.objectContaining({ deptCode: '11330602XX9000016Q', userName: '测试乙' }),
    );
  });
});

describe('the code of the department', () => {
  const looked: string[] = [];
  const orgCode = async (code: string, area: string) => {
    looked.push(`${code} ${area}`);
    return '001008006007015';
  };

  it('is looked up in the register of the area when the system sent none', async () => {
    const file = await dossierOf(undefined, { department });
    looked.length = 0;
    const body = await bodyOf(file, recordOf(service), { orgCode });
    expect(body).toMatchObject({ proDepartCode: '001008006007015' });
    expect(looked).toEqual([`${creditCode} 330602`]);
  });

  it('is not looked up when the system sent one', async () => {
    looked.length = 0;
    const body = await bodyOf(await dossierOf(), recordOf(service), { orgCode });
    expect(body).toMatchObject({ proDepartCode: '001008006007014' });
    expect(looked).toEqual([]);
  });
});

describe('what is sent for a withdrawal', () => {
  const asked = {
    what: 'withdraw',
    by: 'u1',
    at: at('2026-11-27T09:00:00+08:00'),
    reason: '误报',
  } as const;

  it.each([
    [
      { kind: 'step', serviceNumber: 1, stepNumber: 1 },
      { caseCode: `${projectNo}-1`, stepNumber: 1 },
    ],
    [{ kind: 'service', serviceNumber: 1 }, {}],
    [{ kind: 'finish' }, {}],
  ] as const)(
    'of %o names the record and the reason, and nothing of the case',
    async (ref, more) => {
      const record = recordOf(ref, { revision: 1, asked });
      const { kind, ...numbers } = ref;
      const built = await buildRecord({ file: await dossierOf(), record, records: [] }, nobody);
      expect(built).toEqual({
        ok: true,
        operation: 'withdraw',
        body: {
          kind,
          ...numbers,
          ...more,
          projectNo,
          reason: '误报',
          dataSource: '133',
          revision: 2,
        },
      });
    },
  );

  it('is checked like any other record', async () => {
    const record = recordOf(service, {
      revision: 1,
      asked: { ...asked, reason: '误'.repeat(301) },
    });
    const body = await bodyOf(await dossierOf(), record);
    expect(body).toEqual({ field: 'reason', fault: 'too_long' });
  });

  it('is not made for a record that is asked for again', async () => {
    const record = recordOf(service, { revision: 1, asked: { ...asked, what: 'resend' } });
    const built = await buildRecord({ file: await dossierOf(), record, records: [] }, nobody);
    expect(built).toMatchObject({ ok: true, operation: 'service' });
  });
});
