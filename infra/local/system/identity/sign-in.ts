import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';

import type { LocalAccount } from './account.ts';
import { errorPage, signInPage } from './pages.ts';

const longestForm = 2000;

const answerPage = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(html);
};

const chosenAccount = async (request: IncomingMessage): Promise<string> => {
  if (Number(request.headers['content-length'] ?? 0) > longestForm) return '';
  return new URLSearchParams(await text(request)).get('account') ?? '';
};

/** The page between authorization request and code: shows the accounts, handles the choice. */
export const signIn =
  (provider: Provider, accounts: readonly LocalAccount[]) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const { params } = await provider.interactionDetails(request, response);
      const client = await provider.Client.find(String(params['client_id']));
      if (request.method !== 'POST') {
        return answerPage(response, 200, signInPage(client?.clientName ?? '', accounts));
      }
      const accountId = await chosenAccount(request);
      if (!accounts.some((account) => account.id === accountId)) {
        return answerPage(response, 400, errorPage({ error: 'no such account' }));
      }
      const result = { login: { accountId, remember: false } };
      await provider.interactionFinished(request, response, result);
    } catch (fault) {
      if (!(fault instanceof errors.OIDCProviderError)) throw fault;
      const { error, error_description: description } = fault;
      answerPage(response, 400, errorPage({ error, error_description: description }));
    }
  };
