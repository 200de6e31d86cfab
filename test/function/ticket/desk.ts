import type { EvidenceType } from '../../../shared/domain/evidence/evidence.ts';
import { mediaTypes } from '../../../shared/domain/evidence/evidence.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { sampleFiles, sha256Of } from '../../support/sample-file.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

export type DeskWorld = World & { readonly stores: FakeStores };

export interface Rated {
  readonly id: string;
  readonly receipt: string;
}

/** Helpers for the actions of handlers and supervisors on one ticket. */
export interface Desk extends Rated {
  readonly world: DeskWorld;
  /** With the current stored version, unless another is given. */
  act(as: Person, action: object): Promise<Reply>;
  /** The same, but it must succeed. */
  done(as: Person, action: object): Promise<Reply>;
  /** Announces a file and uploads it; returns its id. */
  upload(type?: EvidenceType, bytes?: Buffer): Promise<string>;
  file(as?: Person): Promise<Reply>;
  receiptView(language?: string): Promise<Reply>;
  append(words: object): Promise<Reply>;
}

/** People of the city outside the department of the ticket. */
export const dismisser = people.reviewer;
export const closer = people.supervisor;

export const badlyRated = async (
  world: World,
  words: object = { level: 'very_dissatisfied', text: '等了九天', contactConsent: true },
): Promise<Rated> => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const token = await world.token(key, projectNo);
  const reply = await world.call('POST /v1/ratings', { body: { token, ...words } });
  return { id: `${projectNo}-1`, receipt: bodyOf<{ receipt: string }>(reply).receipt };
};

export const deskOf = (world: DeskWorld, { id, receipt }: Rated): Desk => {
  const path = { id };
  const act = async (as: Person, action: object): Promise<Reply> => {
    const ticket = await world.stores.tickets.find(id);
    const body = { expectedVersion: ticket?.version, ...action };
    return world.call('POST /v1/tickets/{id}/actions', { as, path, body });
  };
  return {
    world,
    id,
    receipt,
    act,
    async done(as, action) {
      const reply = await act(as, action);
      if (reply.status !== 200) throw new Error(`${JSON.stringify(action)}: ${outcomeOf(reply)}`);
      return reply;
    },
    async upload(type = 'pdf', bytes = sampleFiles[type]) {
      const sha256 = sha256Of(bytes);
      const body = { ticketId: id, name: `整改.${type}`, type, size: bytes.length, sha256 };
      const reply = await world.call('POST /v1/evidence', { as: people.handler, body });
      const { evidenceId } = bodyOf<{ evidenceId: string }>(reply);
      world.stores.evidence.put(evidenceId, { mediaType: mediaTypes[type], bytes, sha256 });
      return evidenceId;
    },
    file: (as = people.handler) => world.call('GET /v1/tickets/{id}', { as, path }),
    receiptView: (language = 'zh') =>
      world.call('GET /v1/receipts/{receipt}', {
        path: { receipt },
        headers: { 'accept-language': language },
      }),
    append: (body) => world.call('POST /v1/receipts/{receipt}/append', { path: { receipt }, body }),
  };
};

/** A desk with one badly rated service. */
export const newDesk = async (words?: object): Promise<Desk> => {
  const world = newWorld();
  return deskOf(world, await badlyRated(world, words));
};

export const contact = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电' };
export const find = { type: 'find', kind: 'reasonable_now', cause: 'time' };
export const submit = {
  type: 'submit',
  result: 'explained',
  measure: '补办完毕',
  answer: '向您致歉,已办结。',
};

/** Contacts the resident, records the finding and submits. */
export const handIn = async (desk: Desk): Promise<void> => {
  for (const action of [contact, find, submit]) await desk.done(people.handler, action);
};

export const closeIt = async (desk: Desk): Promise<void> => {
  await handIn(desk);
  await desk.done(closer, { type: 'approve' });
};
