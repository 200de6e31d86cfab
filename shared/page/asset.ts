/** Style sheets, by the folder of `web/` that each is made from. */
export type SheetName = 'document.css' | 'resident.css';

/** Scripts, likewise. A page works without its script. */
export type ScriptName = 'resident.js';

/** Answered in place of a script that is gone: it loads the page again. */
export const reloadScript = 'reload.js';

type AssetName = SheetName | ScriptName | typeof reloadScript;

/**
 * The file name of each part, which changes with its content. The build writes it; a function gets
 * it with its code.
 */
export type AssetNames = Readonly<Record<AssetName, string>>;

export const assetPath = (file: string): string => `/assets/${file}`;

/** The part that a name of this or of an earlier build stands for. */
export const partOf = (file: string, names: AssetNames): AssetName | undefined => {
  const [, page, type] = /^(\w+)\.[A-Z0-9]{8}\.(css|js)$/.exec(file) ?? [];
  return (Object.keys(names) as AssetName[]).find((name) => name === `${page}.${type}`);
};
