/** What only the build of the applications can read, for the compiler. */
declare module '*.css';

/** `npm run types` checks components by themselves; everywhere else they are only mounted. */
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  // oxlint-disable-next-line import/no-default-export -- so is what a component compiles to
  export default component;
}
