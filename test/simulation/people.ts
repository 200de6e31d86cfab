/**
 * The actions of residents, departments and supervisors in the simulated city; each call is retried
 * until it has a response.
 */
import type { Caller, Reply } from '../../infra/local/client/loop-client.ts';
import type { Random } from '../../infra/local/scenario/town/random.ts';
import { channels } from '../../shared/domain/rating/channel.ts';
import { levels } from '../../shared/domain/rating/level.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { departmentOfHandler } from '../support/desk-calls.ts';
import { firstHandler, secondHandler } from '../support/desk-calls.ts';
import type { Loop } from '../support/loop.ts';

/** Retries a call that failed for a temporary reason: every call is idempotent. */
const persistently = async <T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> => {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await call();
    if (reply.status < 500 || attempt === 30) return reply;
  }
};

class SimulationRefused extends Error {}

export const done = async <T>(call: () => Promise<Reply<T>>): Promise<T> => {
  const { status, body } = await persistently(call);
  if (status < 300) return body;
  throw new SimulationRefused(`${status} ${JSON.stringify(body).slice(0, 300)}`);
};

export interface SimulatedCity {
  readonly loop: Loop;
  readonly integrator: Caller;
  readonly random: Random;
}

export interface RatedCase {
  readonly projectNo: string;
  readonly receipt: string;
  readonly bad: boolean;
  /** The handler of its ticket, if it is bad. */
  readonly handler: string;
}

const handlers = [firstHandler, secondHandler] as const;
const tagOf = { basically_satisfied: '309', satisfied: '408', very_satisfied: '510' } as const;

/**
 * About one in six is bad: many more than in production, so that a small city has enough of them.
 */
const wordsOf = (random: Random): { readonly bad: boolean; readonly words: object } => {
  const level =
    random.below(6) === 0 ? random.pick(levels.slice(3)) : random.pick(levels.slice(0, 3));
  if (level === 'dissatisfied' || level === 'very_dissatisfied') {
    const tag = level === 'dissatisfied' ? '209' : '115';
    return { bad: true, words: { level, tags: [tag], text: '没有按承诺的时间办结' } };
  }
  return { bad: false, words: { level, tags: [tagOf[level]] } };
};

const invited = channels.slice(0, 4);

/** A case is accepted and finished at one visit and its resident invited; most residents rate. */
export const servedCase = async (city: SimulatedCity): Promise<RatedCase | undefined> => {
  const { loop, integrator, random } = city;
  const projectNo = nextProjectNo();
  const handler = handlers[random.below(2)] ?? firstHandler;
  const at = new Date(loop.clock.now() - 60_000).toISOString();
  const accepted = acceptedEvent({
    projectNo,
    at,
    hall: '330602-H1',
    window: String(1 + random.below(3)),
  });
  const header = accepted.header && {
    ...accepted.header,
    department: { ...departmentOfHandler(handler), orgCode: '001008006007014' },
  };
  const finished = {
    eventId: `${projectNo}-finished`,
    type: 'finished',
    projectNo,
    at: new Date(loop.clock.now()).toISOString(),
    result: { outcome: 'granted' },
  };
  const events = [{ ...accepted, header }, finished];
  const { refused } = await done(() =>
    integrator.post<{ refused: number }>('/v1/cases', { events }),
  );
  if (refused > 0) throw new SimulationRefused('a case event was refused');
  const invitation = { projectNo, serviceNumber: 1, channel: random.pick(invited) };
  const { token } = await done(() =>
    integrator.post<{ token: string }>('/v1/invitations', invitation),
  );
  if (random.below(5) === 0) return undefined;
  const { bad, words } = wordsOf(random);
  // The same for every attempt: the page sends its rating again after a lost answer.
  const rating = { token, clientRef: crypto.randomUUID(), ...words };
  const { receipt } = await done(() =>
    loop.client.open().post<{ receipt: string }>('/v1/ratings', rating),
  );
  return { projectNo, receipt, bad, handler: handler?.id ?? '' };
};

interface Version {
  readonly version: number;
  readonly state: string;
}

const act = async (city: SimulatedCity, account: string, id: string, action: object) => {
  const person = await city.loop.staff(account);
  const overseer = await city.loop.staff('auditor');
  const body = { actionId: crypto.randomUUID(), ...action };
  return done(async () => {
    const { version } = await done(() => overseer.get<Version>(`/v1/tickets/${id}`));
    return person.post<Version>(`/v1/tickets/${id}/actions`, { ...body, expectedVersion: version });
  });
};

/** From contact to the answer; the department has only grounds to explain. */
export const answerTicket = async (city: SimulatedCity, rated: RatedCase): Promise<void> => {
  const id = `${rated.projectNo}-1`;
  const steps = [
    { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已电话联系' },
    { type: 'find', kind: 'no_legal_basis', cause: 'time', note: '承诺时限自材料齐备起算' },
    {
      type: 'submit',
      result: 'explained',
      measure: '已当面解释',
      answer: '时限自材料齐备之日起算，特此说明。',
    },
  ];
  for (const action of steps) await act(city, rated.handler, id, action);
};

export const approve = async (city: SimulatedCity, rated: RatedCase): Promise<void> => {
  await act(city, 'supervisor-yuecheng', `${rated.projectNo}-1`, { type: 'approve' });
};

/** Every third resident is still dissatisfied. */
export const followUp = async (city: SimulatedCity, rated: RatedCase): Promise<void> => {
  const bad = city.random.below(3) === 0;
  const words = bad
    ? { level: 'dissatisfied', tags: ['209'], text: '仍未说明原因' }
    : { level: 'satisfied', tags: ['408'] };
  const body = { ...words, clientRef: crypto.randomUUID() };
  await done(() => city.loop.client.open().post(`/v1/receipts/${rated.receipt}/append`, body));
};
