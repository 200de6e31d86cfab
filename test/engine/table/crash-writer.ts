/**
 * A child process of restart.test.ts that is killed during its work: 16 writers write in an endless
 * loop and print the number of each acknowledged write.
 */
import { runningClock } from '../../../infra/local/engine/clock.ts';
import { openDatabase } from '../../../infra/local/engine/database.ts';
import { createTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import { WORK } from './open-engine.ts';

const [path = ''] = process.argv.slice(2);
const engine = createTableEngine({ database: openDatabase(path), clock: runningClock() });
engine.define(WORK);

let number = 0;

const writeOn = async (): Promise<never> => {
  for (;;) {
    number += 1;
    const own = number;
    const item = (sk: string) => ({
      pk: { S: `p${own}` },
      sk: { S: sk },
      owner: { S: `o${own % 5}` },
      due: { N: String(own) },
    });
    await engine.handle('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName: 'work', Item: item('1') } },
        { Put: { TableName: 'work', Item: item('2') } },
      ],
    });
    await engine.handle('DeleteItem', {
      TableName: 'work',
      Key: { pk: { S: `p${own - 40}` }, sk: { S: '2' } },
    });
    process.stdout.write(`${own}\n`);
  }
};

await Promise.all(Array.from({ length: 16 }, writeOn));
