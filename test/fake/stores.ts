import type { CaseStore } from '../../shared/port/case-store.ts';
import type { EntryStore } from '../../shared/port/entry-store.ts';
import type { Inbox } from '../../shared/port/inbox.ts';
import type { IntegratorStore } from '../../shared/port/integrator-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { PadStore } from '../../shared/port/pad-store.ts';
import type { RatingStore } from '../../shared/port/rating-store.ts';
import type { ReplayGuard } from '../../shared/port/replay-guard.ts';
import type { TicketStore } from '../../shared/port/ticket-store.ts';
import { fakeCaseStore } from './case-store.ts';
import { fakeEntryStore } from './entry-store.ts';
import { fakeInbox } from './inbox.ts';
import { fakeIntegratorStore } from './integrator-store.ts';
import { fakeKeyRing } from './key-ring.ts';
import { newMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { fakePadStore } from './pad-store.ts';
import type { FakePadStore } from './pad-store.ts';
import { fakeRatingStores } from './rating-store.ts';
import { fakeReplayGuard } from './replay-guard.ts';

/** Every port that a function may be given. */
export interface Stores {
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly tickets: TicketStore;
  readonly pads: PadStore;
  readonly entries: EntryStore;
  readonly integrators: IntegratorStore;
  readonly replay: ReplayGuard;
  readonly inbox: Inbox;
  readonly keys: KeyRing;
}

export interface FakeStores extends Stores {
  readonly memory: Memory;
  readonly pads: FakePadStore;
}

export const fakeStores = (): FakeStores => {
  const memory = newMemory();
  return {
    memory,
    ...fakeRatingStores(memory),
    cases: fakeCaseStore(memory),
    pads: fakePadStore(memory),
    entries: fakeEntryStore(memory),
    integrators: fakeIntegratorStore(memory),
    replay: fakeReplayGuard(memory),
    inbox: fakeInbox(memory),
    keys: fakeKeyRing(),
  };
};
