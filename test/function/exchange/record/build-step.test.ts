import { describe, expect, it } from 'vitest';

import { ticketOf } from '../../../contract/suite/sample.ts';
import {
  begun,
  does,
  found,
  own,
  reached,
  submitted,
} from '../../../domain/exchange/record/course.ts';
import { ratingOf } from '../../../domain/exchange/record/sample-source.ts';
import { exampleStep } from '../../../domain/ticket/event-example.ts';
import { reviewer, supervisor } from '../../../domain/ticket/ticket-fixture.ts';
import { at } from '../../../fake/clock.ts';
import { bodyOf, dossierOf, recordOf, sealNote } from './dossier-bench.ts';

const stepOf = (stepNumber: number) =>
  recordOf({ kind: 'step', serviceNumber: 1, stepNumber } as const);

const first = { creditCode: '11330603MB7654321B', area: '330603' };
const second = { creditCode: '11330604MB7654321C', area: '330604' };
const transferTo = (to: typeof first) => ({ type: 'transfer', to, note: 'n' }) as const;
/** Whom the city has to move tickets between its areas. */
const ofCity = { ...supervisor, area: '330600' };

const contacted = () => does(begun(), '2026-11-20T10:00:00+08:00', own, reached);

/** The department that the ticket came from, and where it was asked for its name. */
const named = async (creditCode: string, area: string) => `${creditCode} in ${area}`;

describe('what is sent for a step', () => {
  it('is the ticket as it was after it, with nothing of what came later', async () => {
    let course = does(contacted(), '2026-11-20T10:30:00+08:00', own, found);
    course = does(course, '2026-11-24T10:00:00+08:00', own, {
      ...submitted,
      measure: await sealNote('增设窗口'),
      answer: await sealNote('已增设窗口'),
    });
    const file = await dossierOf(course);
    expect(await bodyOf(file, stepOf(1))).toMatchObject({ caseStatus: '0', stepNumber: 1 });
    const middle = await bodyOf(file, stepOf(3));
    expect(middle).toMatchObject({ caseStatus: '20', stepNumber: 3 });
    expect(middle).toMatchObject({
      workflow: [{ status: '0' }, { status: '0' }, { status: '20' }],
    });
    expect(middle).not.toHaveProperty('rectifyMeasure');
    expect(await bodyOf(file, stepOf(4))).toMatchObject({
      caseStatus: '30',
      rectifyMeasure: '增设窗口',
      workflow: [{ status: '0' }, { status: '0' }, { status: '20' }, { status: '30' }],
    });
  });

  it('has the words of a claim, and the answer once it is approved', async () => {
    const claim = { type: 'claimInvalid', grounds: 'malicious', evidence: ['e'] } as const;
    let course = does(contacted(), '2026-11-20T10:10:00+08:00', own, {
      ...claim,
      note: await sealNote('恶意评价'),
    });
    expect(await bodyOf(await dossierOf(course), stepOf(3))).toMatchObject({
      appealReason: '恶意评价',
    });
    const ruling = { type: 'rule', claim: 'invalid', grant: false, note: 'n' } as const;
    course = does(course, '2026-11-20T11:00:00+08:00', reviewer, ruling);
    course = does(course, '2026-11-20T11:30:00+08:00', own, found);
    course = does(course, '2026-11-24T10:00:00+08:00', own, {
      ...submitted,
      measure: await sealNote('增设窗口'),
      answer: await sealNote('已增设窗口'),
    });
    course = does(course, '2026-11-24T15:00:00+08:00', supervisor, { type: 'approve' });
    expect(await bodyOf(await dossierOf(course), stepOf(course.steps.length))).toMatchObject({
      caseStatus: '90',
      feedbackText: '已增设窗口',
    });
  });

  it('names the department that had the ticket after it', async () => {
    let course = does(begun(), '2026-11-20T10:00:00+08:00', ofCity, transferTo(first));
    course = does(course, '2026-11-20T11:00:00+08:00', ofCity, transferTo(second));
    const ofSecond = { ...own, department: second.creditCode, area: second.area };
    course = does(course, '2026-11-20T14:00:00+08:00', ofSecond, reached);
    const file = await dossierOf(course);
    const deps = { departmentName: named };
    expect(await bodyOf(file, stepOf(1), deps)).toMatchObject({ deptName: '越城区测试局' });
    expect(await bodyOf(file, stepOf(2), deps)).toMatchObject({
      deptCode: first.creditCode,
      deptName: `${first.creditCode} in 330603`,
    });
    expect(await bodyOf(file, stepOf(3), deps)).toMatchObject({
      deptCode: second.creditCode,
      deptName: `${second.creditCode} in 330604`,
    });
    expect(await bodyOf(file, stepOf(4), deps)).toMatchObject({
      deptCode: second.creditCode,
      deptName: `${second.creditCode} in 330604`,
    });
    expect(await bodyOf(file, stepOf(3))).toEqual({ field: 'deptName', fault: 'missing' });
  });

  it('is dated by the calendar that became known after it', async () => {
    const { ticket, first: opened } = ticketOf(
      ratingOf({ receivedAt: at('2026-12-28T10:00:00+08:00') }),
    );
    const undated = await dossierOf({ ticket, steps: [opened] });
    expect(await bodyOf(undated, stepOf(1))).not.toHaveProperty('rectifyDeadline');
    const steps = [opened, exampleStep(2, 'recounted')];
    expect(await bodyOf(await dossierOf({ ticket, steps }), stepOf(1))).toMatchObject({
      rectifyDeadline: '2026-12-11 17:30:00',
      workflow: [{ status: '0' }],
    });
    const { rectify } = opened.facts.clocks;
    const facts = { claim: 'extension', granted: true, days: 5, clocks: { rectify } } as const;
    const granted = exampleStep(2, 'ruled', { facts });
    const dated = { ticket, steps: [opened, granted, exampleStep(3, 'recounted')] };
    expect(await bodyOf(await dossierOf(dated), stepOf(2))).toMatchObject({
      delayFlag: '1',
      delayDate: '2026-12-11',
    });
  });

  it('has its own corrections and its own revision', async () => {
    const corrections = { handlerName: '更正者' };
    const record = { ...stepOf(1), revision: 1, corrections };
    expect(await bodyOf(await dossierOf(), record)).toMatchObject({
      dealerName: '更正者',
      revision: 2,
    });
  });
});
