/**
 * Sends messages to a queue in the database file of its argument, one after the other, until it is
 * killed.
 */
import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import { createQueueEngine } from '../../../infra/local/engine/queue/queue-engine.ts';
import { queueNamed, START } from './open-queues.ts';

const engine = createQueueEngine({
  database: openDatabase(process.argv[2] ?? ''),
  clock: frozenClock(START),
  baseUrl: 'http://engine',
});
engine.define(queueNamed('work'));

// Ends by itself if the parent process is gone.
for (let count = 0; count < 10_000; count += 1) {
  const sent = await engine.handle('SendMessage', {
    QueueUrl: 'http://engine/000000000000/work',
    MessageBody: 'a',
  });
  process.stdout.write(`${(sent as { MessageId: string }).MessageId}\n`);
}
