/** Words that the code does not use, because the field has its own terms. */
import { codeOf } from './source.ts';
import type { Source } from './source.ts';

/** Whole identifiers, with their replacements. */
const identifiers: readonly (readonly [RegExp, string])[] = [
  [/\b\w*Doors?\b|\bdoors?\b/, 'Deps, an API, an endpoint or a channel'],
  [/\babreast\b|\binLanes\b/, 'mapConcurrent, mapInOrderByKey'],
  [/\b[oO]utlets?\b|\b\w+Outlets?\b/, 'publisher'],
  [/\bdeeds?\b|\bDeeds?\b/, 'action'],
  [/\bwish(?:es)?\b|\bWish\b/, 'requested notice'],
  [/\bmayNot\b/, 'refusalFor'],
  [/\bstepBook\b|\bStepBook\b/, 'stepLedger'],
];

/** In comments: figurative words, and documents that are not in the product. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:design|domain|house|speed|faults|trust|pages|words|deploy|style|peers)\.md\b/,
    'the source itself',
  ],
  [/\bbehind the (?:caller's )?back\b/, 'what happens instead'],
  [/\b(?:reckon|reckons|reckoned|reckoning)\b/, 'count, compute'],
  [/\bmend(?:s|ed|ing)?\b/, 'fix, repair'],
  [/\bwhoever\b/i, 'the caller, the person who'],
  [/\babreast\b|\bin lanes\b/, 'concurrently, in order per key'],
  [/\boutlets?\b/, 'publisher'],
  [/\bdeeds?\b/, 'action'],
];

const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

const commentsOf = ({ text }: Source): string =>
  (text.replaceAll(quoted, '').match(comments) ?? []).join('\n');

const foundIn = (text: string, banned: readonly (readonly [RegExp, string])[]): readonly string[] =>
  banned.flatMap(([word, instead]) => {
    const [found] = word.exec(text) ?? [];
    return found === undefined ? [] : [`${found} (write: ${instead})`];
  });

/** Banned words in the names and the comments of a file. */
export const bannedWordsIn = (source: Source): readonly string[] => [
  ...foundIn(codeOf(source), identifiers),
  ...foundIn(commentsOf(source), spoken),
];
