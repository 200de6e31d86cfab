import { firstState, noChoice } from './state.ts';
import type { Screen, SessionState, Subject } from './state.ts';

export const choosing = (subject: Subject, touchedAt: number | null): Screen => ({
  at: 'choosing',
  subject,
  choice: noChoice,
  isAtReasons: false,
  fault: null,
  touchedAt,
  isWarning: false,
});

/**
 * The screen behind which nobody is, at the moment `at`: whom the server named, or, offline, the
 * service that was just received; else the invitation.
 */
const homeOf = (
  { storage, contact, indicators, link, openNow }: SessionState,
  at: number,
): Screen => {
  if (storage === 'broken') return { at: 'broken', token: null, since: at };
  if (indicators === null) return { at: 'invite' };
  if (contact !== null) return choosing({ of: 'contact', contact }, null);
  if (link === 'offline' && openNow !== false) return choosing({ of: 'window' }, null);
  return { at: 'invite' };
};

/** Ends what was on the screen: nothing of it is left, and the next person begins in the first language. */
export const goHome = (state: SessionState, at: number): SessionState => ({
  ...state,
  language: firstState.language,
  screen: homeOf(state, at),
});

/** Whether nobody has begun anything that a change would take away. */
export const isUntouched = ({ screen }: SessionState): boolean =>
  screen.at === 'invite' || (screen.at === 'choosing' && screen.touchedAt === null);

/** Whether somebody may be here: a network that comes and goes alone is nobody. */
export const isSomebodyHere = (state: SessionState): boolean =>
  !isUntouched(state) || state.contact !== null || state.language !== firstState.language;

const nameOf = (subject: Subject): string =>
  subject.of === 'contact' ? subject.contact.key : subject.of;

/** Whether two home screens show the same: then nothing has to change. */
const isSame = (one: Screen, other: Screen): boolean => {
  if (one.at === 'choosing' && other.at === 'choosing')
    return nameOf(one.subject) === nameOf(other.subject);
  return one.at === other.at;
};

/** Shows the new home where nobody has begun; else it waits. */
export const refreshHome = (state: SessionState, at: number): SessionState => {
  if (!isUntouched(state)) return state;
  const screen = homeOf(state, at);
  return isSame(state.screen, screen) ? state : { ...state, screen };
};
