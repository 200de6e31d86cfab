import { expect } from 'vitest';

import type { Caller, ProblemBody, Reply } from '../../infra/local/client/loop-client.ts';
import { acceptedEvent, nextProjectNo } from './case-facts.ts';
import type { AcceptedFacts } from './case-facts.ts';
import type { Loop } from './loop.ts';
import { pageOf } from './page-ref.ts';

export interface Receipt {
  readonly receipt: string;
  readonly repeated: boolean;
  readonly ticket?: {
    readonly state: string;
    readonly contactDue: string;
    readonly rectifyDue: string;
  };
}

/** Helpers for the actions of a resident, an integrator and a hall. */
export interface Calls {
  /** A new case with one contact; returns its number. */
  acceptedCase(facts?: Partial<AcceptedFacts>): Promise<string>;
  tokenFor(projectNo: string, channel?: string): Promise<string>;
  /** From the page on which the link is open, unless the words have a `clientRef`. */
  rate(token: string, words: object): Promise<Reply<Receipt & ProblemBody>>;
  /** The ticket of the case's contact, as a supervisor of the area sees it. */
  ticketOf(projectNo: string): Promise<Reply<Record<string, unknown>>>;
}

export const badWords = { level: 'very_dissatisfied', tags: ['115'], text: '等了两个小时' };
export const goodWords = { level: 'satisfied', tags: ['408'] };

export const callsOf = (loop: Loop, integrator: Caller): Calls => ({
  async acceptedCase(facts = {}) {
    const projectNo = nextProjectNo();
    const at = new Date(loop.clock.now()).toISOString();
    const events = [acceptedEvent({ projectNo, at, ...facts })];
    const { body } = await integrator.post<{ stored: number }>('/v1/cases', { events });
    expect(body.stored).toBe(1);
    return projectNo;
  },

  async tokenFor(projectNo, channel = 'portal') {
    const asked = { projectNo, serviceNumber: 1, channel };
    const { status, body } = await integrator.post<{ token: string }>('/v1/invitations', asked);
    expect(status).toBe(201);
    return body.token;
  },

  rate: (token, words) =>
    loop.client.open().post('/v1/ratings', { token, clientRef: pageOf(token), ...words }),

  async ticketOf(projectNo) {
    const overseer = await loop.staff('supervisor-yuecheng');
    return overseer.get(`/v1/tickets/${projectNo}-1`);
  },
});
