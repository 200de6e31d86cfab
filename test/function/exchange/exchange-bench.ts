import { randomUUID } from 'node:crypto';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import type { SendDeps } from '../../../functions/exchange/sending.ts';
import { fakeStores } from '../../fake/stores.ts';
import { unclear } from '../../fake/strict-center.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { reportWorks } from '../../support/report-works.ts';
import type { Key } from '../request.ts';
import { hall, window, worldOver } from '../world.ts';

const orgCode = '001008006007014';

const withCode = (event: CaseEventFacts, code: string): CaseEventFacts => {
  const { header } = event;
  if (header === undefined || code === '') return event;
  return { ...event, header: { ...header, department: { ...header.department, orgCode: code } } };
};

/** The exchange over fakes, with cases that go out and cases that the own check refuses. */
export const newExchange = (more: Partial<SendDeps> = {}) => {
  const stores = fakeStores();
  const world = worldOver(stores);
  const works = reportWorks(stores, world.clock.now, more);

  const reporters = new Map<string, Key>();

  /** A rated case; one without the code of its department misses a field that is required. */
  const rated = async (level = 'satisfied', code: string | undefined = orgCode) => {
    const by = await world.integrator();
    const projectNo = nextProjectNo();
    const event = acceptedEvent({ projectNo, at: world.clock.now(), hall, window });
    await world.call('POST /v1/cases', { by, body: { events: [withCode(event, code)] } });
    reporters.set(projectNo, by);
    const token = await world.token(by, projectNo);
    const tags = level === 'dissatisfied' ? ['209'] : [];
    const body = { token, level, tags, text: '', contactConsent: true, clientRef: randomUUID() };
    const answer = await world.call('POST /v1/ratings', { body });
    if (answer.status !== 201) throw new Error(`not rated: ${answer.status}`);
    return projectNo;
  };

  /** Another event of the case, whose header has the code of its department. */
  const complete = async (projectNo: string, code: string): Promise<void> => {
    const at = world.clock.now();
    const { contact: _contact, ...accepted } = acceptedEvent({ projectNo, at, hall, window });
    const event = { ...accepted, eventId: `${projectNo}-step`, type: 'step' as const };
    const events = [withCode(event, code)];
    const by = reporters.get(projectNo);
    const nonce = randomUUID();
    await world.call('POST /v1/cases', { ...(by && { by }), body: { events }, nonce });
  };

  /** The outcome of the next calls is unknown. */
  const silence = (calls: number): void =>
    void works.center.troubles.push(
      ...Array.from({ length: calls }, () => ({ instead: unclear('no_answer') })),
    );

  const fileOf = (projectNo: string) => stores.reports.file(projectNo);

  return { stores, world, works, rated, complete, silence, fileOf };
};
