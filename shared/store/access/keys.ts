import type { IssuerHolder } from '../../domain/access/issuer.ts';
import { civilDateOf } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Month } from '../../domain/time/month.ts';
import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';

export const integratorKey = (accessKey: string): ItemKey => ({
  pk: `INTEGRATOR#${accessKey}`,
  sk: 'INTEGRATOR',
});

export const integratorsList = 'INTEGRATORS';

const issuersPk = 'ISSUERS';

export const issuerKey = (number: number): ItemKey => ({
  pk: issuersPk,
  sk: `NUMBER#${padNumber(number, 7)}`,
});

/** The number of a holder is found by it, too. */
export const issuerOfKey = ({ of, id }: IssuerHolder): ItemKey => ({
  pk: `ISSUER#${of}#${id}`,
  sk: 'ISSUER',
});

export const issuerCountKey: ItemKey = { pk: issuersPk, sk: 'COUNT' };

export const approvalKey = (id: string): ItemKey => ({ pk: `APPROVAL#${id}`, sk: 'APPROVAL' });

/** Approvals that somebody still has to decide or to carry out, or those that ended. */
export const approvalsIn = (list: 'open' | 'ended'): string => `APPROVALS#${list}`;

export const replayKey = (mark: string): ItemKey => ({ pk: `REPLAY#${mark}`, sk: 'REPLAY' });

export const actsPk = 'ACTS';

export const actKey = (number: number): ItemKey => ({
  pk: actsPk,
  sk: `ACT#${padNumber(number, 10)}`,
});

/** Administrative acts of a month in Shanghai. */
export const actsIn = (month: Month): string => `ACTS#${month}`;

export const actList = ({ at, number }: { readonly at: Instant; readonly number: number }) => ({
  listPk: `ACTS#${civilDateOf(at).slice(0, 7)}`,
  listSk: actKey(number).sk,
});
