import { areaOf } from '../../../../shared/domain/area/area.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { CaseSource } from '../../../../shared/domain/exchange/record/case-record.ts';
import { makeIdentityNumber } from '../../../../shared/domain/number/identifier.ts';
import type { Rating } from '../../../../shared/domain/rating/rating.ts';
import { sampleCase, sampleRating } from '../../../contract/suite/sample.ts';
import { at } from '../../../fake/clock.ts';
import { creditCode } from '../../../support/case-facts.ts';

export const projectNo = '330602261120000000017';
export const identityNumber = makeIdentityNumber('33060219900101123') ?? '';

/** A finished case with two contacts and all fields of the interface. */
export const fullCase = (more: Partial<Case> = {}): Case =>
  sampleCase({
    projectNo,
    department: { creditCode, orgCode: '001008006007014', name: '越城区测试局' },
    matter: { code: '许可-00757-000', name: '食品经营许可', theme: '开办餐馆' },
    timeline: [
      { eventId: 'e1', type: 'accepted', at: at('2026-11-20T09:00:00+08:00'), accessKey: 'AK1' },
      {
        eventId: 'e2',
        type: 'finished',
        at: at('2026-11-25T16:00:00+08:00'),
        accessKey: 'AK1',
        result: { outcome: 'granted' },
      },
    ],
    contacts: [
      {
        serviceNumber: 1,
        service: 'accept',
        at: at('2026-11-20T09:00:00+08:00'),
        staff: { id: 'w1', name: '示例乙' },
      },
      {
        serviceNumber: 2,
        service: 'collect',
        at: at('2026-11-26T10:00:00+08:00'),
        staff: { id: 'w2', name: '示例丙' },
      },
    ],
    ...more,
  });

/** The name of an area is looked up by whoever builds the record; here it is the shipped one. */
export const sourceOf = (more: Partial<CaseSource> = {}): CaseSource => {
  const known = more.known ?? fullCase();
  return {
    known,
    applicant: { name: '测试甲', certificate: { number: identityNumber } },
    areaName: areaOf(more.corrections?.area ?? known.area)?.zh,
    revision: 1,
    ...more,
  };
};

export const ratingOf = (more: Partial<Rating> = {}): Rating =>
  sampleRating({ projectNo, receivedAt: at('2026-11-20T09:41:30+08:00'), ...more });
