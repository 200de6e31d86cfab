/** Sends the form without leaving the page, so that a lost answer loses nothing. */
import { dropDraft, keepDraft, restoreDraft } from './draft.ts';
import { dropFaults, findFault, showFault } from './form-fault.ts';
import { watchLevel } from './level-choice.ts';
import { keepRecord, nameOfLink, readRecord } from './sent-record.ts';

type Notice = 'busy' | 'lost' | 'offline' | 'sending';

const say = (form: HTMLFormElement, notice: Notice | undefined): void => {
  const status = form.querySelector('#status');
  if (status !== null)
    status.textContent = notice === undefined ? '' : (form.dataset[notice] ?? '');
};

/** What the interface takes; the form has the same names. A follow-up has neither link nor consents. */
const bodyOf = (form: HTMLFormElement, link: string): string => {
  const fields = new FormData(form);
  const ofRating = {
    token: link,
    contactConsent: fields.has('contactConsent'),
    publishConsent: fields.has('publishConsent'),
  };
  return JSON.stringify({
    ...(form.dataset['token'] === undefined ? {} : ofRating),
    level: fields.get('level'),
    tags: fields.getAll('tag'),
    text: fields.get('text'),
    clientRef: fields.get('clientRef'),
  });
};

interface Sending {
  readonly form: HTMLFormElement;
  /** The last part of the address: a token or a receipt. */
  readonly link: string;
  /** Undefined where nothing can be remembered. */
  readonly name: string | undefined;
}

const post = async ({ form, link }: Sending): Promise<Response | undefined> => {
  try {
    return await fetch(form.dataset['api'] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bodyOf(form, link),
    });
  } catch {
    return undefined;
  }
};

const receiptIn = async (answer: Response): Promise<string | undefined> => {
  try {
    return ((await answer.json()) as { readonly receipt?: string }).receipt;
  } catch {
    return undefined;
  }
};

const arrive = (receipt: string, { form, name }: Sending): void => {
  const ref = new FormData(form).get('clientRef');
  if (name !== undefined) {
    dropDraft(name);
    if (typeof ref === 'string') keepRecord(name, { ref, receipt });
  }
  location.replace(`/receipt/${encodeURIComponent(receipt)}${location.search}`);
};

/** Where it is better known what to say: the server's own page answers the form as it is. */
const leaveToServer = (form: HTMLFormElement): void => form.submit();

const BUSY = new Set([429, 503]);

const send = async (sending: Sending): Promise<void> => {
  const { form } = sending;
  say(form, 'sending');
  const answer = await post(sending);
  if (answer === undefined) return say(form, navigator.onLine ? 'lost' : 'offline');
  if (BUSY.has(answer.status)) return say(form, 'busy');
  if (!answer.ok) return leaveToServer(form);
  const receipt = await receiptIn(answer);
  if (receipt === undefined) return say(form, 'lost');
  return arrive(receipt, sending);
};

const watchSubmit = (sending: Sending): void => {
  const { form } = sending;
  let isSending = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isSending) return;
    const fault = findFault(form);
    if (fault !== undefined) return showFault(form, fault);
    dropFaults();
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

export const startForm = async (form: HTMLFormElement): Promise<void> => {
  const link = form.dataset['link'] ?? '';
  const name = await nameOfLink(link);
  if (name !== undefined) {
    keepReference(form, name);
    restoreDraft(name, form);
    form.addEventListener('input', () => keepDraft(name, form));
  }
  watchLevel(form);
  form.dataset['script'] = 'on';
  watchSubmit({ form, link, name });
};
