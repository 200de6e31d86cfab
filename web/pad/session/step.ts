/** The machine of the pad: what an event at a moment makes of a state. */
import type { EnrolPhase } from '../key/phase.ts';
import { takeChoice } from './choosing.ts';
import type { ChoiceAction } from './choosing.ts';
import { passTime } from './due.ts';
import type { SessionEvent } from './event.ts';
import { choosing, goHome, isSomebodyHere, refreshHome } from './home.ts';
import type { Contact, Screen, SessionState } from './state.ts';

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;
type Steps = {
  readonly [Type in SessionEvent['type']]: (
    state: SessionState,
    event: Of<Type>,
    at: number,
  ) => SessionState;
};

const show = (state: SessionState, screen: Screen): SessionState => ({ ...state, screen });

const same = (state: SessionState): SessionState => state;

/** One that was rated here stays rated, although the server may not know it yet. */
const contactOf = (named: Contact | null, { rated }: SessionState): Contact | null =>
  named !== null && named.key === rated ? null : named;

const onChoosing = (state: SessionState, event: ChoiceAction, at: number): SessionState => {
  const { screen } = state;
  if (screen.at !== 'choosing') return state;
  return show(state, takeChoice(state, { ...screen, touchedAt: at, isWarning: false }, event));
};

/** Somebody was there and looked on: the screen stays. */
const onTouch = (state: SessionState, at: number): SessionState => {
  const { screen } = state;
  if (screen.at !== 'choosing' || screen.touchedAt === null) return state;
  return show(state, { ...screen, touchedAt: at, isWarning: false });
};

const onStored = (state: SessionState, code: string | null, at: number): SessionState => {
  const { screen, contact } = state;
  if (screen.at !== 'saving') return state;
  const { subject } = screen;
  const rated = subject.of === 'contact' ? subject.contact.key : state.rated;
  const known = contactOf(contact, { ...state, rated });
  return { ...state, rated, contact: known, screen: { at: 'thanks', code, since: at } };
};

const onNotStored = (state: SessionState, at: number): SessionState => {
  const { screen } = state;
  if (screen.at !== 'saving') return state;
  const token = screen.subject.of === 'link' ? screen.subject.token : null;
  return { ...state, storage: 'broken', screen: { at: 'broken', token, since: at } };
};

const onStorage = (
  state: SessionState,
  storage: SessionState['storage'],
  at: number,
): SessionState => {
  if (storage === state.storage) return state;
  const changed = { ...state, storage };
  const { screen } = state;
  const isShowing = screen.at === 'broken' && screen.token === null;
  return isShowing ? goHome(changed, at) : refreshHome(changed, at);
};

/** Scanning begins a choice; who was choosing before is gone, and their words with them. */
const onScanned = (state: SessionState, token: string, at: number): SessionState => {
  const isOpen = ['invite', 'choosing', 'thanks'].includes(state.screen.at);
  if (!isOpen || state.indicators === null || state.storage === 'broken') return state;
  return show(state, choosing({ of: 'link', token }, at));
};

/** Nothing of the person who was choosing is left. */
const onUnenrolled = (state: SessionState, { isRevoked }: Of<'unenrolled'>): SessionState => ({
  ...show(state, { at: 'enrol', isRevoked, checks: [], phase: 'checking', code: null }),
  contact: null,
});

const onEnrol = (state: SessionState, code: string): SessionState => {
  const { screen } = state;
  const isOpen = screen.at === 'enrol' && !['checking', 'spending', 'unfit'].includes(screen.phase);
  return isOpen ? show(state, { ...screen, phase: 'spending', code }) : state;
};

/** What came of a code stays to be read; checks that run again only change what they say. */
const phaseBehind = (before: EnrolPhase, isUnfit: boolean): EnrolPhase => {
  if (before === 'spending') return before;
  if (isUnfit) return 'unfit';
  return before === 'checking' || before === 'unfit' ? 'ready' : before;
};

const onChecked = (state: SessionState, { checks }: Of<'checked'>): SessionState => {
  const { screen } = state;
  if (screen.at !== 'enrol') return state;
  const isUnfit = checks.some(({ result }) => result === 'failed');
  return show(state, { ...screen, checks, phase: phaseBehind(screen.phase, isUnfit) });
};

const onEnrolment = (state: SessionState, { phase }: Of<'enrolment'>): SessionState =>
  state.screen.at === 'enrol' ? show(state, { ...state.screen, phase, code: null }) : state;

const closed =
  (at: 'insecure' | 'second') =>
  (state: SessionState): SessionState => ({
    ...show(state, { at }),
    contact: null,
  });

const steps: Steps = {
  insecure: closed('insecure'),
  second: closed('second'),
  unenrolled: onUnenrolled,
  checked: onChecked,
  enrolment: onEnrolment,
  enrol: (state, { code }) => onEnrol(state, code),
  ready: (state, _event, at) => goHome(state, at),
  rules: (state, { rules }) => ({ ...state, rules }),
  indicators: (state, { indicators }, at) => refreshHome({ ...state, indicators }, at),
  current: (state, { contact, openNow }, at) =>
    refreshHome(
      { ...state, link: 'online', openNow, contact: contactOf(contact, state), confirmedAt: at },
      at,
    ),
  unanswered: (state, _event, at) => refreshHome({ ...state, link: 'offline' }, at),
  stored: (state, { code }, at) => onStored(state, code, at),
  not_stored: (state, _event, at) => onNotStored(state, at),
  storage: (state, event, at) => onStorage(state, event.state, at),
  tick: same,
  scanned: (state, { token }, at) => onScanned(state, token, at),
  choose: onChoosing,
  more: onChoosing,
  back: onChoosing,
  toggle: onChoosing,
  write: onChoosing,
  consent: onChoosing,
  submit: onChoosing,
  leave: (state, _event, at) => (state.screen.at === 'choosing' ? goHome(state, at) : state),
  touch: (state, _event, at) => onTouch(state, at),
  done: (state, _event, at) =>
    ['broken', 'thanks'].includes(state.screen.at) ? goHome(state, at) : state,
  language: (state, { language }, at) => onTouch({ ...state, language, languageAt: at }, at),
};

/** A closed screen is left only by the event that opens it; it can be read in each language. */
const isClosed = ({ screen }: SessionState, { type }: SessionEvent): boolean =>
  type !== 'language' &&
  (screen.at === 'insecure' || (screen.at === 'second' && !['ready', 'unenrolled'].includes(type)));

/** Time passes before anything else does: an event after the end of a screen finds the next one. */
export const step = (state: SessionState, event: SessionEvent, at: number): SessionState => {
  if (isClosed(state, event)) return state;
  const take = steps[event.type] as (
    state: SessionState,
    event: SessionEvent,
    at: number,
  ) => SessionState;
  const next = take(passTime(state, at), event, at);
  return isSomebodyHere(state) || isSomebodyHere(next) ? { ...next, hereAt: at } : next;
};
