import { randomInt } from 'node:crypto';

import type { CaseEventFacts } from '../../../../events/case/event.ts';
import { civilDateOf, fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { Call, Caller, LoopClient, Reply, SigningKey } from '../../client/loop-client.ts';
import { departmentOf } from '../town/body.ts';

/** What the checks share: one service, called as one integrator. */
export interface Scene {
  readonly client: LoopClient;
  readonly key: SigningKey;
  readonly calls: Caller;
  /** Epoch milliseconds at the service. */
  readonly now: () => number;
  /** A case number that no check has used. */
  projectNo(): string;
  /** An invented case, accepted a minute ago, with one contact. */
  accepted(projectNo?: string): CaseEventFacts;
  /** Signed as the key's owner, with headers that a check may spoil afterwards. */
  sign(call: Call): Promise<Call>;
  send(call: Call): Promise<Reply<unknown>>;
}

const department = departmentOf('yuecheng-shichang');

/** 9 after the day: numbers of tests, as far as the form of these numbers is known. */
const createNumbering = (now: () => number): (() => string) => {
  let count = randomInt(10_000_000, 90_000_000);
  return () => {
    count += 1;
    const day = civilDateOf(fromEpoch(now())).slice(2).replaceAll('-', '');
    return `${department.area}${day}9${count}`;
  };
};

export const openScene = (url: string, key: SigningKey, now: () => number): Scene => {
  const client = loopClient(url, { now });
  const projectNo = createNumbering(now);
  const { creditCode, orgCode, name, area } = department;
  return {
    client,
    key,
    now,
    projectNo,
    calls: client.signed(key),
    sign: (call) => client.sign(key, call),
    send: (call) => client.send<unknown>(call),
    accepted: (number = projectNo()) => {
      const at = withOffset(fromEpoch(now() - 60_000));
      return {
        eventId: `${number}-accepted`,
        type: 'accepted',
        projectNo: number,
        at,
        header: {
          matter: { code: 'CONFORMANCE-1', name: '对接测试事项' },
          department: { creditCode, orgCode, name },
          area,
          caseKind: 'immediate',
          applicant: { kind: 'person', name: '测试对接' },
        },
        contact: { serviceNumber: 1, service: 'accept', at },
      };
    },
  };
};
