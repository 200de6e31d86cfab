import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

describe('the time zone of the process', () => {
  const module = fileURLToPath(new URL('../../../shared/domain/time/instant.ts', import.meta.url));
  const probe = `
    const t = await import(${JSON.stringify(module)});
    const moments = ['2026-11-21T23:59:00Z', '2026-11-22T00:01:00Z', '2026-03-08T10:30:00Z',
      '2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00Z'].map(t.parseInstant);
    const dates = moments.map(t.civilDateOf);
    console.log(JSON.stringify([moments, dates, moments.map(t.minuteOfDay),
      moments.map(t.withOffset), dates.map((d) => t.nextDate(d)), dates.map(t.weekdayOf),
      dates.map((d) => t.atCivil(d, 1050))]));
  `;
  const answerIn = (zone: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', probe], {
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });

  it('does not matter', () => {
    const inShanghai = answerIn('Asia/Shanghai');
    expect(inShanghai).toContain('2026-11-22T07:59:00.000+08:00');
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      expect(answerIn(zone)).toBe(inShanghai);
    }
  });
});
