import { resumeReports } from '../../functions/exchange/resume.ts';
import { sendReports } from '../../functions/exchange/send.ts';
import type { SendDeps } from '../../functions/exchange/sending.ts';
import { listedName } from '../../shared/domain/area/place-list.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';
import { fakeReportPublisher } from '../fake/report-publisher.ts';
import type { Stores } from '../fake/stores.ts';
import { strictCenter, textIn } from '../fake/strict-center.ts';
import type { StrictCenter } from '../fake/strict-center.ts';
import { recordOf } from './due-queue.ts';

/**
 * The exchange with the center over any stores: the sender, the resuming function, and a strict
 * center.
 */
export interface ReportWorks {
  readonly center: StrictCenter;
  readonly published: Readonly<Record<string, number>>[];
  /** One message for the case, as the queue delivers it. */
  readonly send: (projectNo: string) => Promise<void>;
  /** The scheduled run; returns the cases that it queued. */
  readonly beat: () => Promise<readonly string[]>;
  /** The scheduled run, and every message that it queued. */
  readonly resume: () => Promise<readonly string[]>;
  /** Operation and number of every accepted record: `service 1`, `rating 1/1`. */
  readonly taken: () => readonly string[];
}

const shortly = ({ operation, body }: StrictCenter['taken'][number]): string => {
  const numbers = ['serviceNumber', 'assessNumber', 'stepNumber']
    .filter((name) => !(operation === 'step' && name !== 'stepNumber'))
    .map((name) => textIn(body, name))
    .filter((text) => text !== '');
  return [operation, numbers.join('/')].join(' ').trim();
};

export const reportWorks = (
  stores: Stores,
  now: Now,
  more: Partial<SendDeps> = {},
): ReportWorks => {
  const center = strictCenter();
  const calls = fakeReportPublisher();
  const published: Readonly<Record<string, number>>[] = [];
  const publish = (counts: Readonly<Record<string, number>>): void => void published.push(counts);
  const sending = sendReports({
    ...stores,
    now,
    publish,
    chance: () => 1,
    gatewayOf: () => center,
    departmentName: async () => undefined,
    orgCode: async () => undefined,
    areaName: async (area) => listedName(await stores.places.now(), area),
    ...more,
  });
  const resume = resumeReports({ ...stores, now, publish, calls });
  const send = (projectNo: string) => sending(recordOf(JSON.stringify({ projectNo })));
  const beat = async () => {
    const before = calls.taken.length;
    await resume();
    return calls.taken.slice(before).map(({ projectNo }) => projectNo);
  };
  return {
    center,
    published,
    send,
    beat,
    async resume() {
      const called = await beat();
      for (const projectNo of called) await send(projectNo);
      return called;
    },
    taken: () => center.taken.map(shortly),
  };
};

/** A store whose next saves fail, as many as requested. */
export const failingSaves = (reports: ReportStore) => {
  let left = 0;
  const store: ReportStore = {
    ...reports,
    async save(change) {
      if (left === 0) return reports.save(change);
      left -= 1;
      throw new Error('the table is gone for a moment');
    },
  };
  return { store, failNext: (times: number): void => void (left = times) };
};
