/** What the screens get to see of the state. */
import type { ChoosingView, LevelView, ScreenView, SubjectView, TagView } from '../view.ts';
import { chosenLevel } from './choosing.ts';
import type { Choosing, SessionState, Subject } from './state.ts';

/** A name is shown only while the server names the same contact: the next person must not see it. */
const showSubject = (subject: Subject, { contact, language }: SessionState): SubjectView => {
  if (subject.of !== 'contact') return { of: subject.of };
  if (contact === null || contact.key !== subject.contact.key) return { of: 'earlier' };
  const { matter, department, applicant, service } = contact;
  return {
    of: 'contact',
    matter: matter[language],
    department,
    applicant,
    service: service[language],
  };
};

const showLevels = ({ indicators, language }: SessionState): readonly LevelView[] =>
  indicators?.[language].levels.map(({ level, name }) => ({ level, name })) ?? [];

const showTags = (state: SessionState, screen: Choosing): readonly TagView[] =>
  chosenLevel(state, screen)?.indicators.map(({ code, text, set }) => ({
    code,
    text,
    isChosen: screen.choice.tags.includes(code),
    isBase: set !== 'expanded',
  })) ?? [];

const showChoice = (state: SessionState, screen: Choosing): ChoosingView => {
  const { choice, subject, isAtReasons, fault, isWarning } = screen;
  return {
    at: isAtReasons ? 'reasons' : 'contact',
    subject: showSubject(subject, state),
    levels: showLevels(state),
    level: choice.level,
    tags: showTags(state, screen),
    reasonRequired: chosenLevel(state, screen)?.reasonRequired ?? false,
    freeText: state.rules.freeText,
    text: choice.text,
    consent: choice.consent,
    fault,
    isWarning,
  };
};

/** `publicUrl` is null before the server said it. */
export const showScreen = (state: SessionState, publicUrl: string | null): ScreenView => {
  const { screen } = state;
  const urlOf = (path: string, last: string | null): string | null =>
    last === null || publicUrl === null ? null : `${publicUrl}/${path}/${last}`;
  switch (screen.at) {
    case 'choosing':
      return showChoice(state, screen);
    case 'thanks':
      return { at: 'thanks', code: screen.code, claimUrl: urlOf('claim', screen.code) };
    case 'broken':
      return { at: 'broken', rateUrl: urlOf('r', screen.token) };
    case 'enrol':
      return {
        at: 'enrol',
        isRevoked: screen.isRevoked,
        checks: screen.checks,
        phase: screen.phase,
      };
    case 'insecure':
    case 'invite':
    case 'saving':
    case 'second':
    case 'starting':
      return { at: screen.at };
    default:
      return screen;
  }
};
