/**
 * A child process of restart.test.ts that is killed during its work: puts objects under a few keys
 * in an endless loop and prints each acknowledged put.
 */
import { createHash } from 'node:crypto';

import { PutObjectCommand } from '@aws-sdk/client-s3';

import { runningClock } from '../../../infra/local/engine/clock.ts';
import { BUCKET, openObjects } from './open-objects.ts';

const [directory = ''] = process.argv.slice(2);
const open = await openObjects({ directory, clock: runningClock() });
const client = open.client();
let number = 0;

/** Several kilobytes that are derived from the name. */
const contentOf = (name: string): string =>
  `${name} ${createHash('sha256').update(name).digest('hex')}`.repeat(60);

const writeOn = async (_: unknown, writer: number): Promise<never> => {
  for (;;) {
    number += 1;
    const own = number;
    const Key = `evidence/${writer}-${own % 5}`;
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: contentOf(`${own}`) }));
    process.stdout.write(`${Key} ${own}\n`);
  }
};

await Promise.all(Array.from({ length: 8 }, writeOn));
