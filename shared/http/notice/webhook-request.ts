/** A notice in the forms that webhooks and robots take. */
import { createHmac } from 'node:crypto';

import type { Attempt, Hook } from '../../domain/notice/delivery.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { noticeWords } from '../../domain/notice/words.table.ts';
import { toEpoch, withOffset } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { OutgoingPost, PostAnswer } from '../../port/http-out.ts';
import { signedHeaders } from '../signature.ts';

/** A hook with its secrets opened. */
export interface OpenHook {
  readonly id: string;
  readonly url: URL;
  readonly secret: string;
}

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

const pushOf = (notice: Notice) => ({
  id: notice.id,
  type: notice.type,
  box: notice.box,
  ticketId: notice.ticketId,
  creditCode: notice.creditCode,
  area: notice.area,
  at: withOffset(notice.sendAt),
  words: noticeWords[notice.type],
});

/**
 * Signed like every call to us, with the hook's id as access key. The notice's id stands in
 * `Idempotency-Key`: when our record of a success is lost in a crash, the notice comes once more.
 */
const signedPost = (notice: Notice, hook: OpenHook, at: Instant): OutgoingPost => {
  const body = JSON.stringify(pushOf(notice));
  const request = {
    method: 'POST',
    path: hook.url.pathname,
    query: hook.url.search.slice(1),
    body,
    at: new Date(toEpoch(at)),
  };
  const signature = signedHeaders(request, { accessKey: hook.id, secret: hook.secret });
  return {
    url: hook.url.href,
    headers: { ...json, 'idempotency-key': notice.id, ...signature },
    body,
  };
};

/** Base64(HMAC-SHA256(secret, `timestamp\nsecret`)), as the group robots of 钉钉 and 浙政钉 ask. */
const robotSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

const robotPost = (notice: Notice, hook: OpenHook, at: Instant): OutgoingPost => {
  const url = new URL(hook.url);
  const timestamp = toEpoch(at);
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', robotSign(timestamp, hook.secret));
  const content = `【好差评】${noticeWords[notice.type].zh}\n工单：${notice.ticketId}`;
  const body = JSON.stringify({ msgtype: 'text', text: { content } });
  return { url: url.href, headers: json, body };
};

const forms = { signed: signedPost, robot: robotPost } as const satisfies Record<
  Hook['form'],
  unknown
>;

export const hookPost = (
  notice: Notice,
  hook: OpenHook & Pick<Hook, 'form'>,
  at: Instant,
): OutgoingPost => forms[hook.form](notice, hook, at);

const errcodeOf = (body: string): string => {
  try {
    const answer: unknown = JSON.parse(body);
    const code = answer !== null && typeof answer === 'object' && 'errcode' in answer;
    return code ? String(answer.errcode) : 'none';
  } catch {
    return 'none';
  }
};

/** A robot answers 200 to everything and says in `errcode` whether it took the message. */
export const attemptOf = (form: Hook['form'], { status, body }: PostAnswer): Attempt => {
  const isSuccess = status >= 200 && status < 300;
  if (form === 'signed' || !isSuccess) return { ok: isSuccess, outcome: `status ${status}` };
  const errcode = errcodeOf(body).slice(0, 20);
  return { ok: errcode === '0', outcome: `errcode ${errcode}` };
};
