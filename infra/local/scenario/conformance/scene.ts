import { randomInt } from 'node:crypto';

import type { CaseEventFacts } from '../../../../events/case/event.ts';
import { fromEpoch, withOffset } from '../../../../shared/domain/time/instant.ts';
import type { LoopClient, SigningKey } from '../../client/loop-client.ts';
import { makeEvent, numberCases } from '../player/case-event.ts';
import { openPlayer } from '../player/player.ts';
import type { Player } from '../player/player.ts';
import { departmentOf } from '../town/body.ts';

/** What the checks share: one service, called as one integrator. */
export interface Scene extends Player {
  readonly key: SigningKey;
  /** Epoch milliseconds at the service. */
  readonly now: () => number;
  /** Makes a case number that no check used. */
  createProjectNo(): string;
  /** Makes the acceptance of an invented case one minute ago, with one contact. */
  createEvent(): CaseEventFacts;
}

const { creditCode, orgCode, name, area } = departmentOf('yuecheng-shichang');

const header = {
  matter: { code: 'CONFORMANCE-1', name: '对接测试事项' },
  department: { creditCode, orgCode, name },
  area,
  caseKind: 'immediate',
  applicant: { kind: 'person', name: '测试对接' },
} as const;

const refuseAccount = (): never => {
  throw new Error('the checks of an integrator have no staff');
};

export const openScene = (client: LoopClient, key: SigningKey, now: () => number): Scene => {
  const first = randomInt(10_000_000, 90_000_000);
  const createProjectNo = numberCases({ area, digit: 9, first, now });
  return {
    ...openPlayer({ client, key, tokenOf: refuseAccount }),
    key,
    now,
    createProjectNo,
    createEvent: () => {
      const at = withOffset(fromEpoch(now() - 60_000));
      const contact = { serviceNumber: 1, service: 'accept', at } as const;
      return makeEvent(createProjectNo(), 1, { type: 'accepted', at, header, contact });
    },
  };
};
