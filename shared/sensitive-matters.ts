import { cityCode } from './domain/area/area.ts';
import type { Case } from './domain/case/case.ts';
import type { Language } from './domain/text/language.ts';
import type { Now } from './port/clock.ts';
import type { RegisterStore } from './port/oversight/register-store.ts';
import { recentReads } from './recent-reads.ts';

/** 敏感事项: matters that nobody may read over a shoulder, by the registers in force. */
export interface SensitiveMatters {
  /** Whether the register of the area, or of the whole city, marks the matter. */
  has(matter: { readonly area: string; readonly code: string }): Promise<boolean>;
}

/** Of whatever shows a matter to residents. */
export interface ShownDeps {
  readonly sensitive: SensitiveMatters;
}

type Registers = Pick<RegisterStore, 'find'>;

const readCodes = async (registers: Registers, area: string): Promise<ReadonlySet<string>> => {
  const register = await registers.find({ noun: 'matters', area });
  const marked = (register?.entries ?? []).filter(({ sensitive }) => sensitive === true);
  return new Set(marked.map(({ code }) => code));
};

/** Reads the registers of an area once in five minutes. */
export const createSensitiveMatters = (registers: Registers, now: Now): SensitiveMatters => {
  const codesOf = recentReads((area) => readCodes(registers, area), now);
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

type Matter = Pick<Case, 'area' | 'matter'>;

/** Returns the name of a case's matter as a pad shows it, which has both languages on its screen. */
export const shownMatters = async (
  { area, matter }: Matter,
  sensitive: SensitiveMatters,
): Promise<Readonly<Record<Language, string>>> =>
  (await sensitive.has({ area, code: matter.code }))
    ? neutral
    : { zh: matter.name, en: matter.name };

/** Returns the name of a case's matter as it may be shown on a phone or in a message. */
export const shownMatter = async (
  known: Matter,
  language: Language,
  sensitive: SensitiveMatters,
): Promise<string> => (await shownMatters(known, sensitive))[language];
