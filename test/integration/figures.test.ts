import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { FiguresView, OpenScores, RecountView } from '../../events/figures/view.ts';
import { badWords, callsOf, goodWords } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

type Figures = z.infer<typeof FiguresView>;
type Recount = z.infer<typeof RecountView>;

let loop: Loop;

beforeAll(async () => {
  loop = await startLoop();
});
afterAll(async () => {
  await loop?.stop();
});

const minute = 60_000;
const november = 'from=2026-11-01&to=2026-11-30';

/** Longer than the batching window of changes. */
const counted = async (): Promise<void> => {
  await loop.system.idle();
  for (let minutes = 0; minutes < 4; minutes += 1) {
    loop.clock.advance(minute);
    await loop.system.idle();
  }
};

describe('figures of the booted template', () => {
  it('equal a recount, though every change is handed over three times', async () => {
    loop.system.faults.duplicate = 3;
    const calls = callsOf(loop, (await loop.integrator()).calls);
    const place = { hall: '330602-H1', window: 'A03' };
    for (const words of [goodWords, goodWords, badWords, goodWords, badWords]) {
      const projectNo = await calls.acceptedCase(place);
      expect((await calls.rate(await calls.tokenFor(projectNo), words)).status).toBe(201);
    }
    await counted();
    delete loop.system.faults.duplicate;

    const auditor = await loop.staff('auditor');
    const { body: figures } = await auditor.get<Figures>(`/v1/figures?${november}`);
    expect(figures.total.counts).toMatchObject({ invited: 5, rated: 5, bad: 2, 'state:open': 2 });
    expect(figures.total.rates.good).toEqual({ numerator: 3, denominator: 5, value: 0.6 });
    const { body: recount } = await auditor.get<Recount>(`/v1/figures/recount?${november}`);
    expect(recount).toMatchObject({
      equal: true,
      read: { invitations: 5, ratings: 5, tickets: 2 },
    });
    const window = encodeURIComponent('window:330602-H1/A03');
    const { body: there } = await auditor.get<Figures>(`/v1/figures?scope=${window}`);
    expect(there.total.counts.rated).toBe(5);
  }, 120_000);

  it('are published to anyone', async () => {
    const open = loop.client.open();
    const { status, body } = await open.get<z.infer<typeof OpenScores>>('/v1/open/scores');
    expect(status).toBe(200);
    expect(body.total.counts).toMatchObject({ rated: 5, bad: 2 });
    expect(body.departments).toHaveLength(1);
  });
});
