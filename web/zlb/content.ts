/** The page of a route: what the interface answers, in the templates that its own pages use. */
import { aboutPage } from '../../shared/page/about/about.ts';
import { addressIn } from '../../shared/page/mode.ts';
import type { PageMode } from '../../shared/page/mode.ts';
import type { Page } from '../../shared/page/page.ts';
import { emptyDraft } from '../../shared/page/resident/form-facts.ts';
import { rateViewOf } from '../../shared/page/resident/invited-rate.ts';
import type { InvitationAnswer } from '../../shared/page/resident/invited-rate.ts';
import { residentProblemPage } from '../../shared/page/resident/problem.ts';
import { ratePage } from '../../shared/page/resident/rate.ts';
import { receiptPageOf } from '../../shared/page/resident/receipt-of.ts';
import type { ReceiptAnswer } from '../../shared/page/resident/receipt-of.ts';
import { receiptPage } from '../../shared/page/resident/receipt.ts';
import type { Reply, Transport } from '../resident/transport.ts';
import type { Route } from './address.ts';
import type { Settings } from './settings.ts';

interface Ground extends Settings {
  readonly transport: Transport;
}

/** 128 random bits; browsers in apps have no `randomUUID` yet. */
const newRef = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const codeIn = ({ body }: Reply): string =>
  (body as { readonly code?: string } | null | undefined)?.code ?? 'fault';

/** Behind the #. */
const problemPage = (code: string, path: string, { mode, ground }: Asked): Page => {
  const link = path.replace(/^.*\//, '');
  const { phone } = ground.privacy;
  return residentProblemPage({ path, link, code, phone }, mode.language);
};

interface Asked {
  readonly mode: PageMode;
  readonly ground: Ground;
}

const formOf = (path: string, { mode }: Asked) => ({
  action: addressIn(mode, `#${path}`),
  clientRef: newRef(),
  draft: emptyDraft,
});

/** The page of an answer, or of the problem that came instead. */
const answered = async <Body>(
  { call, path }: { readonly call: string; readonly path: string },
  asked: Asked,
  show: (body: Body) => Page,
): Promise<Page> => {
  const { ground, mode } = asked;
  const reply = await ground.transport({ path: call, language: mode.language });
  if (reply === undefined) return problemPage('busy', path, asked);
  return reply.status === 200 ? show(reply.body as Body) : problemPage(codeIn(reply), path, asked);
};

const ratePageOf = (token: string, asked: Asked): Promise<Page> => {
  const path = `/r/${token}`;
  const { mode, ground } = asked;
  return answered<InvitationAnswer>(
    { call: `/v1/invitations/${token}`, path },
    asked,
    (invited) => {
      if (invited.rated) return problemPage('already_rated', path, asked);
      const own = { ...formOf(path, asked), token, privacy: ground.privacy, messages: undefined };
      return ratePage(rateViewOf(invited, own, mode.language), mode);
    },
  );
};

const receiptPageAt = (receipt: string, asked: Asked): Promise<Page> => {
  const path = `/receipt/${receipt}`;
  const { mode, ground } = asked;
  return answered<ReceiptAnswer>({ call: `/v1/receipts/${receipt}`, path }, asked, (answer) => {
    const own = { follow: formOf(path, asked), phone: ground.privacy.phone, messages: undefined };
    return receiptPage(receiptPageOf(answer, own), mode.language);
  });
};

export const pageOf = async (route: Route, asked: Asked): Promise<Page> => {
  if (route.to === 'rate') return ratePageOf(route.token, asked);
  if (route.to === 'receipt') return receiptPageAt(route.receipt, asked);
  if (route.to === 'about') return aboutPage(route.path, asked.ground.privacy, asked.mode.language);
  return problemPage('token_invalid', '/', asked);
};

/** What the interface said to a form, as a page. */
export const refusalPage = (reply: Reply, path: string, asked: Asked): Page =>
  problemPage(codeIn(reply), path, asked);
