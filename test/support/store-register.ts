import type { RegisterStore, StoredRegister } from '../../shared/port/oversight/register-store.ts';

/** Keeps the entries and puts them in force, as a proposal and its confirmation do. */
export const storeRegister = async (
  registers: RegisterStore,
  { entries, ...facts }: StoredRegister,
): Promise<'saved' | 'conflict'> =>
  registers.replace({ ...facts, ...(await registers.keep(facts, entries)) });
