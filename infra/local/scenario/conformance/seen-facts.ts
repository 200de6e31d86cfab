import { steps } from '../player/steps.table.ts';
import type { AnswerOf } from '../player/steps.table.ts';
import type { SeenCall } from './witness.ts';

export const codeOf = ({ answer }: SeenCall): string | undefined => {
  const code = (answer as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
};

export const eventsOf = ({
  body = '',
}: SeenCall): readonly { eventId?: unknown; type?: unknown }[] => {
  try {
    const { events } = JSON.parse(body) as { events?: unknown };
    return Array.isArray(events) ? events : [];
  } catch {
    // The body is not JSON. Another duty judges that.
    return [];
  }
};

export const itemsOf = ({ answer }: SeenCall): AnswerOf<'reportEvents'>['items'] =>
  steps.reportEvents.answer.safeParse(answer).data?.items ?? [];

export const findRefused = (seen: readonly SeenCall[]): readonly string[] =>
  seen.flatMap((call) =>
    itemsOf(call).flatMap(({ problem }) =>
      problem === undefined
        ? []
        : [`${problem.code} ${(problem.errors ?? []).map(({ path }) => path).join(' ')}`.trim()],
    ),
  );

export const findCodes = (seen: readonly SeenCall[], codes: readonly string[]): readonly string[] =>
  seen.flatMap((call) => codes.filter((code) => code === codeOf(call)));

/** Refusals of what the key of the client may not be used for. */
const scopeCodes = ['outside_scope_of_key', 'not_permitted'];

const linesOf = ({ answer }: SeenCall): AnswerOf<'importCases'>['lines'] =>
  steps.importCases.answer.safeParse(answer).data?.lines ?? [];

export const findOutside = (seen: readonly SeenCall[]): readonly string[] => [
  ...findCodes(seen, scopeCodes),
  ...seen
    .flatMap((call) => [...itemsOf(call), ...linesOf(call)])
    .flatMap(({ problem }) => scopeCodes.filter((code) => code === problem?.code)),
];
