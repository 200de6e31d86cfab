/**
 * A conventional alternative: the same intake on Fastify and PostgreSQL. One transaction inserts
 * the rating under its natural key, the ticket of a bad rating, and an outbox row.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Pool, PoolClient } from 'pg';

import * as sql from './statements.table.ts';

interface Submission {
  readonly token: string;
  readonly level: string;
  readonly tags: readonly string[];
  readonly text?: string;
}

interface Contact {
  readonly department: string;
  readonly area: string;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
}

const firstDigits = {
  very_dissatisfied: '1',
  dissatisfied: '2',
  basically_satisfied: '3',
  satisfied: '4',
  very_satisfied: '5',
} as const;

const body = {
  type: 'object',
  additionalProperties: false,
  required: ['token', 'clientRef', 'level', 'tags'],
  properties: {
    token: { type: 'string', maxLength: 1000 },
    clientRef: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
    level: { enum: Object.keys(firstDigits) },
    tags: { type: 'array', maxItems: 20, items: { type: 'string', pattern: '^[1-5][0-9]{2}$' } },
    text: { type: 'string', maxLength: 500 },
  },
} as const;

const macOf = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(text).digest();

/** `<case>.<contact>.<signature>` */
export const signedToken = (secret: string, projectNo: string): string =>
  `${projectNo}.1.${macOf(secret, `${projectNo}.1`).toString('base64url')}`;

const contactIn = (secret: string, token: string): readonly [string, number] | undefined => {
  const [projectNo = '', number = '', signature = ''] = token.split('.');
  const [given, made] = [
    Buffer.from(signature, 'base64url'),
    macOf(secret, `${projectNo}.${number}`),
  ];
  if (given.length !== made.length || !timingSafeEqual(given, made)) return undefined;
  return [projectNo, Number(number)];
};

const isBad = (level: string): boolean => level.endsWith('dissatisfied');

const wrongIn = ({ level, tags, text = '' }: Submission): Refusal | undefined => {
  const digit = firstDigits[level as keyof typeof firstDigits];
  if (tags.some((tag) => !tag.startsWith(digit)))
    return { status: 422, code: 'tag_of_other_level' };
  return isBad(level) && tags.length === 0 && text === ''
    ? { status: 422, code: 'reason_missing' }
    : undefined;
};

type Key = readonly [projectNo: string, serviceNumber: number];

const store = async (client: PoolClient, key: Key, said: Submission): Promise<number> => {
  const {
    rows: [contact],
  } = await client.query<Contact>(sql.findContact, [...key]);
  if (contact === undefined) return 404;
  const { level, tags, text = null } = said;
  const words = createHash('sha256')
    .update(JSON.stringify([level, tags, text]))
    .digest('hex');
  const values = [...key, level, tags, text, words];
  const { rowCount } = await client.query(sql.insertRating, values);
  if (rowCount === 0) {
    const { rows } = await client.query<{ words: string }>(sql.findRating, [...key]);
    return rows[0]?.words === words ? 200 : 409;
  }
  if (isBad(level)) await client.query(sql.insertTicket, [...key]);
  await client.query(sql.insertOutbox, [...key, contact.department, contact.area, isBad(level)]);
  return 201;
};

const inTransaction = async (pool: Pool, work: (client: PoolClient) => Promise<number>) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const status = await work(client);
    await client.query('COMMIT');
    return status;
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  } finally {
    client.release();
  }
};

export const intakeApp = (pool: Pool, secret: string): FastifyInstance => {
  const app = fastify();
  app.post<{ Body: Submission }>('/v1/ratings', { schema: { body } }, async (request, reply) => {
    const key = contactIn(secret, request.body.token);
    if (key === undefined) return reply.code(401).send({ code: 'token_invalid' });
    const wrong = wrongIn(request.body);
    if (wrong !== undefined) return reply.code(wrong.status).send({ code: wrong.code });
    const status = await inTransaction(pool, (client) => store(client, key, request.body));
    if (status >= 400) return reply.code(status).send({ code: 'refused' });
    const code = macOf(secret, `receipt.${key.join('-')}`)
      .toString('hex')
      .slice(0, 12);
    return reply
      .code(status)
      .send({ receipt: `${key.join('-')}-${code}`, repeated: status === 200 });
  });
  return app;
};
