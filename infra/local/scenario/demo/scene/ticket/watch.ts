import { WatchView } from '../../../../../../events/escalation/watch-view.ts';
import { TicketList } from '../../../../../../events/ticket/view.ts';
import { fromEpoch } from '../../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import { boxKindsShown, rungWords } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';
import { readNotices, rungOf } from './inbox.ts';
import { badBy, fileOf, ticketOf } from './ticket.ts';

const minutes = 60_000;

/** The results of the hourly watches, as the auditor reads them. */
const readWatch = async (stage: Stage) => {
  const watch = await (await stage.as('auditor')).get('/v1/escalations/watch');
  return expectBody(watch, 200, WatchView);
};

const findDuplicates = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

/** 漏升级监测: after all that moving, nothing was missed and nothing was done twice. */
export const nothingMissed = async (stage: Stage): Promise<void> => {
  const { tell, clock } = stage;
  tell.scene('应提级未提级监测', 'The watch counts missed escalations');
  const ticketId = ticketOf(badBy(stage, 'app'));
  await clock.moveTo(fromEpoch(clock.now() + 61 * minutes));
  await clock.moveTo(fromEpoch(clock.now() + 61 * minutes));
  const { audit, openedAt, overdue, late } = await fileOf(stage, ticketId);
  const fired = audit.steps.flatMap(({ type, facts }) =>
    type === 'escalated' ? [String(facts['rung'])] : [],
  );
  expectThat(findDuplicates(fired).length === 0, 'no rung fired twice', fired);
  expectThat(audit.intact && overdue && late, 'late for good, the audit chain whole', {
    overdue,
    late,
  });
  for (const kind of boxKindsShown) {
    const own = await readNotices(stage, kind, { ticketId, since: openedAt });
    expectThat(findDuplicates(own.map(rungOf)).length === 0, `${kind} was told nothing twice`, own);
  }
  const list = await (await stage.as('supervisor-yuecheng')).get('/v1/tickets?view=overdue');
  const { tickets } = expectBody(list, 200, TicketList);
  expectThat(tickets.length > 0, 'the overdue view is not empty', tickets.length);
  const { missedEver, results } = await readWatch(stage);
  const [newest] = results;
  const since = results.filter(({ at }) => Date.parse(at) > Date.parse(openedAt));
  expectThat(
    since.length > 0 && since.every(({ missed }) => missed === 0),
    'nothing was missed',
    since,
  );
  const rungs = Object.values(rungWords).length;
  tell.quote(`${newest?.at ?? ''} · open ${newest?.openTickets ?? 0} · missed ever ${missedEver}`);
  tell.pass(
    `${rungs} 级各触发一次，应提级未提级 0 件`,
    `${rungs} rungs once each; escalations missed: 0`,
  );
};
