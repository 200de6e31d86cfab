/** How messages are stored. Times are epoch milliseconds of the engine's clock. */
export interface MessageRow {
  /** Order of arrival in its queue; never reused. */
  readonly place: number;
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  /** `Attributes` in JSON. */
  readonly attributes: string;
  readonly trace: string | null;
  readonly groupId: string | null;
  readonly dedupId: string | null;
  /** The place of the first arrival, from which the sequence number is derived. */
  readonly sequence: number | null;
  readonly sentAt: number;
  /** The start of the retention period. */
  readonly enqueuedAt: number;
  /** When it arrived in this queue; the age of the oldest message is measured from it. */
  readonly arrivedAt: number;
  readonly visibleAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt: number | null;
  readonly receivedAt: number | null;
  /**
   * The nonce of the latest receive from this queue. While `visibleAt` is in the future, the
   * message is in flight.
   */
  readonly receipt: string | null;
  readonly sourceArn: string | null;
}

/** A message to be inserted into a queue; the database assigns its place. */
export type NewMessage = Omit<MessageRow, 'place'>;

export const MESSAGE_TABLES = `
  CREATE TABLE IF NOT EXISTS queue_message (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    attributes TEXT NOT NULL,
    trace TEXT,
    groupId TEXT,
    dedupId TEXT,
    sequence INTEGER,
    sentAt INTEGER NOT NULL,
    enqueuedAt INTEGER NOT NULL,
    arrivedAt INTEGER NOT NULL,
    visibleAt INTEGER NOT NULL,
    receiveCount INTEGER NOT NULL,
    firstReceivedAt INTEGER,
    receivedAt INTEGER,
    receipt TEXT,
    sourceArn TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS queue_message_ready ON queue_message (queue, visibleAt);
  CREATE INDEX IF NOT EXISTS queue_message_age ON queue_message (queue, enqueuedAt);
  CREATE INDEX IF NOT EXISTS queue_message_line ON queue_message (queue, place)
    WHERE groupId IS NOT NULL;
  CREATE INDEX IF NOT EXISTS queue_message_group ON queue_message (queue, groupId, visibleAt)
    WHERE groupId IS NOT NULL;
`;

/** Large and not consecutive, as the service numbers FIFO messages; 20 digits. */
export const sequenceNumber = (place: number): string =>
  String(18_850_000_000_000_000_000n + BigInt(place) * 256n);
