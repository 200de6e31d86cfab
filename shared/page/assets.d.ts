/** The manifest that the build of `web/` writes; the bundle of a function contains it. */
declare module '#assets' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- an import would end the declaration
  const names: import('./asset.ts').AssetNames;
  export default names;
}
