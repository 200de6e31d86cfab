import { callsOf } from './calls.ts';
import { deskCalls, firstHandler } from './desk-calls.ts';
import type { DeskCalls } from './desk-calls.ts';
import { startLoop } from './loop.ts';
import type { Loop, LoopOptions } from './loop.ts';

/** A notice as an inbox shows it. */
export interface InboxLine {
  readonly id: string;
  readonly type: string;
  readonly ticketId: string;
  readonly at: string;
}

/** The reader of each inbox of Yuecheng and the city. */
const readers = {
  department: [firstHandler!.id, 'department'],
  supervisor: ['supervisor-yuecheng', 'area'],
  city: ['supervisor-city', 'city'],
  accountability: ['supervisor-city', 'accountability'],
} as const;
export type Reader = keyof typeof readers;
export const boxReaders = Object.keys(readers) as readonly Reader[];

/** A booted loop with the actions and observations of a test of the ladder. */
export interface LadderTown {
  readonly loop: Loop;
  readonly desk: DeskCalls;
  /** Moves the clock to a Shanghai time and waits until everything due is done. */
  to(moment: string): Promise<void>;
  /**
   * Moves the clock in steps, for example of five minutes, and waits until the system is idle after
   * each.
   */
  walk(steps: number, ms: number): Promise<void>;
  inbox(reader: Reader): Promise<readonly InboxLine[]>;
  /** The rungs that fired on a ticket, one for each audited step. */
  rungs(id: string): Promise<readonly string[]>;
  /** The result of the last watch, and all escalations that were ever missed. */
  watch(): Promise<{ missedEver: number; results: { late: number; missed: number }[] }>;
  stop(): Promise<void>;
}

interface FileOfTicket {
  readonly audit: {
    readonly intact: boolean;
    readonly steps: readonly { type: string; facts: { rung?: string } }[];
  };
}

export const startLadderTown = async (options: LoopOptions = {}): Promise<LadderTown> => {
  const loop = await startLoop(options);
  const { calls } = await loop.integrator();
  const desk = deskCalls(loop, calls, callsOf(loop, calls));
  const rest = () => loop.system.idle();
  return {
    loop,
    desk,
    async to(moment) {
      loop.clock.set(Date.parse(`${moment}+08:00`));
      await rest();
    },
    async walk(steps, ms) {
      for (let step = 0; step < steps; step += 1) {
        loop.clock.advance(ms);
        await rest();
      }
    },
    async inbox(reader) {
      const [account, box] = readers[reader];
      const caller = await loop.staff(account);
      const { body } = await caller.get<{ notices: InboxLine[] }>(`/v1/inbox?box=${box}&limit=100`);
      return body.notices;
    },
    async rungs(id) {
      const { body } = await desk.show('auditor', id);
      const { audit } = body as unknown as FileOfTicket;
      if (!audit.intact) throw new Error('the audit chain is broken');
      return audit.steps.flatMap(({ type, facts }) =>
        type === 'escalated' ? [facts.rung ?? ''] : [],
      );
    },
    async watch() {
      const auditor = await loop.staff('auditor');
      return (await auditor.get<never>('/v1/escalations/watch')).body;
    },
    stop: () => loop.stop(),
  };
};
