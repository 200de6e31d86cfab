/** 回调: the center reports to the city what was created on its own side. */
import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { signedHeaders } from '../../../../shared/http/signature.ts';
import { callbackKeyIn } from './access.ts';
import type { CenterParts } from './center-parts.ts';
import { isBody, textOf } from './field.ts';
import type { Body } from './field.ts';

export const Callback = z.strictObject({
  operation: z.enum(['evaluation.sync', 'operation.sync', 'append.sync']),
  body: z.record(z.string(), z.unknown()),
});
export type Callback = z.infer<typeof Callback>;

/** The city's response; undefined while the center has no key of the city. */
export interface CallbackAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Stores a rating given over the center's pages, whatever the city responds. */
const keepOwn = ({ database, book, now }: CenterParts, body: Body): Promise<void> =>
  database.run(() => {
    const item = body['evaluationItemModel'];
    if (!isBody(item)) return;
    const projectNo = textOf(body, 'targetId');
    const key = `${projectNo}/${textOf(item, 'number')}/${textOf(item, 'id')}`;
    if (book.newest('evaluation', key)) return;
    const facts = { kind: 'evaluation', key, projectNo, revision: 1, withdrawn: false } as const;
    book.keep({ ...facts, body: item, at: now(), day: '', deptCode: '' });
  });

export const callBack = async (
  parts: CenterParts & { readonly cityUrl: string },
  { operation, body }: Callback,
): Promise<CallbackAnswer | undefined> => {
  const key = callbackKeyIn(parts.book);
  if (!key) return undefined;
  await keepOwn(parts, body);
  const path = `/v1/center/${operation}`;
  const text = JSON.stringify(body);
  const at = new Date(parts.now());
  const signature = signedHeaders(
    { method: 'POST', path, body: text, at, nonce: randomUUID() },
    key,
  );
  const answer = await fetch(parts.cityUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signature },
    body: text,
  });
  const said = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? (JSON.parse(said) as unknown) : said };
};
