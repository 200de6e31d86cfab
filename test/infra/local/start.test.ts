import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import { LockHeld, takeLock, waitForLock } from '../../../infra/local/runtime/lock.ts';
import { Shutdown } from '../../../infra/local/runtime/shutdown.ts';
import { startUpkeep } from '../../../infra/local/runtime/upkeep.ts';
import { openClockFile } from '../../../infra/local/start/clock-file.ts';
import { readSettings } from '../../../infra/local/start/settings.ts';
import { sourceDigest } from '../../../infra/local/system/assembly-digest.ts';

const DAY = 86_400_000;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('the lock of a data directory', () => {
  it('is for one at a time and names its holder', async () => {
    const path = join(directory, 'deep', 'instance.lock');
    const lock = takeLock(path);
    expect(() => takeLock(path)).toThrow(LockHeld);
    expect(() => takeLock(path)).toThrow(`held by process ${process.pid}`);
    const waiting = waitForLock(path);
    lock.release();
    (await waiting).release();
  });

  it('is free again when its holder died without a word', async () => {
    const path = join(directory, 'instance.lock');
    const holder = new Worker(
      `const { DatabaseSync } = require('node:sqlite');
       globalThis.held = new DatabaseSync(${JSON.stringify(path)});
       held.exec('BEGIN EXCLUSIVE');
       require('node:worker_threads').parentPort.postMessage('held');
       setInterval(() => held, 1000);`,
      { eval: true },
    );
    await new Promise((held) => {
      holder.once('message', held);
    });
    writeFileSync(`${path}.pid`, '1');
    expect(() => takeLock(path)).toThrow('held by process 1');
    await holder.terminate();
    const lock = await waitForLock(path);
    expect(readFileSync(`${path}.pid`, 'utf8')).toBe(String(process.pid));
    lock.release();
  });
});

const open = (startOfNew: number) => openClockFile(join(directory, 'clock.json'), startOfNew);

describe('the saved clock', () => {
  it('starts a new instance where it is told to', () => {
    const start = Date.UTC(2026, 0, 1);
    const { clock } = open(start);
    expect(clock.now()).toBeGreaterThanOrEqual(start);
    expect(clock.now()).toBeLessThan(start + DAY);
    clock.stop();
  });

  it('goes on after a restart where it had been moved to', () => {
    const first = open(Date.now());
    first.clock.advance(30 * DAY);
    const reached = first.clock.now();
    first.clock.stop();
    const second = open(Date.now());
    expect(second.clock.now()).toBeGreaterThanOrEqual(reached);
    expect(second.clock.now()).toBeLessThan(reached + DAY);
    second.clock.stop();
  });

  it('does not follow a wall clock that was set back, and follows one that went on', () => {
    const path = join(directory, 'clock.json');
    const engine = Date.UTC(2031, 0, 1);
    writeFileSync(path, JSON.stringify({ engine, real: Date.now() + 5 * DAY }));
    const back = open(0);
    expect(back.clock.now()).toBeGreaterThanOrEqual(engine);
    back.clock.stop();
    writeFileSync(path, JSON.stringify({ engine, real: Date.now() - 2 * DAY }));
    const on = open(0);
    expect(on.clock.now()).toBeGreaterThanOrEqual(engine + 2 * DAY);
    on.clock.stop();
  });

  it('does not guess when the file is broken', () => {
    writeFileSync(join(directory, 'clock.json'), '{');
    expect(() => open(0)).toThrow('The saved clock');
  });
});

const write = (path: string, content: string): void => {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), content);
};
const changes = (path: string, content: string): boolean => {
  const before = sourceDigest(directory);
  write(path, content);
  return sourceDigest(directory) !== before;
};

describe('the digest of the sources', () => {
  it('changes with what the template is made of, and with nothing else', () => {
    for (const file of ['package-lock.json', 'cdk.json', 'functions/a/b.ts']) write(file, '1');
    expect(changes('functions/a/b.ts', '2')).toBe(true);
    expect(changes('functions/a/c.ts', '')).toBe(true);
    expect(changes('shared/domain/x.ts', '1')).toBe(true);
    expect(changes('infra/loop-stack.ts', '1')).toBe(true);
    expect(changes('package-lock.json', '2')).toBe(true);
    expect(changes('infra/local/system/boot.ts', '1')).toBe(false);
    expect(changes('infra/README.md', '1')).toBe(false);
    expect(changes('web/resident/main.ts', '1')).toBe(true);
    expect(changes('functions/a/b.ts', '2')).toBe(false);
  });
});

describe('the settings', () => {
  it('have defaults and name what is wrong', () => {
    expect(readSettings({})).toEqual({ port: 8787, dataDir: '.local', seed: 'town' });
    expect(readSettings({ PORT: '0', DATA_DIR: 'x', SEED: 'none' })).toEqual({
      port: 0,
      dataDir: 'x',
      seed: 'none',
    });
    expect(() => readSettings({ PORT: '70000' })).toThrow('PORT');
    expect(() => readSettings({ SEED: 'city' })).toThrow('SEED');
  });
});

describe('the way down', () => {
  it('goes backwards, once, past a step that fails', async () => {
    const done: string[] = [];
    const shutdown = new Shutdown();
    shutdown.add(() => void done.push('database'));
    shutdown.add(() => Promise.reject(new Error('stuck')));
    shutdown.add(async () => {
      await sleep(1);
      done.push('sources');
    });
    const both = Promise.allSettled([shutdown.run(), shutdown.run()]);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(done).toEqual(['sources', 'database']);
  });
});

describe('upkeep', () => {
  it('comes again and again, outlives a fault, and ends', async () => {
    const clock = frozenClock(0);
    const told: unknown[] = [];
    let rounds = 0;
    const tables = {
      removeExpired: () => {
        rounds += 1;
        return rounds === 1 ? Promise.reject(new Error('first')) : Promise.resolve(0);
      },
      trim: () => Promise.resolve({ forgotten: 0, unread: [] }),
    };
    const report = (fault: unknown) => void told.push(fault);
    const upkeep = startUpkeep({ tables, clock, report, delivered: async () => undefined });
    await upkeep.idle();
    expect(rounds).toBe(0);
    clock.advance(DAY);
    await upkeep.idle();
    clock.advance(DAY);
    await upkeep.idle();
    expect(rounds).toBe(2);
    expect(told).toEqual([new Error('first')]);
    await upkeep.stop();
    clock.advance(DAY);
    await upkeep.idle();
    expect(rounds).toBe(2);
  });

  it('forgets no change before readers have had their turn, and tells what they missed', async () => {
    const clock = frozenClock(0);
    const told: unknown[] = [];
    const done: string[] = [];
    const unread = [{ reader: 'Relay', shard: 'shard-1', count: 3 }];
    const tables = {
      removeExpired: () => Promise.resolve(0),
      trim: async () => {
        done.push('trimmed');
        return { forgotten: 3, unread };
      },
    };
    const delivered = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push('delivered');
    };
    const report = (fault: unknown) => void told.push(fault);
    const upkeep = startUpkeep({ tables, clock, report, delivered });
    clock.advance(DAY);
    await upkeep.idle();
    await upkeep.stop();
    expect(done).toEqual(['delivered', 'trimmed']);
    const text = '3 changes of shard-1 were trimmed from the stream before Relay read them';
    expect(told).toEqual([new Error(text)]);
  });
});
