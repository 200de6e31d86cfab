/** One HTTP API: preflight, route, authorizer, function, response. */
import type { LocalClock } from '../../engine/clock.ts';
import type { FunctionHosts } from '../../engine/model.ts';
import type { AuthorizerDefinition } from '../template/authorizers.ts';
import type { HttpApiDefinition, RouteDefinition } from '../template/http-api.ts';
import type { LocalPlace } from '../template/place.ts';
import { withinMs } from '../time-limit.ts';
import type { Authorize } from './authorization.ts';
import { answerPreflight, withCors } from './cors.ts';
import {
  answerOf,
  integrationFault,
  integrationLate,
  notFound,
  tooLarge,
} from './gateway-answer.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { createJwtAuthorizer } from './jwt-authorizer.ts';
import { proxyEvent } from './proxy-event.ts';
import type { RoutedRequest } from './proxy-event.ts';
import { createRequestAuthorizer } from './request-authorizer.ts';
import { createRouteTable } from './route-table.ts';

export interface GatewayParts {
  readonly api: HttpApiDefinition;
  readonly hosts: FunctionHosts;
  readonly clock: LocalClock;
  readonly place: LocalPlace;
}

export type Gateway = (request: GatewayRequest) => Promise<GatewayAnswer>;

/** API Gateway's maximum integration timeout. */
const LONGEST_INTEGRATION_MS = 30_000;

/** Lambda's limit for the event of a synchronous invocation. */
const MAX_EVENT_BYTES = 6_291_456;

const createAuthorizer = (definition: AuthorizerDefinition, parts: GatewayParts): Authorize =>
  definition.kind === 'jwt'
    ? createJwtAuthorizer(definition)
    : createRequestAuthorizer(definition, parts.hosts, parts.clock);

const authorizersOf = (parts: GatewayParts): ReadonlyMap<string, Authorize> => {
  const definitions = parts.api.routes.flatMap(({ authorizer }) => authorizer ?? []);
  const distinct = new Map(definitions.map((definition) => [definition.id, definition]));
  return new Map(
    [...distinct].map(([id, definition]) => [id, createAuthorizer(definition, parts)]),
  );
};

class HttpApi {
  readonly #parts: GatewayParts;
  readonly #routes: ReturnType<typeof createRouteTable>;
  readonly #authorizers: ReadonlyMap<string, Authorize>;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#routes = createRouteTable(parts.api.routes);
    this.#authorizers = authorizersOf(parts);
  }

  async answer(request: GatewayRequest): Promise<GatewayAnswer> {
    const { cors } = this.#parts.api;
    const preflight = answerPreflight(cors, request);
    return preflight ?? withCors(await this.#route(request), cors, request.headers['origin']);
  }

  async #route(request: GatewayRequest): Promise<GatewayAnswer> {
    const { api, place, clock } = this.#parts;
    const matched = this.#routes(request.method, request.path);
    if (!matched) return notFound();
    const routed = { request, matched, apiId: api.id, place, now: clock.now() };
    const authorize = this.#authorizers.get(matched.route.authorizer?.id ?? '');
    if (!authorize) return this.#integrate(matched.route, routed, undefined);
    const decided = await authorize(routed);
    return decided.ok ? this.#integrate(matched.route, routed, decided.authorizer) : decided.answer;
  }

  async #integrate(
    { functionArn, timeoutMs }: RouteDefinition,
    routed: RoutedRequest,
    authorizer: object | undefined,
  ): Promise<GatewayAnswer> {
    const event = proxyEvent(routed, authorizer);
    if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) return tooLarge();
    const limit = Math.min(timeoutMs, LONGEST_INTEGRATION_MS);
    const outcome = await withinMs(limit, this.#parts.hosts.invoke(functionArn, event), 'late');
    if (outcome === 'late') return integrationLate();
    return outcome.ok ? answerOf(outcome.value) : integrationFault();
  }
}

export const createGateway = (parts: GatewayParts): Gateway => {
  const api = new HttpApi(parts);
  return (request) => api.answer(request);
};
