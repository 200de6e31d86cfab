/** Builds the request of a notice in the formats that webhooks and robots accept. */
import { createHmac } from 'node:crypto';

import type { Attempt, Webhook } from '../../domain/notice/delivery.ts';
import {
  isOfApproval,
  isOfCallback,
  isOfContest,
  isOfDifference,
  isOfEntry,
  isOfTicket,
} from '../../domain/notice/notice-kind.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { noticeWords } from '../../domain/notice/words.table.ts';
import { toEpoch } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { OutgoingPost, PostAnswer } from '../../port/http-out.ts';
import { signedHeaders } from '../signature.ts';
import { noticeView } from './notice-view.ts';

/** A webhook with its decrypted secrets. */
export interface OpenWebhook {
  readonly id: string;
  readonly url: URL;
  readonly secret: string;
}

const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/**
 * Signed like every request to this system, with the webhook's id as access key. `Idempotency-Key`
 * is the notice's id: when the record of a success is lost in a crash, the notice is sent once
 * more.
 */
const signedPost = (notice: Notice, webhook: OpenWebhook, at: Instant): OutgoingPost => {
  const body = JSON.stringify(noticeView(notice));
  const request = {
    method: 'POST',
    path: webhook.url.pathname,
    query: webhook.url.search.slice(1),
    body,
    at: new Date(toEpoch(at)),
  };
  const signature = signedHeaders(request, { accessKey: webhook.id, secret: webhook.secret });
  return {
    url: webhook.url.href,
    headers: { ...json, 'idempotency-key': notice.id, ...signature },
    body,
  };
};

/**
 * Base64(HMAC-SHA256(secret, `timestamp\nsecret`)), as the group robots of 钉钉 and 浙政钉 require.
 */
const robotSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

const subjectOf = (notice: Notice): string => {
  if (isOfApproval(notice)) return `复核：${notice.approvalId}`;
  if (isOfContest(notice)) return `评价异议：${notice.contestId}`;
  if (isOfEntry(notice)) return `代为登记：${notice.entryId}`;
  if (isOfCallback(notice)) return `省中心回传：${notice.callbackId}`;
  if (isOfDifference(notice)) return `对账日期：${notice.day}`;
  return isOfTicket(notice) ? `工单：${notice.ticketId}` : `窗口：${notice.hall} ${notice.window}`;
};

const robotPost = (notice: Notice, webhook: OpenWebhook, at: Instant): OutgoingPost => {
  const url = new URL(webhook.url);
  const timestamp = toEpoch(at);
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', robotSign(timestamp, webhook.secret));
  const content = `【好差评】${noticeWords[notice.type].zh}\n${subjectOf(notice)}`;
  const body = JSON.stringify({ msgtype: 'text', text: { content } });
  return { url: url.href, headers: json, body };
};

const forms = { signed: signedPost, robot: robotPost } as const satisfies Record<
  Webhook['form'],
  unknown
>;

export const webhookPost = (
  notice: Notice,
  webhook: OpenWebhook & Pick<Webhook, 'form'>,
  at: Instant,
): OutgoingPost => forms[webhook.form](notice, webhook, at);

const errcodeOf = (body: string): string => {
  try {
    const answer: unknown = JSON.parse(body);
    const code = answer !== null && typeof answer === 'object' && 'errcode' in answer;
    return code ? String(answer.errcode) : 'none';
  } catch {
    return 'none';
  }
};

/** A robot answers 200 to everything and states in `errcode` whether it accepted the message. */
export const attemptOf = (form: Webhook['form'], { status, body }: PostAnswer): Attempt => {
  const isSuccess = status >= 200 && status < 300;
  if (form === 'signed' || !isSuccess) return { ok: isSuccess, outcome: `status ${status}` };
  const errcode = errcodeOf(body).slice(0, 20);
  return { ok: errcode === '0', outcome: `errcode ${errcode}` };
};
