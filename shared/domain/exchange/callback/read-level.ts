import type { Part } from '../../rating/doubt.ts';
import { levelPressed } from '../../rating/level-pressed.ts';
import type { Level } from '../../rating/level.ts';
import { codeOf, isShownWhole, memberOf, readList, sentOf } from '../../text/sent-value.ts';
import { zhejiang } from '../record/zhejiang.table.ts';
import { saysMore } from './other-members.ts';

/** The overall level comes first; what further levels rate is not documented. */
const sentLevels = (item: unknown): readonly [unknown, ...unknown[]] => {
  const sent = memberOf(item, 'evaluationLevelModelList');
  const { items, complete } = readList(sent);
  if (!complete) return [sent];
  const [overall, ...others] = items.map((one) => memberOf(one, 'level') ?? one);
  return [overall, ...others];
};

const nameOf = (sent: unknown): Level | undefined =>
  zhejiang.level.nameOf(codeOf(sent) ?? '') ?? levelPressed(sent);

/** Returns the level of an evaluation by its code, or by a name that can mean only one. */
export const levelOf = (item: unknown): Level | undefined => nameOf(sentLevels(item)[0]);

/** A rating names this many further levels. */
const mostNamed = 20;

/**
 * Reads the level; one that cannot be read is what two persons stated, if they did. Further levels
 * that differ from it are doubts, and the callback is kept.
 */
export const readLevel = (item: unknown, stated: Level | undefined): Part<Level | undefined> => {
  const [sent, ...others] = sentLevels(item);
  const level = nameOf(sent);
  if (level === undefined) {
    const doubt = { code: 'level_stated' as const, sent: sentOf(sent) };
    return { value: stated, doubts: [doubt], complete: isShownWhole(sent) };
  }
  const differing = new Set(others.filter((one) => nameOf(one) !== level).map(sentOf));
  const { items } = readList(memberOf(item, 'evaluationLevelModelList'));
  return {
    value: level,
    doubts: [...differing]
      .slice(0, mostNamed)
      .map((one) => ({ code: 'several_levels' as const, sent: one })),
    complete: differing.size === 0 && !items.some((one) => saysMore(one, 'level')),
  };
};
