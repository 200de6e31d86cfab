import { civilDateOf } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { monthOf } from '../time/month.ts';
import type { Month } from '../time/month.ts';

/** 周期: whether the month's last day has passed in Shanghai. */
export const isOver = (period: Month, at: Instant): boolean => period < monthOf(civilDateOf(at));
