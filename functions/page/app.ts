import type { Answer, HttpHandler } from '../../shared/http/edge.ts';
import { answerHeaders } from '../../shared/http/header.table.ts';
import { appHeaders } from '../../shared/http/page/app-header.table.ts';
import { pageProblems } from '../../shared/http/problem/page.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { reloadScript } from '../../shared/page/asset.ts';
import { html } from '../../shared/page/html.ts';
import type { AssetFiles } from '../../shared/port/page/asset-files.ts';
import { contentTypeOf } from './content-type.ts';
import type { FileDeps } from './file.ts';

export interface AppDeps extends FileDeps {
  /** The files of the pad's application: its page, its parts, its worker. */
  readonly pad: AssetFiles;
}

const shell = 'index.html';
const worker = 'sw.js';

type Headers = Readonly<Record<string, string>>;

/** A part of the page, in this build or an earlier one. */
const hashed = /^[a-z]+\.[0-9a-z]{8}(?<type>\.(?:css|js))$/;

const headersOf = (name: string): Headers => {
  if (name === shell) return appHeaders.pad;
  if (name === worker) return appHeaders.worker;
  return hashed.test(name) ? answerHeaders.asset : appHeaders.fixed;
};

const answerOf = (name: string, body: Uint8Array): Answer => ({
  status: 200,
  body,
  headers: { ...contentTypeOf(name), ...headersOf(name) },
});

/**
 * A page that was loaded before a deployment names parts of the build before: its script is
 * answered with one that loads the page again, its sheet with that of this build.
 */
const standIn = async (
  name: string,
  { pad, files, assets }: AppDeps,
): Promise<Answer | undefined> => {
  const type = hashed.exec(name)?.groups?.['type'];
  if (type === undefined) return undefined;
  const sheet = pad.names.find((one) => hashed.exec(one)?.groups?.['type'] === '.css') ?? '';
  const body = await (type === '.js' ? files.read(assets[reloadScript]) : pad.read(sheet));
  if (body === undefined) return undefined;
  const answer = answerOf(name, body);
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
};

/** Relative addresses, and the scope of the worker, need the slash at the end. */
const toFolder: Answer = {
  status: 308,
  body: html`<a href="/pad/">/pad/</a>`.markup,
  headers: { location: '/pad/', 'content-type': 'text/html; charset=utf-8' },
};

/**
 * `GET /pad`, `GET /pad/{file+}`: returns the application of the pad from the package of this
 * version. Which of both routes gets `/pad/` is the gateway's affair, so that the path decides.
 */
export const serveApp =
  (deps: AppDeps): HttpHandler =>
  async ({ rawPath }) => {
    if (rawPath === '/pad') return toFolder;
    const asked = rawPath.slice('/pad/'.length);
    const name = asked === '' ? shell : asked;
    const body = await deps.pad.read(name);
    const answer = body === undefined ? await standIn(name, deps) : answerOf(name, body);
    if (answer === undefined) throw new Problem(pageProblems.page_unknown);
    return answer;
  };
