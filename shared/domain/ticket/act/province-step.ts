/**
 * 省级处理: records what the provincial center did on its side of a ticket; it decides nothing
 * here.
 */
import type { Act } from './act.ts';

export const provinceStep: Act<'provinceStep'> = (_ticket, { type: _type, note, ...facts }) => ({
  type: 'province_step',
  facts,
  sealedNote: note,
});
