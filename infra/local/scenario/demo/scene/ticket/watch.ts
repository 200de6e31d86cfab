import { ticketBoxKinds } from '../../../../../../shared/domain/notice/notice.ts';
import { expectThat } from '../../../player/expectation.ts';
import { supervisor } from '../../case-maker.ts';
import { rungWords } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';
import { readNotices, rungOf } from './inbox.ts';
import { findBad, readTicket, ticketOf } from './ticket.ts';

const findDuplicates = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

/** 漏升级监测: after the ladder, no escalation is missed and none happened twice. */
export const playWatch = async (stage: Stage): Promise<void> => {
  const { tell, clock } = stage;
  tell.scene('应提级未提级监测', 'The watch counts missed escalations');
  const ticketId = ticketOf(findBad(stage, 'app'));
  await clock.pass(61);
  await clock.pass(61);
  const { audit, openedAt, overdue, late } = await readTicket(stage, ticketId);
  const fired = audit.steps.flatMap((step) => (step.type === 'escalated' ? step.facts.rung : []));
  expectThat(findDuplicates(fired).length === 0, 'no rung fired twice', fired);
  const isLate = audit.intact && overdue && late;
  expectThat(isLate, 'late for good, the audit chain whole', { overdue, late });
  for (const kind of ticketBoxKinds) {
    const own = await readNotices(stage, kind, { ticketId, since: openedAt });
    expectThat(findDuplicates(own.map(rungOf)).length === 0, `${kind} was told nothing twice`, own);
  }
  const overdueView = { by: supervisor, query: { view: 'overdue' } };
  const { tickets } = await stage.play('listTickets', overdueView);
  expectThat(tickets.length > 0, 'the overdue view is not empty', tickets.length);
  const { missedEver, results } = await stage.play('readWatch', { by: 'auditor' });
  const [newest] = results;
  const since = results.filter(({ at }) => Date.parse(at) > Date.parse(openedAt));
  const isNoneMissed = since.length > 0 && since.every(({ missed }) => missed === 0);
  expectThat(isNoneMissed, 'nothing was missed', since);
  const rungs = Object.values(rungWords).length;
  tell.quote(`${newest?.at ?? ''} · open ${newest?.openTickets ?? 0} · missed ever ${missedEver}`);
  tell.pass(
    `${rungs} 级各触发一次，应提级未提级 0 件`,
    `${rungs} rungs once each; escalations missed: 0`,
  );
};
