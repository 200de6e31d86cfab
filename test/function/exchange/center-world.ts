import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import type { DeskWorld } from '../ticket/desk.ts';
import { newWorld } from '../world.ts';

/** A city with one rated service, and the provincial center that calls it. */
export interface CenterWorld {
  readonly world: DeskWorld;
  readonly center: Key;
  /** The system that reported the case. */
  readonly system: Key;
  /** The case of the callbacks, unless they name another. */
  readonly projectNo: string;
  call(operation: string, body: object, by?: Key): Promise<Reply>;
  /** A body that is sent unchanged: a text, or bytes. */
  callRaw(operation: string, body: string | Uint8Array): Promise<Reply>;
  /** evaluation.sync with changed members of the item and of the envelope. */
  evaluate(more?: object, about?: object): Promise<Reply>;
}

let serial = 7_000;

/** A bad evaluation with a new id. */
export const evaluationItem = (more: object = {}) => {
  serial += 1;
  return {
    id: serial,
    assessTime: '2026-11-20 09:30:30',
    channel: 2,
    number: 1,
    rateText: '排了两次队',
    raterName: '测试甲',
    raterPhoneNum: '13800000001',
    evaluationLevelModelList: [{ level: 2, levelType: 1, status: 1 }],
    evaluationTagItemModelList: [{ tagCode: 209, status: 1 }],
    ...more,
  };
};

export const newCenterWorld = async (): Promise<CenterWorld> => {
  const world = newWorld();
  const center = await world.integrator(['center']);
  const system = await world.integrator();
  const projectNo = await world.acceptedCase(system);
  world.clock.advance(60_000);
  const call: CenterWorld['call'] = (operation, body, by = center) =>
    world.call('POST /v1/center/{operation}', {
      by,
      nonce: randomUUID(),
      path: { operation },
      body,
    });
  return {
    world,
    center,
    system,
    projectNo,
    call,
    callRaw: (operation, body) =>
      world.call('POST /v1/center/{operation}', {
        by: center,
        nonce: randomUUID(),
        path: { operation },
        ...(typeof body === 'string' ? { raw: body } : { file: body }),
      }),
    evaluate: (more = {}, about = {}) =>
      call('evaluation.sync', {
        targetId: projectNo,
        evaluationItemModel: evaluationItem(more),
        ...about,
      }),
  };
};

/** A follow-up on the province's pages. */
export const appendItem = (more: object = {}) =>
  evaluationItem({
    number: 2,
    assessTime: '2026-11-20 11:00:00',
    evaluationLevelModelList: [{ level: 1 }],
    evaluationTagItemModelList: [{ tagCode: 115 }],
    ...more,
  });
