import { cityCode } from './domain/area/area.ts';
import type { Case } from './domain/case/case.ts';
import type { Language } from './domain/text/language.ts';
import { toEpoch } from './domain/time/instant.ts';
import type { Now } from './port/clock.ts';
import type { RegisterStore } from './port/oversight/register-store.ts';

/** For how long a reader may go by the registers that it read last. */
const LAG_MS = 300_000;

/** 敏感事项: matters that nobody may read over a shoulder, by the registers in force. */
export interface SensitiveMatters {
  /** Whether the register of the area, or of the whole city, marks the matter. */
  has(matter: { readonly area: string; readonly code: string }): Promise<boolean>;
}

/** Of whatever shows a matter to residents. */
export interface ShownDeps {
  readonly sensitive: SensitiveMatters;
}

interface Read {
  readonly at: number;
  readonly codes: Promise<ReadonlySet<string>>;
}

type Registers = Pick<RegisterStore, 'find'>;

const readCodes = async (registers: Registers, area: string): Promise<ReadonlySet<string>> => {
  const register = await registers.find({ noun: 'matters', area });
  const marked = (register?.entries ?? []).filter(({ sensitive }) => sensitive === true);
  return new Set(marked.map(({ code }) => code));
};

/** Reads the registers of an area once in five minutes. */
export const createSensitiveMatters = (registers: Registers, now: Now): SensitiveMatters => {
  const reads = new Map<string, Read>();
  const codesOf = (area: string): Promise<ReadonlySet<string>> => {
    const at = toEpoch(now());
    const last = reads.get(area);
    const age = last === undefined ? -1 : at - last.at;
    if (last !== undefined && age >= 0 && age < LAG_MS) return last.codes;
    const codes = readCodes(registers, area);
    reads.set(area, { at, codes });
    // A failed read is not kept: the next reader tries again.
    codes.catch(() => reads.delete(area));
    return codes;
  };
  return {
    has: async ({ area, code }) => {
      const areas = new Set([area.slice(0, 6), cityCode]);
      const found = await Promise.all([...areas].map(codesOf));
      return found.some((codes) => codes.has(code));
    },
  };
};

const neutral: Readonly<Record<Language, string>> = {
  zh: '政务服务事项',
  en: 'A government service',
};

/** Returns the name of a case's matter as it may be shown on a phone, a pad or in a message. */
export const shownMatter = async (
  { area, matter }: Pick<Case, 'area' | 'matter'>,
  language: Language,
  sensitive: SensitiveMatters,
): Promise<string> =>
  (await sensitive.has({ area, code: matter.code })) ? neutral[language] : matter.name;
