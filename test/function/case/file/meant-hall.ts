/** Random lines of the register of halls. */
import * as fc from 'fast-check';

import { registerColumns } from '../../../../events/oversight/register-file.table.ts';
import { anyText, as, optional, pick, refused, wide, within, words } from './meant-line.ts';
import type { TableKind } from './meant-line.ts';

let serial = 0;

const code = fc.constant(0).chain(() => {
  serial += 1;
  const plain = `330602-H${serial}`;
  const texts = [plain, wide(plain), within(plain, '\u00AD'), ` ${plain}`, `'${plain}`];
  return pick(as(plain, ...texts), as(refused, '3.30602E+20'));
});

const week = [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }];

const cells = {
  code,
  name: anyText,
  level: words('county', 'county', '县级', '区级', '县（市、区）级'),
  windows: pick(
    as(['A01', 'A02'], 'A01、A02', 'A01,A02', 'A01；A02', 'A01\nA02', wide('A01,A02')),
    as(refused, 'A_1', '#REF!'),
  ),
  hours: optional(
    pick(
      as(week, '周一至周五 8:30-17:30', '1-5 08:30-17:30', '星期一到星期五 08:30-17:30'),
      as(refused, '每天上午', '周五至周一 08:30-17:30', '周一 17:30-08:30'),
    ),
  ),
} as const;

export const hallTable: TableKind = {
  names: Object.keys(cells),
  columns: registerColumns('halls'),
  line: fc.record(cells),
  mergeable: 'level',
};
