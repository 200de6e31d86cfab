import { goHome, isSomebodyHere, isUntouched, refreshHome } from './home.ts';
import { firstState } from './state.ts';
import type { Choosing, SessionState } from './state.ts';

/** Long enough to take out a phone and scan the claim code. */
const thanksMs = 30_000;
const brokenMs = 60_000;

/**
 * How long a contact is shown that the server does not confirm: the next person at the window must
 * not see it.
 */
const unconfirmedMs = 5 * 60_000;

/** How long nobody was here before a new version of the page may take over. */
const quietMs = 5 * 60_000;

const idleMs = ({ rules }: SessionState): number => rules.idleMs + rules.warnMs;

const dueOfChoice = ({ touchedAt, isWarning }: Choosing, state: SessionState): number | null => {
  if (touchedAt === null) return null;
  return touchedAt + (isWarning ? idleMs(state) : state.rules.idleMs);
};

const dueOfScreen = (state: SessionState): number | null => {
  const { screen } = state;
  if (screen.at === 'choosing') return dueOfChoice(screen, state);
  if (screen.at === 'thanks') return screen.since + thanksMs;
  // Without a link it stays until the storage works.
  if (screen.at === 'broken') return screen.token === null ? null : screen.since + brokenMs;
  return null;
};

const dueOfContact = ({ contact, confirmedAt }: SessionState): number | null =>
  contact === null ? null : confirmedAt + unconfirmedMs;

/** Nobody is there any more who chose another language; where somebody is, the screen ends first. */
const dueOfLanguage = (state: SessionState): number | null => {
  const { screen, language, languageAt } = state;
  if (language === firstState.language) return null;
  return isUntouched(state) || screen.at === 'broken' ? languageAt + idleMs(state) : null;
};

/** When the next `tick` is due; null while nothing happens by itself. */
export const dueAt = (state: SessionState): number | null => {
  const dues = [dueOfScreen, dueOfContact, dueOfLanguage]
    .map((dueOf) => dueOf(state))
    .filter((due) => due !== null);
  return dues.length === 0 ? null : Math.min(...dues);
};

const endScreen = (state: SessionState, at: number): SessionState => {
  const due = dueOfScreen(state);
  const { screen } = state;
  if (due === null || at < due) return state;
  if (screen.at !== 'choosing' || screen.isWarning) return goHome(state, at);
  const warned = { ...state, screen: { ...screen, isWarning: true } };
  // A device that slept has no time left for a warning.
  return at < due + warned.rules.warnMs ? warned : goHome(state, at);
};

const dropContact = (state: SessionState, at: number): SessionState => {
  const due = dueOfContact(state);
  return due === null || at < due ? state : refreshHome({ ...state, contact: null }, at);
};

const resetLanguage = (state: SessionState, at: number): SessionState => {
  const due = dueOfLanguage(state);
  return due === null || at < due ? state : { ...state, language: firstState.language };
};

/** What passing time makes of the state: a warning, the end of a screen, of a contact. */
export const passTime = (state: SessionState, at: number): SessionState =>
  resetLanguage(endScreen(dropContact(state, at), at), at);

/** Whether nobody was at the invitation for a while. */
export const isQuiet = (state: SessionState, at: number): boolean =>
  !isSomebodyHere(state) && state.screen.at === 'invite' && at >= state.hereAt + quietMs;
