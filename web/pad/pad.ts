import type { PadAction } from './action.ts';
import type { Stop } from './ports.ts';
import type { PadView } from './view.ts';

/** The pad without a screen: `createPad(deps)` of `app.ts`. */
export interface Pad {
  /** The same object until something changes. */
  readonly view: () => PadView;
  /** Calls the listener after each change of the view. */
  readonly subscribe: (listener: () => void) => Stop;
  /** Returns at once; what comes of it is in the view. */
  readonly act: (action: PadAction) => void;
  readonly start: () => Promise<void>;
  /** Ends all timers and calls; what is stored stays. */
  readonly stop: () => void;
  /** The time by the server's clock, for the clock on the screen; milliseconds since 1970. */
  readonly now: () => number;
}
