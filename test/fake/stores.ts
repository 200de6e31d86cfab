import type { CalendarStore } from '../../shared/port/calendar-store.ts';
import type { CaseStore } from '../../shared/port/case-store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DueIndex } from '../../shared/port/due-index.ts';
import type { EntryStore } from '../../shared/port/entry-store.ts';
import type { EvidenceStore } from '../../shared/port/evidence-store.ts';
import type { HookStore } from '../../shared/port/hook-store.ts';
import type { IntegratorStore } from '../../shared/port/integrator-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { NoticeStore } from '../../shared/port/notice-store.ts';
import type { PadStore } from '../../shared/port/pad-store.ts';
import type { PolicyStore } from '../../shared/port/policy-store.ts';
import type { RatingStore } from '../../shared/port/rating-store.ts';
import type { RecountOutlet } from '../../shared/port/recount-outlet.ts';
import type { ReplayGuard } from '../../shared/port/replay-guard.ts';
import type { Rulebook } from '../../shared/port/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket-store.ts';
import type { WatchStore } from '../../shared/port/watch-store.ts';
import { fakeCaseStore } from './case-store.ts';
import { fakeDueIndex } from './due-index.ts';
import { fakeEntryStore } from './entry-store.ts';
import { fakeEvidenceStore } from './evidence-store.ts';
import type { FakeEvidenceStore } from './evidence-store.ts';
import { fakeIntegratorStore } from './integrator-store.ts';
import { fakeKeyRing } from './key-ring.ts';
import { newMemory } from './memory.ts';
import type { Memory } from './memory.ts';
import { fakeHookStore, fakeNoticeStore } from './notice-store.ts';
import type { FakeNoticeStore } from './notice-store.ts';
import { fakePadStore } from './pad-store.ts';
import type { FakePadStore } from './pad-store.ts';
import { fakeRatingStores } from './rating-store.ts';
import { fakeReplayGuard } from './replay-guard.ts';
import { fakeRecountOutlet, fakeRuleStores } from './rulebook.ts';
import { fakeWatchStore } from './watch-store.ts';

/** Every port that a function may be given. */
export interface Stores {
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly tickets: TicketStore;
  readonly pads: PadStore;
  readonly entries: EntryStore;
  readonly evidence: EvidenceStore;
  readonly integrators: IntegratorStore;
  readonly replay: ReplayGuard;
  readonly notices: NoticeStore;
  readonly hooks: HookStore;
  readonly due: DueIndex;
  readonly results: WatchStore;
  readonly keys: KeyRing;
  readonly calendars: CalendarStore;
  readonly policies: PolicyStore;
  /** The rulebook as a function opens it at its start. */
  readonly rulebookBy: (now: Now) => Rulebook;
  readonly recounts: RecountOutlet;
}

export interface FakeStores extends Stores {
  readonly memory: Memory;
  readonly pads: FakePadStore;
  readonly evidence: FakeEvidenceStore;
  readonly notices: FakeNoticeStore;
}

export const fakeStores = (): FakeStores => {
  const memory = newMemory();
  const notices = fakeNoticeStore(memory);
  const { dueTickets, ...loop } = fakeRatingStores(memory, (notice) => notices.tell(notice));
  return {
    memory,
    ...loop,
    notices,
    hooks: fakeHookStore(memory),
    due: fakeDueIndex(memory, () => [...dueTickets(), ...notices.due()]),
    results: fakeWatchStore(memory),
    cases: fakeCaseStore(memory),
    pads: fakePadStore(memory),
    entries: fakeEntryStore(memory),
    evidence: fakeEvidenceStore(memory),
    integrators: fakeIntegratorStore(memory),
    replay: fakeReplayGuard(memory),
    keys: fakeKeyRing(),
    ...fakeRuleStores(memory),
    recounts: fakeRecountOutlet(),
  };
};
