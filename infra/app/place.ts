import { join } from 'node:path';

/** Pages that are applications: each a folder of `web/` with an `index.html`, served below its name. */
export const APPS = ['pad'] as const;
export type AppName = (typeof APPS)[number];

export interface AppPlace {
  readonly root: string;
  readonly app: AppName;
  /** The folder of its source. */
  readonly source: string;
  /** The files that are served, flat. */
  readonly assets: string;
  /** Their names, for the record. */
  readonly manifest: string;
  readonly record: string;
}

export const placeOf = (root: string, app: AppName): AppPlace => {
  const built = join(root, '.build', 'app');
  return {
    root,
    app,
    source: join(root, 'web', app),
    assets: join(built, app),
    manifest: join(built, `${app}.json`),
    record: join(built, `${app}-record.json`),
  };
};
