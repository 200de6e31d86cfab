import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type {
  Faults,
  FunctionHosts,
  Invocation,
  MappingDefinition,
} from '../../../infra/local/engine/model.ts';
import type { Report } from '../../../infra/local/engine/source/event-source.ts';

export const START = Date.parse('2026-03-02T00:00:00Z');
export const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:000000000000:function:project';

export const done = (value?: unknown): Invocation => ({ ok: true, value });
export const failed: Invocation = { ok: false, fault: 'boom' };
export const itemFailures = (...identifiers: readonly unknown[]): Invocation =>
  done({ batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })) });

export interface StreamEvent {
  readonly Records: readonly {
    readonly dynamodb: { readonly SequenceNumber: string; readonly Keys: { pk: { S: string } } };
  }[];
}

export interface QueueEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}

/** The sequence numbers of a stream event, or the bodies of a queue event. */
export const contentsOf = (event: unknown): readonly string[] => {
  const { Records } = event as {
    Records: readonly (QueueEvent | StreamEvent)['Records'][number][];
  };
  return Records.map((record) => ('body' in record ? record.body : record.dynamodb.SequenceNumber));
};

export interface RecordingHosts extends FunctionHosts {
  /** The events that the function was invoked with, in order. */
  readonly events: unknown[];
  /** The contents of every batch, in order. */
  batches(): readonly (readonly string[])[];
}

/** Hosts with one function that returns the given answer; by default it succeeds. */
export const hostsOf = (
  answer: (event: unknown) => Invocation | Promise<Invocation> = () => done(),
): RecordingHosts => {
  const events: unknown[] = [];
  return {
    events,
    batches: () => events.map(contentsOf),
    invoke: async (_arn, event) => {
      events.push(structuredClone(event));
      return answer(event);
    },
  };
};

export interface Bench {
  readonly clock: SteerableClock;
  readonly faults: Faults;
  readonly reported: unknown[];
  readonly report: Report;
}

export const bench = (): Bench => {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  return { clock: frozenClock(START), faults: {}, reported, report };
};

export const mappingOf = (
  sourceArn: string,
  more: Partial<MappingDefinition> = {},
): MappingDefinition => ({
  id: 'mapping-1',
  sourceArn,
  functionArn: FUNCTION_ARN,
  enabled: true,
  batchSize: 10,
  windowSeconds: 0,
  reportsItemFailures: true,
  bisectOnError: false,
  maximumRetryAttempts: -1,
  parallelizationFactor: 1,
  startingPosition: 'TRIM_HORIZON',
  filters: [],
  ...more,
});
