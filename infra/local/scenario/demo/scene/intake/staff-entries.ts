import type { EnteredChannel } from '../../../../../../shared/domain/rating/channel.ts';
import { expectThat } from '../../../player/expectation.ts';
import type { RatingWords } from '../../../player/rating-words.ts';
import type { Stage } from '../../stage.ts';
import { keepRating, reportCase } from './rate.ts';

interface Entry {
  readonly channel: EnteredChannel;
  readonly record: string;
  readonly by: string;
  readonly checkedBy: string;
  readonly words: RatingWords;
}

const enterRating = async (stage: Stage, entry: Entry): Promise<void> => {
  const { channel, words, by, checkedBy } = entry;
  const projectNo = await reportCase(stage);
  const record = `${entry.record}${projectNo}`;
  const body = { projectNo, serviceNumber: 1, channel, record, ...words };
  const { id, state } = await stage.play('enterRating', { by, body });
  expectThat(state === 'awaiting', 'the entry waits for a second person', state);
  const confirmation = { at: { id }, body: { matches: true } };
  await stage.showRefusal('confirmEntry', { by, ...confirmation }, '403 same_person');
  const answer = await stage.play('confirmEntry', { by: checkedBy, ...confirmation });
  expectThat(answer.state === 'confirmed', 'the entry is a rating', answer);
  // The receipt is the resident's; staff are not given it.
  keepRating(stage, { channel, projectNo }, { words, answer });
};

/** 代录: a rating by telephone or on paper counts when a second person has compared it. */
export const playStaffEntries = async (stage: Stage): Promise<void> => {
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
