import { shippedPlaces } from '../../shared/domain/area/place-list.ts';
import type { BulletinSource } from '../../shared/domain/bulletin/bulletin.ts';
import type { Counted } from '../../shared/domain/bulletin/standing.ts';
import { sumOf } from '../../shared/domain/figures/slot.ts';
import type { Counts } from '../../shared/domain/figures/slot.ts';
import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import { civilDate } from '../../shared/domain/time/instant.ts';
import { Month } from '../../shared/domain/time/month.ts';
import { at } from '../fake/clock.ts';

const november = Month.parse('2026-11');

/** A plausible count that depends only on the row and the place in it. */
const part = (seed: number, place: number, below: number): number =>
  (seed * 7919 + place * 104_729 + 13) % below;

/** A month of one department with consistent counts; `seed` 0 has no rating. */
export const monthCounts = (seed: number): Counts => {
  const contacts = 40 + part(seed, 1, 900);
  if (seed === 0) return { finished: contacts, contacts };
  const rated = Math.floor(contacts / 2) + part(seed, 2, 30);
  const bad = Math.min(part(seed, 3, 9), rated);
  const [dismissed, closed, held] = [bad > 6 ? 1 : 0, Math.floor(bad / 2), bad > 4 ? 1 : 0];
  const good = rated - bad;
  const [satisfied, basic] = [Math.floor(good / 5), Math.floor(good / 10)];
  const worst = Math.floor(bad / 3);
  const late = bad > 2 ? 1 : 0;
  return {
    finished: contacts - 5,
    contacts,
    invited: contacts - 2,
    rated,
    default_received: part(seed, 4, 3),
    bad,
    'rated:very_satisfied': good - satisfied - basic,
    'rated:satisfied': satisfied,
    'rated:basically_satisfied': basic,
    'rated:dissatisfied': bad - worst,
    'rated:very_dissatisfied': worst,
    'rated_by:qr': Math.floor(rated / 2),
    'rated_by:pad': rated - Math.floor(rated / 2),
    'bad_by:qr': bad,
    'contact:on_time': bad - late,
    'contact:late': late,
    'rectify:on_time': Math.max(0, closed - late),
    'rectify:missed': late,
    'state:closed': closed,
    'state:dismissed': dismissed,
    'state:hardship': held,
    'state:rectifying': bad - closed - dismissed - held,
    hardship: held,
    'claim:invalid': dismissed,
    'granted:invalid': dismissed,
    returns: late,
    follow_up: closed,
    'follow_up:satisfied': closed,
  };
};

const longName =
  '绍兴市住房和城乡建设局（绍兴市人民防空办公室、绍兴市综合行政执法指挥中心）行政审批服务处';

const departmentsOf = (many: number): readonly Counted[] =>
  Array.from({ length: many }, (_, index) => {
    const id = `11330602XX${String(index).padStart(8, '0')}`;
    const name = index === 1 ? longName : `第${index + 1}办事局`;
    return { id, names: { zh: name, en: name }, counts: monthCounts(index) };
  });

const days = (counts: Counts): BulletinSource['days'] =>
  [1, 2, 3, 27].map((day) => ({
    day: civilDate(`2026-11-${String(day).padStart(2, '0')}`)!,
    counts: day === 2 ? counts : { finished: day, rated: day - 1 },
  }));

/** November of the whole city with this number of departments; the city's counts are their sums. */
export const novemberOf = (many: number, changed: Partial<BulletinSource> = {}): BulletinSource => {
  const departments = departmentsOf(many);
  const counts = sumOf(departments.map((one) => one.counts));
  return {
    month: november,
    area: shippedPlaces[0]!,
    at: at('2026-12-01T09:30:00+08:00'),
    figuresUntil: at('2026-12-01T09:29:30+08:00'),
    policy: defaultPolicy,
    counts,
    countsBefore: sumOf(departments.slice(0, 3).map((one) => one.counts)),
    days: many === 0 ? [] : days(counts),
    areas: shippedPlaces.map(({ code, zh, en }, index) => ({
      id: code,
      names: { zh, en },
      counts: index < Math.min(many, 7) ? monthCounts(index) : {},
    })),
    departments,
    matters: departments.slice(0, 30).map(({ counts: own }, index) => ({
      id: `许可-${String(index).padStart(5, '0')}-000`,
      names: { zh: `事项${index}`, en: `事项${index}` },
      counts: own,
    })),
    coverage:
      many === 0
        ? []
        : [
            {
              names: { zh: '部门', en: 'Departments' },
              rate: { numerator: many - 1, denominator: many, value: 1 - 1 / many },
            },
          ],
    ...changed,
  };
};
