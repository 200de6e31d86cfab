/** What the script of a form needs of it: where to send it, and its words. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { pageWords } from '../page-words.table.ts';
import { faultHeading, fieldFaults, sendingWords } from './rate-words.table.ts';

interface Target {
  /** The last part of the address: a token or a receipt. */
  readonly link: string;
  /** The call of the interface that takes the same. */
  readonly api: string;
  /** Whether the call takes the link in its body. */
  readonly isToken: boolean;
}

export const formData = ({ link, api, isToken }: Target, language: Language): Html =>
  html`data-link="${link}" data-api="${api}" ${isToken ? html`data-token` : undefined}
  data-fault-heading="${faultHeading[language]}" data-fault-title="${pageWords.fault[language]}"
  data-level-missing="${fieldFaults.level_missing[language]}"
  data-reason-missing="${fieldFaults.reason_missing[language]}"
  data-sending="${sendingWords.sending[language]}" data-offline="${sendingWords.offline[language]}"
  data-lost="${sendingWords.lost[language]}" data-busy="${sendingWords.busy[language]}"`;
