import type { PageGround } from '../../shared/http/page/answer.ts';
import type { AssetNames } from '../../shared/page/asset.ts';

/** File names as the build makes them. */
export const assetNames: AssetNames = {
  'document.css': 'document.AAAAAAAA.css',
  'resident.css': 'resident.BBBBBBBB.css',
  'resident.js': 'resident.CCCCCCCC.js',
  'reload.js': 'reload.DDDDDDDD.js',
};

export const pageGround: PageGround = { assets: assetNames, embedders: "'self'" };

/** The files of the application of the pad, named as the build names them. */
export const padFiles = [
  'index.html',
  'sw.js',
  'manifest.webmanifest',
  'icon.svg',
  'icon-192.png',
  'pad.aaaaaaa1.js',
  'pad.bbbbbbb2.css',
] as const;
