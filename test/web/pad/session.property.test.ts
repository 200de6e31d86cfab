import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dueAt } from '../../../web/pad/session/due.ts';
import type { SessionEvent } from '../../../web/pad/session/event.ts';
import { showScreen } from '../../../web/pad/session/show.ts';
import { firstState, noChoice } from '../../../web/pad/session/state.ts';
import type { Choosing, Contact, Screen, SessionState } from '../../../web/pad/session/state.ts';
import { step } from '../../../web/pad/session/step.ts';
import { indicators } from './fake-server.ts';

const contactOf = (n: number): Contact => ({
  key: `case#${n}`,
  token: `token-${n}`,
  matter: { zh: '生育登记', en: 'Birth registration' },
  department: '越城区卫健局',
  applicant: `张${n}`,
  service: { zh: '受理', en: 'Acceptance' },
});

const levels = indicators.zh.levels.map(({ level }) => level);
const codes = indicators.zh.levels.flatMap((one) => one.indicators.map(({ code }) => code));

/** What the server and the device say. */
const around: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    type: fc.constant('current' as const),
    contact: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 3 }).map(contactOf)),
    openNow: fc.constantFrom(true, false, null),
  }),
  fc.constant<SessionEvent>({ type: 'unanswered' }),
  fc.constant<SessionEvent>({ type: 'indicators', indicators }),
  fc.constant<SessionEvent>({ type: 'tick' }),
  fc.record({
    type: fc.constant('rules' as const),
    rules: fc.record({
      idleMs: fc.constant(60_000),
      warnMs: fc.constant(20_000),
      freeText: fc.boolean(),
    }),
  }),
);

const person: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({ type: fc.constant('choose' as const), level: fc.constantFrom(...levels) }),
  fc.record({ type: fc.constant('toggle' as const), code: fc.constantFrom(...codes, '999') }),
  fc.record({
    type: fc.constant('write' as const),
    text: fc.string({ unit: 'binary', maxLength: 600 }),
  }),
  fc.record({ type: fc.constant('consent' as const), given: fc.boolean() }),
  fc.record({ type: fc.constant('language' as const), language: fc.constantFrom('zh', 'en') }),
  fc.record({ type: fc.constant('scanned' as const), token: fc.constant('a'.repeat(42)) }),
  fc.constantFrom<SessionEvent>(
    { type: 'submit' },
    { type: 'submit' },
    { type: 'more' },
    { type: 'back' },
    { type: 'leave' },
    { type: 'touch' },
    { type: 'done' },
  ),
);

const storage: fc.Arbitrary<SessionEvent> = fc.constantFrom<SessionEvent>(
  { type: 'stored', code: '1042-1-AAAAAAAA' },
  { type: 'stored', code: '1042-1-AAAAAAAA' },
  { type: 'not_stored' },
  { type: 'storage', state: 'ok' },
  { type: 'storage', state: 'broken' },
);

const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
);

const stories = fc.array(
  fc.tuple(fc.oneof({ weight: 3, arbitrary: person }, around, storage), pause),
  { maxLength: 60 },
);

const opened: readonly SessionEvent[] = [
  { type: 'ready' },
  { type: 'indicators', indicators },
  { type: 'current', contact: contactOf(1), openNow: true },
];

interface Moment {
  readonly before: SessionState;
  readonly event: SessionEvent;
  readonly state: SessionState;
  readonly at: number;
}

type Story = readonly (readonly [SessionEvent, number])[];

/** Every step of a story, ticks included, as the host makes them. */
const play = (story: Story): readonly Moment[] => {
  const moments: Moment[] = [];
  let state = firstState;
  let at = 0;
  const take = (event: SessionEvent): void => {
    const before = state;
    state = step(before, event, at);
    moments.push({ before, event, state, at });
  };
  for (const event of opened) take(event);
  for (const [event, ms] of story) {
    const until = at + ms;
    for (let due = dueAt(state); due !== null && due <= until; due = dueAt(state)) {
      at = due;
      take({ type: 'tick' });
    }
    at = until;
    take(event);
  }
  return moments;
};

type Claim = (moment: Moment, earlier: readonly Moment[]) => boolean;

/** Returns what throws with a story in which the claim does not hold. */
const ofEveryMoment = (claim: Claim) => (): void => {
  fc.assert(
    fc.property(stories, (story) => {
      const moments = play(story);
      return moments.every((moment, index) => claim(moment, moments.slice(0, index)));
    }),
    { numRuns: 300 },
  );
};

const ofEveryStory = (claim: (story: Story) => boolean) => (): void => {
  fc.assert(fc.property(stories, claim), { numRuns: 300 });
};

const namedLast = (moments: readonly Moment[]): Contact | null => {
  const said = moments.findLast(({ event }) => event.type === 'current')?.event;
  return said?.type === 'current' ? said.contact : null;
};

