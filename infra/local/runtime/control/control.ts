/** The control routes over HTTP. */
import { messageAnswer } from '../http-api/gateway-answer.ts';
import type { GatewayAnswer } from '../http-api/gateway-answer.ts';
import type { GatewayRequest } from '../http-api/gateway-request.ts';
import { answerControl } from './control-routes.ts';
import type { ControlParts } from './control-routes.ts';

/** A page of another site in the same browser must not move this machine's clock. */
const isFromElsewhere = ({ headers }: GatewayRequest): boolean =>
  headers['sec-fetch-site'] === 'cross-site';

/** Undefined for a path or method without a control route. */
export const createControl =
  (parts: ControlParts) =>
  async (request: GatewayRequest): Promise<GatewayAnswer | undefined> => {
    if (isFromElsewhere(request)) return messageAnswer(403, 'Forbidden');
    const { method, path, body } = request;
    const answer = await answerControl(parts, `${method} ${path}`, body.toString());
    if (!answer) return undefined;
    const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
    return {
      status: answer.status,
      headers: { 'content-type': type },
      body: Buffer.from(JSON.stringify(answer.body)),
    };
  };
