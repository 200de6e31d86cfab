import { expect } from 'vitest';

import type { Caller, Reply } from '../../infra/local/client/loop-client.ts';
import { townAccounts } from '../../infra/local/scenario/town/accounts.ts';
import { badWords } from './calls.ts';
import type { Calls, Receipt } from './calls.ts';
import { acceptedEvent, nextProjectNo } from './case-facts.ts';
import type { Loop } from './loop.ts';
import { sha256Of } from './sample-file.ts';

/** Two handlers of different departments in Yuecheng. */
const handlers = townAccounts.filter(
  ({ area, roles }) => area === '330602' && roles.includes('handler'),
);

export const [firstHandler, secondHandler] = handlers;

interface DeskFile {
  readonly code?: string;
  readonly state: string;
  readonly version: number;
  readonly repeated: boolean;
  readonly applicant?: { name: string; mobile: string };
  readonly ticket: Readonly<Record<string, unknown>>;
}

interface OpenTicket {
  readonly id: string;
  readonly receipt: string;
}

/** The actions of staff on tickets in a booted system. */
export interface DeskCalls {
  /** A bad rating of that department's service; by default the first handler's. */
  badlyRated(department?: { creditCode: string; name: string }): Promise<OpenTicket>;
  /** With the current stored version, unless another is given. */
  act(account: string, id: string, action: object): Promise<Reply<DeskFile>>;
  /** The same, but it must succeed. Returns the ticket's file, if the person still sees it. */
  done(account: string, id: string, action: object): Promise<DeskFile>;
  show(account: string, id: string): Promise<Reply<Record<string, unknown>>>;
  /** Announces a file, uploads its bytes to the signed URL, returns its id. */
  upload(id: string, type: string, bytes: Buffer): Promise<string>;
}

export const departmentOfHandler = (account: typeof firstHandler) => ({
  creditCode: account!.department,
  name: account!.departmentName,
});

export const deskCalls = (loop: Loop, integrator: Caller, calls: Calls): DeskCalls => {
  const show: DeskCalls['show'] = async (account, id) =>
    (await loop.staff(account)).get(`/v1/tickets/${id}`);

  const versionOf = async (id: string): Promise<unknown> =>
    (await show('auditor', id)).body['version'];

  const act: DeskCalls['act'] = async (account, id, action) => {
    const body = { expectedVersion: await versionOf(id), ...action };
    return (await loop.staff(account)).post(`/v1/tickets/${id}/actions`, body);
  };

  return {
    show,
    act,
    async done(account, id, action) {
      const reply = await act(account, id, action);
      expect(reply).toMatchObject({ status: 200 });
      return reply.body;
    },
    async badlyRated(department = departmentOfHandler(firstHandler)) {
      const projectNo = nextProjectNo();
      const at = new Date(loop.clock.now()).toISOString();
      const event = acceptedEvent({ projectNo, at });
      const header = { ...event.header, department };
      await integrator.post('/v1/cases', { events: [{ ...event, header }] });
      const words = { ...badWords, contactConsent: true };
      const { body } = await calls.rate(await calls.tokenFor(projectNo), words);
      return { id: `${projectNo}-1`, receipt: (body as Receipt).receipt };
    },
    async upload(id, type, bytes) {
      const handler = await loop.staff(firstHandler!.id);
      const sha256 = sha256Of(bytes);
      const asked = { ticketId: id, name: `整改.${type}`, type, size: bytes.length, sha256 };
      const offer = await handler.post<{
        evidenceId: string;
        uploadUrl: string;
        headers: Record<string, string>;
      }>('/v1/evidence', asked);
      expect(offer.status).toBe(201);
      const { 'content-length': _length, ...headers } = offer.body.headers;
      const body = new Uint8Array(bytes);
      const put = await fetch(offer.body.uploadUrl, { method: 'PUT', headers, body });
      expect(put.status).toBe(200);
      return offer.body.evidenceId;
    },
  };
};
