import { civilDateOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { monthOf } from '../time/month.ts';
import type { Month } from '../time/month.ts';

/** Returns whether the last day of the month (周期) has passed in Shanghai. */
export const isOver = (period: Month, at: Instant): boolean => period < monthOf(civilDateOf(at));
