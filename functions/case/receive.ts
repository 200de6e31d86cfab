import { CaseEventBatch, CaseEventFacts } from '../../events/case-event.ts';
import type { CaseEventAnswer } from '../../events/case-event.ts';
import { foldCaseEvent } from '../../shared/domain/case-event.ts';
import type { CaseEvent } from '../../shared/domain/case.ts';
import { isAhead } from '../../shared/domain/clock-tolerance.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { batchBody, fitting, readBody } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import type { IntegratorDoor } from '../../shared/http/integrator.ts';
import { Problem, problemBody } from '../../shared/http/problem.ts';
import type { CaseStore } from '../../shared/port/case-store.ts';
import { caseEventOf } from './case-event.ts';

export interface CaseDoor extends IntegratorDoor {
  readonly cases: CaseStore;
}

/** How often an event is folded again after losing a race for its case. */
const rounds = 8;

const fold = async (
  event: CaseEvent,
  source: string,
  cases: CaseStore,
): Promise<'stored' | 'repeat'> => {
  for (let round = 0; round < rounds; round += 1) {
    const decision = foldCaseEvent(await cases.find(event.projectNo), event, source);
    if (!decision.ok) throw new Problem(decision.reason);
    if (decision.outcome === 'repeat') return 'repeat';
    if ((await cases.save(decision.next)) === 'saved') return 'stored';
  }
  throw new Problem('busy');
};

/** Shown again on a repeat: the first delivery may have died between the two writes. */
const show = async (event: CaseEvent, cases: CaseStore): Promise<void> => {
  const { contact, projectNo } = event;
  if (contact?.hall === undefined || contact.window === undefined) return;
  const { hall, window, serviceNumber, at } = contact;
  await cases.show({ hall, window }, { projectNo, serviceNumber, at });
};

const refuseFuture = ({ at, contact }: CaseEvent, now: Instant): void => {
  if (isAhead(at, now) || (contact && isAhead(contact.at, now)))
    throw new Problem('time_in_future');
};

const receiveOne = async (
  given: unknown,
  source: string,
  door: CaseDoor,
): Promise<{ eventId: string; outcome: 'stored' | 'repeat' }> => {
  const facts = fitting(CaseEventFacts, given);
  const event = await caseEventOf(facts, door.keys);
  refuseFuture(event, door.now());
  const outcome = await fold(event, source, door.cases);
  await show(event, door.cases);
  return { eventId: event.eventId, outcome };
};

const eventIdOf = (given: unknown): string | undefined => {
  const id = (given as { eventId?: unknown } | null)?.eventId;
  return typeof id === 'string' ? id.slice(0, 64) : undefined;
};

/**
 * `POST /v1/cases`: up to 100 events, each stored or refused on its own. Events are taken one after
 * the other, because several of a batch may belong to one case.
 */
export const receiveCases =
  (door: CaseDoor): HttpHandler =>
  async (request) => {
    const { system } = await integratorOf(request, door, 'cases');
    const { events } = readBody(request, CaseEventBatch, batchBody);
    const items: CaseEventAnswer[] = [];
    for (const [index, given] of events.entries()) {
      try {
        items.push({ index, ...(await receiveOne(given, system, door)) });
      } catch (fault) {
        if (!(fault instanceof Problem)) throw fault;
        const { code, detail, errors } = problemBody(fault, languageOf(request));
        items.push({
          index,
          eventId: eventIdOf(given),
          outcome: 'refused',
          problem: {
            code,
            detail,
            errors: errors?.map(({ path, problem }) => ({ path, problem })),
          },
        });
      }
    }
    const count = (outcome: CaseEventAnswer['outcome']) =>
      items.filter((item) => item.outcome === outcome).length;
    return {
      status: 200,
      body: { stored: count('stored'), repeats: count('repeat'), refused: count('refused'), items },
    };
  };
