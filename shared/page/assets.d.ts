/** The manifest that the build of `web/` writes; the bundle of a function contains it. */
declare module '#assets' {
  const names: import('./asset.ts').AssetNames;
  export default names;
}
