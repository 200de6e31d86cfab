import { isDeepStrictEqual } from 'node:util';

import { RegisterSaved } from '../../../../../events/oversight/register.ts';
import { compareTexts } from '../../../../../shared/domain/text/order.ts';
import { playByTwo } from '../../player/two-persons.ts';
import { systemRegister, townRegisters } from '../register.ts';
import type { TownRegister } from '../register.ts';
import { callForEach } from './loading.ts';
import type { Loading } from './loading.ts';

const [by, and] = ['sysadmin', 'sysadmin-2'];

/** Puts a list in force by two persons. A later attempt finds it there. */
const fillRegister = async (
  { player }: Loading,
  { noun, area, entries }: TownRegister,
): Promise<void> => {
  const given = { by, at: { noun }, query: { area }, about: `register of ${noun} of ${area}` };
  const known = await player.play('readRegister', given);
  const inOrder = entries.toSorted((a, b) => compareTexts(a.code, b.code));
  const sent: unknown = JSON.parse(JSON.stringify(inOrder));
  if (known.version > 0 && isDeepStrictEqual(known.entries, sent)) return;
  const body = { expectedVersion: known.version, entries };
  await playByTwo(player, 'saveRegister', {
    given: { ...given, and, body },
    result: RegisterSaved,
  });
};

/** Departments, matters, halls and places, before anything refers to them. */
export const fillRegisters = (loading: Loading): Promise<void> =>
  callForEach(townRegisters, (register) => fillRegister(loading, register));

/** 自建系统清单: after the systems were admitted, because it names them by their ids. */
export const fillSystems = (loading: Loading): Promise<void> =>
  fillRegister(
    loading,
    systemRegister((word) => loading.ledger.integrators[word]?.accessKey),
  );
