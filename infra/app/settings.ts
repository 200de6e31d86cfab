import { relative, sep } from 'node:path';

import vue from '@vitejs/plugin-vue';
import type { InlineConfig, Plugin } from 'vite';

import type { AppPlace } from './place.ts';

/** Tablets of halls are years behind: theirs is Chromium 86, or newer. */
export const OLDEST_PAD = 'chrome86';

/** Collects the files that a build was made from, without modules that exist only during it. */
const noteInputs = ({ root, source }: AppPlace, inputs: Set<string>): Plugin => ({
  name: 'note-inputs',
  buildEnd() {
    const files = [...this.getModuleIds(), `${source}/index.html`]
      .map((id) => id.split('?')[0] ?? '')
      .filter((id) => !id.includes('\0') && id.startsWith(root));
    for (const file of files) inputs.add(relative(root, file).replaceAll(sep, '/'));
  },
});

/**
 * Vite takes the environment of the process for the mode of the build. In one that runs tests the
 * components would carry the paths of their files: other bytes for the same sources.
 */
const alwaysProduction: Plugin = {
  name: 'always-production',
  enforce: 'pre',
  configResolved(config) {
    Object.assign(config, { isProduction: true });
  },
};

/** One script and one style sheet, whose names change with their contents; nothing is inline. */
export const settingsOf = (place: AppPlace, inputs: Set<string>): InlineConfig => ({
  configFile: false,
  envDir: false,
  root: place.source,
  base: `/${place.app}/`,
  publicDir: false,
  logLevel: 'warn',
  plugins: [alwaysProduction, vue(), noteInputs(place, inputs)],
  mode: 'production',
  define: {
    // Otherwise the build of a test would contain Vue's checks for developers.
    'process.env.NODE_ENV': JSON.stringify('production'),
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    write: false,
    target: OLDEST_PAD,
    cssTarget: OLDEST_PAD,
    // It would be a script in the page for browsers that know no preloading; all of ours do.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        hashCharacters: 'base36',
        entryFileNames: `${place.app}.[hash].js`,
        assetFileNames: `${place.app}.[hash][extname]`,
      },
    },
  },
});
