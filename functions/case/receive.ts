import type { CaseEventAnswer } from '../../events/case/event-answer.ts';
import { CaseEventBatch } from '../../events/case/event.ts';
import { batchBody, readBatch } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import { printable } from '../../shared/http/printable.ts';
import { createItemFaults } from './item-faults.ts';
import { memberProblem, receiveEvent } from './receive-event.ts';
import type { CaseDeps } from './receive-event.ts';

const eventIdOf = (given: unknown): string | undefined => {
  const id = (given as { eventId?: unknown } | null)?.eventId;
  return typeof id === 'string' ? printable(id) : undefined;
};

/**
 * `POST /v1/cases`: takes up to 100 events; each is stored or refused on its own. Events are
 * processed in order, because several of a batch may belong to one case.
 */
export const receiveCases =
  (deps: CaseDeps): HttpHandler =>
  async (request) => {
    const reporter = await integratorOf(request, deps, 'cases');
    const { batch, refuseTwiceIn } = readBatch(request, CaseEventBatch, batchBody);
    const items: CaseEventAnswer[] = [];
    const faults = createItemFaults(request.routeKey);
    for (const [index, given] of batch.events.entries()) {
      try {
        refuseTwiceIn('events', index);
        items.push({ index, ...(await receiveEvent(given, reporter, deps)) });
      } catch (fault) {
        const problem = memberProblem(faults.problemOf(fault), languageOf(request));
        items.push({ index, eventId: eventIdOf(given), outcome: 'refused', problem });
      }
    }
    faults.end(items.length);
    const countOutcome = (outcome: CaseEventAnswer['outcome']) =>
      items.filter((item) => item.outcome === outcome).length;
    return {
      status: 200,
      body: {
        stored: countOutcome('stored'),
        repeats: countOutcome('repeat'),
        refused: countOutcome('refused'),
        items,
      },
    };
  };
