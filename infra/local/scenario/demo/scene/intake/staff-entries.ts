import { EntryAccepted } from '../../../../../../events/rating/entry-view.ts';
import { RatingReceipt } from '../../../../../../events/rating/rating.ts';
import type { EnteredChannel } from '../../../../../../shared/domain/rating/channel.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { reportEvents } from './case-arrives.ts';
import type { Words } from './rate.ts';

interface Written {
  readonly channel: EnteredChannel;
  readonly record: string;
  readonly by: string;
  readonly checkedBy: string;
  readonly words: Words;
}

const enterRating = async (stage: Stage, written: Written): Promise<void> => {
  const { tell } = stage;
  const event = stage.cases.accepted();
  await reportEvents(stage, [event]);
  const { projectNo } = event;
  const { channel, words, by, checkedBy } = written;
  const record = `${written.record}${projectNo}`;
  const first = await stage.as(by);
  const entry = { projectNo, serviceNumber: 1, channel, record, ...words };
  const { id, state } = expectBody(await first.post('/v1/entries', entry), 202, EntryAccepted);
  expectThat(state === 'awaiting', 'the entry waits for a second person', state);
  const confirm = `/v1/entries/${id}/confirm`;
  const own = await first.post(confirm, { matches: true });
  tell.quote(inShort(expectProblem(own, 403, 'same_person')));
  const second = await (await stage.as(checkedBy)).post(confirm, { matches: true });
  const { receipt, ticket } = expectBody(second, 201, RatingReceipt);
  const bad = words.level.includes('dissatisfied');
  expectThat((ticket !== undefined) === bad, 'a ticket for a bad rating only', ticket);
  stage.rated.push({ channel, projectNo, receipt, bad });
};

/** 代录: what came by telephone or on paper counts only after a second person compared it. */
export const staffEntries = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('电话与纸质评价', 'By telephone and on paper');
  tell.say(
    '代为登记的评价，须由他人对照原始记录复核后生效。',
    'A rating entered by staff counts once another person has compared it.',
  );
  await enterRating(stage, {
    channel: 'hotline',
    record: 'L',
    by: 'hotline-1',
    checkedBy: 'hotline-2',
    words: { level: 'dissatisfied', tags: ['212'], text: '预约了还要重新排队。' },
  });
  tell.pass('12345 录音，已由他人复核', 'hotline recording, confirmed by another person');
  await enterRating(stage, {
    channel: 'paper',
    record: 'Z',
    by: 'clerk-yuecheng-1',
    checkedBy: 'clerk-yuecheng-2',
    words: { level: 'very_satisfied', text: '老人不会用手机，窗口帮忙办好了。' },
  });
  tell.pass('纸质评价表，已由他人复核', 'paper form, confirmed by another person');
};