/** Whether the screen became this one just now. */
const becomes = (at: Screen['at'], { before, state }: Moment): boolean =>
  state.screen.at === at && before.screen.at !== at;

const choosingIn = ({ screen }: SessionState): Choosing | undefined =>
  screen.at === 'choosing' ? screen : undefined;

/** What is left once nobody has done anything for so long. */
const leftAfter = (ms: number, story: Story): SessionState => {
  let { state, at } = play(story).at(-1)!;
  const until = at + ms;
  for (let due = dueAt(state); due !== null && due <= until; due = dueAt(state)) {
    at = due;
    state = step(state, { type: 'tick' }, at);
  }
  return state;
};

/** Nobody has begun anything on it. */
const isFresh = (state: SessionState): boolean => {
  const choosing = choosingIn(state);
  return choosing === undefined || (choosing.choice === noChoice && choosing.touchedAt === null);
};

/** A closed screen can be read in each language. */
const isSameBut = (closed: SessionState, event: SessionEvent): boolean => {
  const after = step(closed, event, 2e9);
  return event.type === 'language' ? after.screen === closed.screen : after === closed;
};

describe('whatever happens at the pad', () => {
  it('a name is shown only while the server names the same person', () => {
    const claim = ofEveryMoment((moment, earlier) => {
      const shown = JSON.stringify(showScreen(moment.state, 'https://pingjia.example'));
      const named = namedLast([...earlier, moment]);
      return [1, 2, 3].every((n) => named?.key === `case#${n}` || !shown.includes(`张${n}`));
    });
    expect(claim).not.toThrow();
  });

  it('thank you is said only when it is stored, and only what was sent is stored', () => {
    const claim = ofEveryMoment((moment) => {
      const { before, event } = moment;
      const isThanked = event.type === 'stored' && before.screen.at === 'saving';
      return (
        (!becomes('thanks', moment) || isThanked) &&
        (!becomes('saving', moment) || event.type === 'submit')
      );
    });
    expect(claim).not.toThrow();
  });

  it('what is sent was chosen, and has its reason', () => {
    const claim = ofEveryMoment((moment) => {
      const { screen } = moment.state;
      if (screen.at !== 'saving' || !becomes('saving', moment)) return true;
      const { level, tags, text } = screen.choice;
      const chosen = indicators.zh.levels.find((one) => one.level === level);
      const known = new Set(chosen?.indicators.map(({ code }) => code));
      const hasReason = tags.length > 0 || text.trim() !== '';
      return (
        choosingIn(moment.before)?.choice.level === level &&
        tags.every((code) => known.has(code)) &&
        (hasReason || chosen?.reasonRequired === false) &&
        text.isWellFormed() &&
        text.length <= 500
      );
    });
    expect(claim).not.toThrow();
  });

  it('nothing is chosen for anybody: a level comes from a touch on it', () => {
    const claim = ofEveryMoment(({ before, event, state }) => {
      const level = choosingIn(state)?.choice.level ?? null;
      const isNew = level !== null && level !== choosingIn(before)?.choice.level;
      return !isNew || (event.type === 'choose' && event.level === level);
    });
    expect(claim).not.toThrow();
  });

  it('the server never changes what somebody is choosing', () => {
    const fromServer = new Set(['current', 'unanswered', 'indicators', 'rules']);
    const claim = ofEveryMoment(({ before, event, state, at }) => {
      const due = dueAt(before);
      const isOver = due !== null && due <= at;
      const isBegun = typeof choosingIn(before)?.touchedAt === 'number';
      const mayChange = !isBegun || isOver || !fromServer.has(event.type);
      return mayChange || state.screen === before.screen;
    });
    expect(claim).not.toThrow();
  });

  it('somebody who leaves is forgotten after 80 s, whatever they did', () => {
    const claim = ofEveryStory((story) => {
      const state = leftAfter(80_000, story);
      const isFirstLanguage = state.language === 'zh' || state.screen.at === 'saving';
      return isFresh(state) && isFirstLanguage && state.screen.at !== 'thanks';
    });
    expect(claim).not.toThrow();
  });

  it('time never stands still: what is due is done by a tick', () => {
    const claim = ofEveryMoment(({ state, at }) => (dueAt(state) ?? Infinity) > at);
    expect(claim).not.toThrow();
  });

  it('a contact that was rated here is not shown again', () => {
    const claim = ofEveryMoment(({ state }) => {
      const choosing = choosingIn(state);
      const isOffered = choosing?.subject.of === 'contact' && choosing.touchedAt === null;
      return !isOffered || choosing.subject.contact.key !== state.rated;
    });
    expect(claim).not.toThrow();
  });

  it('nothing leads out of an address without https', () => {
    const claim = ofEveryStory((story) => {
      const closed = step(play(story).at(-1)!.state, { type: 'insecure' }, 1e9);
      return closed.screen.at === 'insecure' && story.every(([event]) => isSameBut(closed, event));
    });
    expect(claim).not.toThrow();
  });
});
