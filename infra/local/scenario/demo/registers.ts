import type * as z from 'zod/mini';

import type { RegisterView } from '../../../../events/oversight/register.ts';
import { RegisterSaved } from '../../../../events/oversight/register.ts';
import type { RegisterKey } from '../../../../shared/port/oversight/register-store.ts';
import { expectThat } from '../player/expectation.ts';
import { playByTwo } from '../player/two-persons.ts';
import { townRegisters } from '../town/register.ts';
import { department, hall } from './case-maker.ts';
import type { Stage } from './stage.ts';

type Entries = z.infer<typeof RegisterView>['entries'];

const { area } = department;
const of = (noun: RegisterKey['noun']) => ({ by: 'sysadmin', at: { noun }, query: { area } });

const townEntries = (noun: RegisterKey['noun']) =>
  townRegisters.find((one) => one.noun === noun && one.area === area)?.entries ?? [];

const saveRegister = async (
  stage: Stage,
  noun: RegisterKey['noun'],
  entries: readonly object[],
): Promise<void> => {
  const given = { ...of(noun), and: 'sysadmin-2', body: { entries } };
  const saved = await playByTwo(stage, 'saveRegister', { given, result: RegisterSaved });
  expectThat(saved.changed && saved.count === entries.length, 'the list is there', saved);
};

/** Fills a register of the area of the demo. A register with entries stays as it is. */
export const fillRegister = async (stage: Stage, noun: RegisterKey['noun']): Promise<void> => {
  if ((await stage.play('readRegister', of(noun))).version > 0) return;
  const entries = townEntries(noun);
  await saveRegister(stage, noun, entries);
  stage.afterwards.push({
    zh: `清单 ${noun}（${area}）由演示填入 ${entries.length} 项`,
    en: `the register of ${noun} of ${area} was filled by the demo with ${entries.length} entries`,
  });
};

const withWindows = (
  entries: Entries,
  change: (windows: readonly string[]) => readonly string[],
): Entries =>
  entries.map((entry) =>
    entry.code === hall ? { ...entry, windows: [...change(entry.windows ?? [])] } : entry,
  );

/**
 * Adds the window of this run to the register of halls, without which no pad can be registered
 * there; the end of the run removes it. The register must have been filled.
 */
export const listWindow = async (stage: Stage): Promise<void> => {
  const { window, leave, play } = stage;
  const read = async (): Promise<Entries> => (await play('readRegister', of('halls'))).entries;
  await saveRegister(
    stage,
    'halls',
    withWindows(await read(), (windows) => [...windows, window]),
  );
  leave.push(async () => {
    const entries = withWindows(await read(), (all) => all.filter((one) => one !== window));
    await saveRegister(stage, 'halls', entries);
  });
};
