/**
 * 周期汇总: the editions of a month's document. Each one is answered once; a repeat gets the same
 * response.
 */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { textOf } from './field.ts';
import type { Body } from './field.ts';
import { replyDone, replyWith } from './said.ts';
import type { Said } from './said.ts';

export interface Edition {
  readonly period: string;
  readonly edition: number;
  readonly digest: string;
  readonly state: 'accepted' | 'change_requested';
  readonly reason?: string | undefined;
  /** Epoch milliseconds of the engine. */
  readonly at: number;
}

export interface Submission {
  readonly body: Body;
  readonly at: number;
  /** Returns the change that the center requests; undefined: it accepts the document. */
  readonly wanted: () => string | undefined;
}

const schema = `CREATE TABLE IF NOT EXISTS period (
  period TEXT NOT NULL, edition INTEGER NOT NULL, digest TEXT NOT NULL, document TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT, at INTEGER NOT NULL, PRIMARY KEY (period, edition))`;

const wrongIn = (body: Body): string | undefined => {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(textOf(body, 'period'))) return 'period';
  if (!/^[1-9]\d{0,3}$/.test(textOf(body, 'edition'))) return 'edition';
  const document = body['document'];
  if (typeof document !== 'string' || document === '') return 'document';
  const digest = createHash('sha256').update(document).digest('hex');
  return textOf(body, 'digest') === digest ? undefined : 'digest';
};

const answerEdition = ({ state, reason }: Edition): Said =>
  replyDone({ state, ...(reason === undefined ? {} : { reason }) });

type Asked = Pick<Edition, 'period' | 'edition' | 'digest'>;

/** Returns the response to a known or wrong edition number; undefined for the next edition. */
const answerKnownEdition = (
  { edition, digest }: Asked,
  earlier: readonly Edition[],
): Said | undefined => {
  const same = earlier.find((one) => one.edition === edition);
  if (same)
    return same.digest === digest ? answerEdition(same) : replyWith('1005', '该版已提交，不可更改');
  const last = earlier.at(-1);
  if (last?.state === 'accepted') return replyWith('1005', '该周期已接受');
  // A refused edition is not stored, but the city counts it: a number may be skipped, and none is
  // reused.
  const next = (last?.edition ?? 0) + 1;
  return edition >= next ? undefined : replyWith('1005', `应为第 ${next} 版或其后`);
};

export class PeriodShelf {
  readonly #sql: DatabaseSync;

  constructor(sql: DatabaseSync) {
    this.#sql = sql;
    sql.exec(schema);
  }

  all(): readonly Edition[] {
    return this.#sql
      .prepare(
        'SELECT period, edition, digest, state, reason, at FROM period ORDER BY period, edition',
      )
      .all()
      .map((row) => ({
        period: String(row['period']),
        edition: Number(row['edition']),
        digest: String(row['digest']),
        state: row['state'] === 'accepted' ? 'accepted' : 'change_requested',
        reason: row['reason'] === null ? undefined : String(row['reason']),
        at: Number(row['at']),
      }));
  }

  /** Every edition is answered once; the next one is accepted only after a change was requested. */
  submit({ body, at, wanted }: Submission): Said {
    const wrong = wrongIn(body);
    if (wrong !== undefined) return replyWith('1004', wrong);
    const asked = {
      period: textOf(body, 'period'),
      edition: Number(textOf(body, 'edition')),
      digest: textOf(body, 'digest'),
    };
    const earlier = this.all().filter(({ period }) => period === asked.period);
    return (
      answerKnownEdition(asked, earlier) ?? answerEdition(this.#keep(asked, { body, at, wanted }))
    );
  }

  #keep(asked: Asked, { body, at, wanted }: Submission): Edition {
    const { period, edition, digest } = asked;
    const reason = wanted();
    const state = reason === undefined ? 'accepted' : 'change_requested';
    this.#sql
      .prepare('INSERT INTO period VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(period, edition, digest, textOf(body, 'document'), state, reason ?? null, at);
    return { ...asked, state, reason, at };
  }
}
