/** Style sheets, by the folder of `web/` that each is made from. */
export type SheetName = 'document.css' | 'resident.css';

/** Scripts, likewise. A page works without its script. */
export type ScriptName = 'resident.js';

type AssetName = SheetName | ScriptName;

/**
 * The file name of each part, which changes with its content. The build writes it; a function gets
 * it with its code.
 */
export type AssetNames = Readonly<Record<AssetName, string>>;

export const assetPath = (file: string): string => `/assets/${file}`;
