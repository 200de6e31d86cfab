/** `npm run bench`: what is measured, printed beside what it is to reach; nothing here is a test. */
import { parseArgs } from 'node:util';

import { ratingUnits } from './rating-units.ts';

const { values } = parseArgs({ options: { ratings: { type: 'string', default: '1000' } } });

const each = (units: number, ratings: number): string => (units / ratings).toFixed(2);

const { ratings, intake, behind } = await ratingUnits(Number(values.ratings));
const all = intake.write + behind.write;
console.log(`${ratings} good ratings at 50 a second, each:`);
console.log(`  write units at intake            ${each(intake.write, ratings)}   (to reach: ≤ 2)`);
console.log(`  write units for figures, report  ${each(behind.write, ratings)}`);
console.log(`  write units in all               ${each(all, ratings)}   (to reach: ≤ 4)`);
console.log(`  read units in all                ${each(intake.read + behind.read, ratings)}`);
