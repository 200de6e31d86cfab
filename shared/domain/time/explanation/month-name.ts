import { monthNumber } from '../instant.ts';
import type { CivilDate } from '../instant.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const monthInEnglish = (date: CivilDate): string => String(MONTHS[monthNumber(date) - 1]);
