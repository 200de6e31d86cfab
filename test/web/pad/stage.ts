/** A pad in its hall: a browser, a server, and what somebody does. */
import type { PadAction } from '../../../web/pad/action.ts';
import { createPad } from '../../../web/pad/app.ts';
import type { Pad } from '../../../web/pad/pad.ts';
import type { PadDeps } from '../../../web/pad/ports.ts';
import type { ChoosingView, ScreenView } from '../../../web/pad/view.ts';
import { fakeBrowser } from './fake-browser.ts';
import { fakeServer, servedContact } from './fake-server.ts';
import type { Way } from './fake-server.ts';

export const stage = (more: Partial<PadDeps> = {}) => {
  const browser = fakeBrowser();
  const server = fakeServer(browser.now);
  const open = async (): Promise<Pad> => {
    const pad = createPad(browser.deps(server.fetch, more));
    void pad.start();
    await browser.settle();
    return pad;
  };
  return { browser, server, open };
};

export type Stage = ReturnType<typeof stage>;

export const code = 'k7qm-2xrt-9wbd';

/** A pad that is enrolled and shows its first screen. */
export const enrolled = async (scene: Stage): Promise<Pad> => {
  const pad = await scene.open();
  pad.act({ type: 'enrol', code });
  await scene.browser.settle();
  return pad;
};

export const does = async (
  { browser }: Stage,
  pad: Pad,
  ...actions: PadAction[]
): Promise<void> => {
  for (const action of actions) {
    pad.act(action);
    await browser.settle();
  }
};

export const good: readonly PadAction[] = [
  { type: 'choose', level: 'very_satisfied' },
  { type: 'submit' },
];

export const screenOf = <At extends ScreenView['at']>(
  pad: Pad,
  at: At,
): Extract<ScreenView, { at: At }> => {
  const { screen } = pad.view();
  if (screen.at !== at) throw new Error(`the pad shows ${screen.at}, not ${at}`);
  return screen as Extract<ScreenView, { at: At }>;
};

export const choiceOn = (pad: Pad): ChoosingView => {
  const { screen } = pad.view();
  if (screen.at !== 'contact' && screen.at !== 'reasons')
    throw new Error(`the pad shows ${screen.at}`);
  return screen;
};

/** The pad is switched off for a while. */
export const reopened = async (scene: Stage, pad: Pad, afterMs: number): Promise<Pad> => {
  pad.stop();
  await scene.browser.advance(afterMs);
  return scene.open();
};

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const always =
  (way: Way): ((path: string) => Way) =>
  () =>
    way;

/** Somebody is served and rates; then the pad is at its first screen again. */
export const rateNext = async (scene: Stage, pad: Pad, serviceNumber: number): Promise<void> => {
  scene.server.state.contact = servedContact(serviceNumber);
  await scene.browser.advance(minute);
  await does(scene, pad, ...good);
  if (screenOf(pad, 'thanks').code === null) throw new Error('there is no claim code');
  await does(scene, pad, { type: 'done' });
};

export const sequencesOf = ({ server }: Stage): readonly number[] => [...server.stored.keys()];

export const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, n) => n + 1);
