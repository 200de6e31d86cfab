import { randomUUID } from 'node:crypto';

import type { SendDeps } from '../../../functions/exchange/sending.ts';
import { fakeStores } from '../../fake/stores.ts';
import { unclear } from '../../fake/strict-center.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { reportWorks } from '../../support/report-works.ts';
import { hall, window, worldOver } from '../world.ts';

const orgCode = '001008006007014';

/** The exchange over fakes, with cases that go out and cases that the own check refuses. */
export const newExchange = (more: Partial<SendDeps> = {}) => {
  const stores = fakeStores();
  const world = worldOver(stores);
  const works = reportWorks(stores, world.clock.now, more);

  /** A rated case; one without the code of its department misses a field that is required. */
  const rated = async (level = 'satisfied', code: string | undefined = orgCode) => {
    const by = await world.integrator();
    const projectNo = nextProjectNo();
    const event = acceptedEvent({ projectNo, at: world.clock.now(), hall, window });
    const { header } = event;
    const department = { ...header?.department, ...(code !== '' && { orgCode: code }) };
    const events = [{ ...event, header: { ...header, department } }];
    await world.call('POST /v1/cases', { by, body: { events } });
    const token = await world.token(by, projectNo);
    const tags = level === 'dissatisfied' ? ['209'] : [];
    const body = { token, level, tags, text: '', contactConsent: true, clientRef: randomUUID() };
    const answer = await world.call('POST /v1/ratings', { body });
    if (answer.status !== 201) throw new Error(`not rated: ${answer.status}`);
    return projectNo;
  };

  /** The outcome of the next calls is unknown. */
  const silence = (calls: number): void =>
    void works.center.troubles.push(
      ...Array.from({ length: calls }, () => ({ instead: unclear('no_answer') })),
    );

  const fileOf = (projectNo: string) => stores.reports.file(projectNo);

  return { stores, world, works, rated, silence, fileOf };
};
