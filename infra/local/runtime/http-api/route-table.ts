/**
 * Selects the route of a request, in API Gateway's order: a full match, then path variables, then a
 * greedy `{proxy+}`, then `$default`; among equals a method before `ANY`.
 */
import type { RouteDefinition } from '../template/http-api.ts';

export interface MatchedRoute {
  readonly route: RouteDefinition;
  /** Decoded; absent when the route has no variables. */
  readonly pathParameters?: Readonly<Record<string, string>>;
}

export type RouteTable = (method: string, path: string) => MatchedRoute | undefined;

interface CompiledRoute {
  readonly route: RouteDefinition;
  readonly method: string;
  readonly segments: readonly string[];
  /** Compared position by position; higher is more specific. */
  readonly rank: readonly number[];
}

type Parameters = Record<string, string>;

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const greedyName = (segment: string | undefined): string | undefined =>
  /^\{([^}]+)\+\}$/u.exec(segment ?? '')?.[1];

const variableName = (segment: string): string | undefined => /^\{([^}+]+)\}$/u.exec(segment)?.[1];

const rankOf = (segment: string): number => {
  if (greedyName(segment) !== undefined) return 1;
  return variableName(segment) === undefined ? 3 : 2;
};

const compileRoute = (route: RouteDefinition): CompiledRoute => {
  if (route.routeKey === '$default') return { route, method: 'ANY', segments: ['{+}'], rank: [0] };
  const [method = '', path = ''] = route.routeKey.split(' ');
  const segments = segmentsOf(path);
  return { route, method, segments, rank: segments.map(rankOf) };
};

/** Sorts the more specific route first. */
const bySpecificity = (one: CompiledRoute, other: CompiledRoute): number => {
  const length = Math.max(one.rank.length, other.rank.length);
  for (let position = 0; position < length; position += 1) {
    const difference = (other.rank[position] ?? 0) - (one.rank[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
};

const matchSegments = (
  pattern: readonly string[],
  given: readonly string[],
): Parameters | undefined => {
  const greedy = greedyName(pattern.at(-1));
  const fixed = greedy === undefined ? pattern : pattern.slice(0, -1);
  const isLongEnough =
    greedy === undefined ? given.length === fixed.length : given.length > fixed.length;
  if (!isLongEnough) return undefined;
  const found: Parameters = {};
  for (const [position, segment] of fixed.entries()) {
    const value = given[position] ?? '';
    const name = variableName(segment);
    if (name === undefined && segment !== value) return undefined;
    if (name !== undefined && value === '') return undefined;
    if (name !== undefined) found[name] = value;
  }
  if (greedy !== undefined) found[greedy] = given.slice(fixed.length).join('/');
  return found;
};

const matchRoute = (
  { route, method, segments }: CompiledRoute,
  asked: string,
  given: readonly string[],
): MatchedRoute | undefined => {
  if (method !== 'ANY' && method !== asked) return undefined;
  if (route.routeKey === '$default') return { route };
  const found = matchSegments(segments, given);
  if (!found) return undefined;
  return Object.keys(found).length === 0 ? { route } : { route, pathParameters: found };
};

/** `path` is decoded, as API Gateway matches it. */
export const createRouteTable = (routes: readonly RouteDefinition[]): RouteTable => {
  const compiled = routes.map(compileRoute).sort(bySpecificity);
  return (method, path) => {
    const given = segmentsOf(path);
    for (const candidate of compiled) {
      const matched = matchRoute(candidate, method, given);
      if (matched) return matched;
    }
    return undefined;
  };
};
