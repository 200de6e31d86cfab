import type { ChangeRecord, ChangeStream } from '../../../infra/local/engine/model.ts';

interface Written {
  readonly image?: object;
  readonly size?: number;
  /** Epoch seconds. */
  readonly at?: number;
}

export interface FakeChangeStream extends ChangeStream {
  /** Adds a change of `key` to a shard and notifies the listeners; returns its sequence number. */
  append(key: string, more?: Written & { shard?: string }): string;
  /** Closes the shard; its children follow it. */
  end(shard: string, ...children: readonly string[]): void;
  /** Removes the shard and its changes. */
  forget(shard: string): void;
  /** Makes the next `count` calls of `moveTo` fail. */
  failMoves(count: number): void;
}

export const STREAM_ARN =
  'arn:aws:dynamodb:us-east-1:000000000000:table/loop/stream/2026-01-01T00:00:00.000';

const changeOf = (sequence: string, key: string, more: Written) =>
  ({
    eventID: `event-${sequence}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    eventSourceARN: STREAM_ARN,
    dynamodb: {
      ApproximateCreationDateTime: more.at ?? 1_767_225_600,
      Keys: { pk: { S: key }, sk: { S: sequence } },
      NewImage: more.image ?? {},
      SequenceNumber: sequence,
      SizeBytes: more.size ?? 100,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  }) satisfies ChangeRecord;

/** Shards exist from the start; positions are kept when a source is replaced. */
export const fakeChangeStream = (shards: readonly string[] = ['shard-0']): FakeChangeStream => {
  const changes = new Map<string, ChangeRecord[]>(shards.map((shard) => [shard, []]));
  const positions = new Map<string, string>();
  const ended = new Set<string>();
  const parents = new Map<string, { readonly parent: string }>();
  const listeners = new Set<() => void>();
  let last = 100;
  let movesToFail = 0;
  return {
    append(key, more = {}) {
      last += 1;
      const sequence = `${last}`;
      const shard = more.shard ?? shards[0] ?? '';
      changes.set(shard, [...(changes.get(shard) ?? []), changeOf(sequence, key, more)]);
      for (const listener of listeners) listener();
      return sequence;
    },
    failMoves: (count) => {
      movesToFail = count;
    },
    shards: () => [...changes.keys()].map((id) => ({ id, ...parents.get(id) })),
    hasEnded: (shard) => ended.has(shard),
    end(shard, ...children) {
      ended.add(shard);
      for (const child of children) {
        changes.set(child, []);
        parents.set(child, { parent: shard });
      }
      for (const listener of listeners) listener();
    },
    forget(shard) {
      changes.delete(shard);
    },
    read: async (shard, after, limit) =>
      (changes.get(shard) ?? [])
        .filter(({ dynamodb }) => BigInt(dynamodb.SequenceNumber) > BigInt(after ?? 0))
        .slice(0, limit),
    onChange: (_table, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    position: async (reader, shard) => positions.get(`${reader} ${shard}`),
    moveTo: async (reader, shard, sequence) => {
      if (movesToFail > 0) {
        movesToFail -= 1;
        throw new Error('the disk is full');
      }
      positions.set(`${reader} ${shard}`, sequence);
    },
  };
};
