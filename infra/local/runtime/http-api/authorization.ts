/** The decision of an authorizer about one request. */
import type { GatewayAnswer } from './gateway-answer.ts';
import { messageAnswer } from './gateway-answer.ts';
import type { RoutedRequest } from './proxy-event.ts';

export type Authorization =
  | { readonly ok: true; readonly authorizer: object }
  | { readonly ok: false; readonly answer: GatewayAnswer };

export type Authorize = (routed: RoutedRequest) => Promise<Authorization>;

export const denyUnauthorized = (challenge?: string): Authorization => ({
  ok: false,
  answer: messageAnswer(
    401,
    'Unauthorized',
    challenge === undefined ? {} : { 'www-authenticate': challenge },
  ),
});

export const denyForbidden = (challenge?: string): Authorization => ({
  ok: false,
  answer: messageAnswer(
    403,
    'Forbidden',
    challenge === undefined ? {} : { 'www-authenticate': challenge },
  ),
});
