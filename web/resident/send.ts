/** Sends the form without leaving the page, so that a lost answer loses nothing. */
import { dropDraft, keepDraft, restoreDraft } from './draft.ts';
import { dropFaults, dropRepaired, findFault, showFault } from './form-fault.ts';
import { watchLevel } from './level-choice.ts';
import { keepRecord, nameOfLink, readRecord } from './sent-record.ts';
import type { Reply, Transport } from './transport.ts';

type Notice = 'busy' | 'lost' | 'offline' | 'sending';

const say = (form: HTMLFormElement, notice: Notice | undefined): void => {
  const status = form.querySelector('#status');
  if (status !== null)
    status.textContent = notice === undefined ? '' : (form.dataset[notice] ?? '');
};

/** Only a contest has a statement. */
const statementOf = (fields: FormData): object =>
  fields.has('statement') ? { statement: fields.get('statement') } : {};

/** What the interface takes; the form has the same names. A follow-up has neither link nor consents. */
const bodyOf = (form: HTMLFormElement, link: string): object => {
  const fields = new FormData(form);
  const ofRating = {
    token: link,
    contactConsent: fields.has('contactConsent'),
    publishConsent: fields.has('publishConsent'),
  };
  return {
    ...(form.dataset['token'] === undefined ? {} : ofRating),
    level: fields.get('level'),
    tags: fields.getAll('tag'),
    text: fields.get('text'),
    clientRef: fields.get('clientRef'),
    ...statementOf(fields),
  };
};

/** What surrounds the form: how it is sent, and what is shown afterwards. */
export interface FormPage {
  readonly transport: Transport;
  readonly arrive: (receipt: string) => void;
  /** After a contest, where the page has the form of one. */
  readonly contested?: (link: string, reference: string) => void;
  /** Where it is better known what to say than in the form. */
  readonly refuse: (form: HTMLFormElement, reply: Reply) => void;
}

interface Sending {
  readonly form: HTMLFormElement;
  readonly page: FormPage;
  /** The last part of the address: a token or a receipt. */
  readonly link: string;
  /** Undefined where nothing can be remembered. */
  readonly name: string | undefined;
}

/** What is answered to who rated, or to who contested. */
interface Arrived {
  readonly receipt?: string;
  readonly reference?: string;
}

const arrivedIn = ({ body }: Reply): Arrived => (body as Arrived | null | undefined) ?? {};

const remember = ({ receipt, reference }: Arrived, { form, name }: Sending): void => {
  const ref = new FormData(form).get('clientRef');
  if (name !== undefined) {
    dropDraft(name);
    const known = reference === undefined ? { receipt } : { contest: reference };
    if (typeof ref === 'string') keepRecord(name, { ref, ...known });
  }
};

/** False when the answer leads nowhere. */
const arrive = (arrived: Arrived, sending: Sending): boolean => {
  const { receipt, reference } = arrived;
  const { page, link } = sending;
  if (receipt === undefined && reference === undefined) return false;
  remember(arrived, sending);
  if (reference !== undefined) page.contested?.(link, reference);
  else if (receipt !== undefined) page.arrive(receipt);
  return true;
};

const BUSY = new Set([429, 503]);
const isStored = ({ status }: Reply): boolean => status >= 200 && status < 300;

const send = async (sending: Sending): Promise<void> => {
  const { form, page, link } = sending;
  say(form, 'sending');
  const path = form.dataset['api'] ?? '';
  const reply = await page.transport({ path, body: bodyOf(form, link) });
  if (reply === undefined) return say(form, navigator.onLine ? 'lost' : 'offline');
  if (BUSY.has(reply.status)) return say(form, 'busy');
  if (!isStored(reply)) return page.refuse(form, reply);
  if (!arrive(arrivedIn(reply), sending)) say(form, 'lost');
};

const watchSubmit = (sending: Sending): void => {
  const { form } = sending;
  let isSending = false;
  form.addEventListener('input', () => dropRepaired(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isSending) return;
    const fault = findFault(form);
    if (fault !== undefined) return showFault(form, fault);
    dropFaults(form);
    isSending = true;
    void send(sending).finally(() => {
      isSending = false;
    });
  });
};

/** The page's own reference replaces that of the form, so that a repeat is known after a reload. */
const keepReference = (form: HTMLFormElement, name: string): void => {
  const field = form.querySelector<HTMLInputElement>('input[name=clientRef]');
  if (field === null) return;
  const known = readRecord(name);
  if (known === undefined) keepRecord(name, { ref: field.value });
  else field.value = known.ref;
};

export const startForm = async (form: HTMLFormElement, page: FormPage): Promise<void> => {
  const link = form.dataset['link'] ?? '';
  const name = await nameOfLink(link);
  if (name !== undefined) {
    keepReference(form, name);
    restoreDraft(name, form);
    form.addEventListener('input', () => keepDraft(name, form));
  }
  watchLevel(form);
  form.dataset['script'] = 'on';
  watchSubmit({ form, page, link, name });
};
