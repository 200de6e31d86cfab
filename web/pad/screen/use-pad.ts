import { inject, onScopeDispose, provide, shallowRef } from 'vue';
import type { InjectionKey, ShallowRef } from 'vue';

import type { PadAction } from '../action.ts';
import type { Pad } from '../pad.ts';
import type { PadView } from '../view.ts';
import type { Both } from '../words.ts';

/** What every screen works with. */
export interface ScreenPad {
  readonly view: Readonly<ShallowRef<PadView>>;
  readonly act: (action: PadAction) => void;
  /** By the server's clock; milliseconds since 1970. */
  readonly now: () => number;
  /** In the language of the pad. */
  readonly say: (words: Both) => string;
}

const key: InjectionKey<ScreenPad> = Symbol('pad');

/** For the outermost component: the screens below follow this pad. */
export const providePad = (pad: Pad): ScreenPad => {
  const view = shallowRef(pad.view());
  onScopeDispose(
    pad.subscribe(() => {
      view.value = pad.view();
    }),
  );
  const provided: ScreenPad = {
    view,
    act: pad.act,
    now: pad.now,
    say: (words) => words[view.value.language],
  };
  provide(key, provided);
  return provided;
};

/** @throws Error outside of a pad */
export const usePad = (): ScreenPad => {
  const pad = inject(key);
  if (pad === undefined) throw new Error('This component stands outside of a pad');
  return pad;
};
