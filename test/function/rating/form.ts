/** The form of the rating page, as a browser sends it without a script. */
import type { World } from '../world.ts';

export const ref = '3d9f6a52-6e0f-4f0e-9d54-1f2f7d9a7c11';

export const invited = async (world: World) => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  return { projectNo, token: await world.token(key, projectNo, 'sms') };
};

interface Sent {
  readonly [name: string]: string | readonly string[];
}

export const formOf = (fields: Sent): string => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form.toString();
};

export const headers = { 'content-type': 'application/x-www-form-urlencoded' };

export const send = (world: World, token: string, fields: Sent, query = {}) =>
  world.call('POST /r/{token}', {
    path: { token },
    query,
    headers,
    raw: formOf({ clientRef: ref, text: '', ...fields }),
  });

export const pageOf = (reply: { readonly body: unknown }): string =>
  String(reply.body).replaceAll(/\s+/g, ' ');

export const placeOf = (reply: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  String(reply.headers['location']);

export const receiptOf = (reply: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  placeOf(reply).slice('/receipt/'.length).replace(/\?.*/, '');
