import { extname } from 'node:path';

import type { HttpHandler } from '../../shared/http/edge.ts';
import { answerHeaders } from '../../shared/http/header.table.ts';
import { pageProblems } from '../../shared/http/problem/page.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { AssetFiles } from '../../shared/port/page/asset-files.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export interface FileDeps {
  readonly files: AssetFiles;
}

/**
 * `GET /assets/{name}`: returns a part of a page from the package of this version. A browser keeps
 * it for good, because another content has another name.
 */
export const serveFile =
  ({ files }: FileDeps): HttpHandler =>
  async (request) => {
    const name = request.pathParameters?.['name'] ?? '';
    const type = types[extname(name)];
    const body = type === undefined ? undefined : await files.read(name);
    if (type === undefined || body === undefined) throw new Problem(pageProblems.page_unknown);
    return { status: 200, body, headers: { ...answerHeaders.asset, 'content-type': type } };
  };
