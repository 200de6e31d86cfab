import type { HttpHandler } from '../../shared/http/edge.ts';
import { answerHeaders } from '../../shared/http/header.table.ts';
import { pageProblems } from '../../shared/http/problem/page.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { partOf, reloadScript } from '../../shared/page/asset.ts';
import type { AssetNames } from '../../shared/page/asset.ts';
import type { AssetFiles } from '../../shared/port/page/asset-files.ts';
import { contentTypeOf } from './content-type.ts';

export interface FileDeps {
  readonly files: AssetFiles;
  readonly assets: AssetNames;
}

interface Served {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** It takes the place of another, so it is not kept under that name. */
const instead = { ...answerHeaders.asset, 'cache-control': 'no-store' };

/**
 * A page that was loaded before a deployment names parts of the build before: its script is
 * answered with one that loads the page again, its sheet with that of this build.
 */
const standIn = (name: string, assets: AssetNames): Served | undefined => {
  const part = partOf(name, assets);
  if (part === undefined) return undefined;
  return { file: assets[part.endsWith('.js') ? reloadScript : part], headers: instead };
};

const served = (name: string, { assets }: FileDeps): Served | undefined =>
  Object.values(assets).includes(name)
    ? { file: name, headers: answerHeaders.asset }
    : standIn(name, assets);

/**
 * `GET /assets/{name}`: returns a part of a page from the package of this version. A browser keeps
 * it for good, because another content has another name.
 */
export const serveFile =
  (deps: FileDeps): HttpHandler =>
  async (request) => {
    const found = served(request.pathParameters?.['name'] ?? '', deps);
    const body = found && (await deps.files.read(found.file));
    if (found === undefined || body === undefined) throw new Problem(pageProblems.page_unknown);
    return { status: 200, body, headers: { ...found.headers, ...contentTypeOf(found.file) } };
  };
