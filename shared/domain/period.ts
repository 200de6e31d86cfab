import { monthOf } from './month.ts';
import type { Month } from './month.ts';
import { civilDateOf } from './time.ts';
import type { Instant } from './time.ts';

/** 周期: whether the month's last day has passed in Shanghai. */
export const isOver = (period: Month, at: Instant): boolean => period < monthOf(civilDateOf(at));
