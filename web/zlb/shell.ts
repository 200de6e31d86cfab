/**
 * The pages of residents inside 浙里办: the same templates and form as the service's own pages, in
 * one document that the platform hosts. The transport is one function, so that the relay of the
 * platform (`mgop`, its form is to be confirmed) can take the place of `fetch`.
 */
import { addressIn } from '../../shared/page/mode.ts';
import type { PageMode } from '../../shared/page/mode.ts';
import { pageWords } from '../../shared/page/page-words.table.ts';
import { pageLanguage, pageTitle, renderBody } from '../../shared/page/page.ts';
import type { Page } from '../../shared/page/page.ts';
import { startHint } from '../resident/hint.ts';
import { startOwnReceipt } from '../resident/own-receipt.ts';
import { startReceiptTools } from '../resident/receipt-tools.ts';
import { startForm } from '../resident/send.ts';
import { dropOldRecords } from '../resident/sent-record.ts';
import { fetchTransport } from '../resident/transport.ts';
import { readAddress } from './address.ts';
import { isElder } from './bridge.ts';
import { pageOf, refusalPage } from './content.ts';
import { readSettings } from './settings.ts';

const root = document.documentElement;
const settings = readSettings(root);
const ground = { ...settings, transport: fetchTransport(settings.api) };
const elder = isElder();

/** The platform allows no links to other sites. */
const footer = {
  '#/about/privacy': pageWords.privacy,
  '#/about/accessibility': pageWords.accessibility,
};

const modeNow = async (): Promise<PageMode> => {
  const { language, style } = readAddress(location);
  return { language, style: style ?? ((await elder) ? 'elder' : 'standard') };
};

const receiptAddress = (receipt: string, mode: PageMode): string =>
  addressIn(mode, `#/receipt/${receipt}`);

/** The one place that writes markup: it comes from templates that escape what they insert. */
const draw = (page: Page, mode: PageMode): void => {
  root.lang = pageLanguage(mode);
  root.dataset['style'] = mode.style;
  document.title = pageTitle(page, mode.language);
  const shown = { ...page, path: `#${page.path}` };
  document.body.innerHTML = renderBody(shown, mode, footer).markup;
};

const startParts = (page: Page, mode: PageMode): void => {
  startHint();
  startReceiptTools();
  void startOwnReceipt({ receipt: (receipt) => receiptAddress(receipt, mode) });
  const form = document.querySelector<HTMLFormElement>('form.rate');
  if (form === null) return;
  void startForm(form, {
    transport: ground.transport,
    arrive: (receipt) => {
      history.replaceState(null, '', receiptAddress(receipt, mode));
      void show(true);
    },
    refuse: (_form, reply) => present(refusalPage(reply, page.path, { mode, ground }), mode),
  });
};

/** A reader who comes from another page is told by the heading where they are. */
const focusHeading = (): void => {
  const heading = document.querySelector('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus();
};

const present = (page: Page, mode: PageMode, isNew = true): void => {
  draw(page, mode);
  startParts(page, mode);
  if (!isNew) return;
  scrollTo(0, 0);
  focusHeading();
};

/** Of two pages that were asked for, the later one is shown. */
let latest = 0;

const show = async (isNew: boolean): Promise<void> => {
  latest += 1;
  const own = latest;
  const mode = await modeNow();
  const page = await pageOf(readAddress(location).route, { mode, ground });
  if (own === latest) present(page, mode, isNew);
};

/** Behind the # stands the page, so links within it move the focus themselves. */
const followSkip = (event: Event): void => {
  const link = event.target instanceof Element ? event.target.closest('.skip') : null;
  const content = document.getElementById('content');
  if (link === null || content === null) return;
  event.preventDefault();
  content.tabIndex = -1;
  content.focus();
};

dropOldRecords();
document.addEventListener('click', followSkip);
addEventListener('hashchange', () => void show(true));
void show(false);
