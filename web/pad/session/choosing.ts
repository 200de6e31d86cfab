import type { PadAction } from '../action.ts';
import type { ChoiceFault } from '../view.ts';
import type { LevelChoice } from '../words.ts';
import type { Choice, Choosing, Screen, SessionState } from './state.ts';

/** As many as the server takes. */
const mostTags = 10;
const longestText = 500;

/** The longest beginning that the server takes; half a character would be refused. */
const cutText = (text: string): string =>
  Array.from(text.slice(0, longestText))
    .filter((character) => !/^[\uD800-\uDFFF]$/.test(character))
    .join('');

const levelOf = (
  { indicators, language }: SessionState,
  { level }: Choice,
): LevelChoice | undefined => indicators?.[language].levels.find((one) => one.level === level);

/** The level that is chosen, with its reasons. */
export const chosenLevel = (state: SessionState, { choice }: Choosing): LevelChoice | undefined =>
  levelOf(state, choice);

const codesOf = (chosen: LevelChoice | undefined): readonly string[] =>
  chosen?.indicators.map(({ code }) => code) ?? [];

type Type = 'back' | 'choose' | 'consent' | 'more' | 'submit' | 'toggle' | 'write';
type ActionOf<T extends Type> = Extract<PadAction, { readonly type: T }>;
export type ChoiceAction = ActionOf<Type>;

const choose = (state: SessionState, screen: Choosing, choice: Choice): Choosing => {
  const chosen = levelOf(state, choice);
  if (chosen === undefined) return screen;
  const codes = codesOf(chosen);
  return {
    ...screen,
    choice: { ...choice, tags: choice.tags.filter((code) => codes.includes(code)) },
    isAtReasons: chosen.reasonRequired,
    fault: null,
  };
};

const toggle = (state: SessionState, screen: Choosing, code: string): Choosing => {
  const { choice } = screen;
  const isChosen = choice.tags.includes(code);
  const isKnown = codesOf(levelOf(state, choice)).includes(code);
  if (!isKnown || (!isChosen && choice.tags.length >= mostTags)) return screen;
  const tags = isChosen ? choice.tags.filter((one) => one !== code) : [...choice.tags, code];
  return { ...screen, choice: { ...choice, tags }, fault: null };
};

const faultOf = (state: SessionState, { choice }: Choosing): ChoiceFault | null => {
  const chosen = levelOf(state, choice);
  if (chosen === undefined) return 'level';
  const hasReason = choice.tags.length > 0 || choice.text.trim() !== '';
  return chosen.reasonRequired && !hasReason ? 'reason' : null;
};

const submit = (state: SessionState, screen: Choosing): Screen => {
  const { subject, choice } = screen;
  const { level } = choice;
  const fault = faultOf(state, screen);
  if (fault === null && level !== null)
    return { at: 'saving', subject, choice: { ...choice, level } };
  return { ...screen, fault, isAtReasons: level !== null };
};

const write = (state: SessionState, screen: Choosing, given: string): Choosing => {
  const text = state.rules.freeText ? cutText(given) : '';
  return { ...screen, choice: { ...screen.choice, text }, fault: null };
};

type Takes = {
  readonly [T in Type]: (state: SessionState, screen: Choosing, action: ActionOf<T>) => Screen;
};

const takes: Takes = {
  choose: (state, screen, { level }) => choose(state, screen, { ...screen.choice, level }),
  more: (_state, screen) => ({ ...screen, isAtReasons: screen.choice.level !== null }),
  back: (_state, screen) => ({ ...screen, isAtReasons: false, fault: null }),
  toggle: (state, screen, { code }) => toggle(state, screen, code),
  write: (state, screen, { text }) => write(state, screen, text),
  consent: (_state, screen, { given }) => ({
    ...screen,
    choice: { ...screen.choice, consent: given },
  }),
  submit,
};

/** What an action makes of a choice; the touch itself is noted by the caller. */
export const takeChoice = (state: SessionState, screen: Choosing, action: ChoiceAction): Screen => {
  const take = takes[action.type] as (
    state: SessionState,
    screen: Choosing,
    action: ChoiceAction,
  ) => Screen;
  return take(state, screen, action);
};
