import { areaOfHall } from '../pad/pad.ts';
import type { Press } from '../pad/press.ts';
import type { Rules } from '../ticket/ticket.ts';
import { boxOf, sendingMoment } from './notice.ts';
import type { PadNotice } from './notice.ts';

/**
 * Returns the notice to the supervisor of the hall that somebody is dissatisfied at a window and has
 * no ticket yet. It says nothing of what was pressed; a repeat of the press is the same notice.
 */
export const unboundNotice = (press: Press, rules: Pick<Rules, 'timetable'>): PadNotice => {
  const { padId, sequence, hall, window, arrivedAt: at } = press;
  const area = areaOfHall(hall);
  return {
    id: `${padId}.${sequence}.press_unbound.supervisor`,
    type: 'press_unbound',
    box: boxOf('supervisor', { area, creditCode: '' }),
    padId,
    hall,
    window,
    area,
    at,
    sendAt: sendingMoment(rules, at),
    state: 'waiting',
    version: 1,
  };
};
