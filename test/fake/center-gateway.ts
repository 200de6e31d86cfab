import type {
  CenterAnswer,
  CenterBody,
  CenterOperation,
} from '../../shared/domain/exchange/center-answer.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import { copyOf } from './memory.ts';

export interface FakeCenterGateway extends CenterGateway {
  /** All requests, in order. */
  readonly sent: readonly { readonly operation: CenterOperation; readonly body: CenterBody }[];
}

const off: CenterAnswer = { state: 'unclear', why: 'off', message: 'nothing was sent' };

/** A center that returns the given answers; without one, the exchange is off. */
export const fakeCenterGateway = (
  answer: (operation: CenterOperation, body: CenterBody) => CenterAnswer = () => off,
): FakeCenterGateway => {
  const sent: { operation: CenterOperation; body: CenterBody }[] = [];
  return {
    sent,
    async send(operation, body) {
      sent.push({ operation, body: copyOf(body) });
      return answer(operation, body);
    },
  };
};
