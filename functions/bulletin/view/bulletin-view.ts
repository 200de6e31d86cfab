import type { Bulletin } from '../../../shared/domain/bulletin/bulletin.ts';
import { rankedMeasures } from '../../../shared/domain/bulletin/standing.ts';
import { formulaOf } from '../../../shared/domain/figures/measure-words.ts';
import { measures } from '../../../shared/domain/figures/measure.table.ts';
import { levelNames, levels } from '../../../shared/domain/rating/level.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { measureName, overviewSections } from './overview.ts';
import type { Writing } from './overview.ts';
import { rankingSections } from './ranking.ts';
import { sayIn } from './translate.ts';
import { text } from './view.ts';
import type { Cell, Paper, PaperSection } from './view.ts';
import { workSections } from './work.ts';

/** `2026-12-01 09:30`, Shanghai. */
const minuteText = (at: Instant): string => withOffset(at).slice(0, 16).replace('T', ' ');

const scoresInWords = ({ bulletin, language }: Writing): string =>
  levels
    .map((level) => `${levelNames[level][language]} ${bulletin.policy.scores[level]}`)
    .join(language === 'zh' ? '、' : ', ');

const policyNote = ({ bulletin: { policy }, language, say }: Writing): string =>
  say(policy.source.official ? 'scoreOfficial' : 'scoreDefault', {
    version: policy.version,
    source: policy.source[language],
  });

const methodSection = (writing: Writing): PaperSection => {
  const { language, say } = writing;
  const rows = rankedMeasures.map((name): readonly Cell[] =>
    name === 'score'
      ? [
          measureName(name, language),
          say('scoreFormula'),
          say('scoreNote', { scores: scoresInWords(writing) }),
        ]
      : [
          measureName(name, language),
          formulaOf(measures[name], language),
          measures[name].note[language],
        ],
  );
  return {
    heading: say('method'),
    notes: [say('defaults'), policyNote(writing)],
    tables: [
      {
        title: say('formulas'),
        sheet: say('formulas'),
        columns: [text(say('measure'), 1.4), text(say('formula'), 4), text(say('note'), 4)],
        rows,
        charts: [],
        empty: say('nothing'),
      },
    ],
  };
};

const notesOf = ({ bulletin, say }: Writing): readonly string[] => {
  const { over, span, at, figuresUntil } = bulletin;
  return [
    say(over ? 'over' : 'running', { from: span.from, to: span.to }),
    figuresUntil === undefined
      ? say('madeEmpty', { at: minuteText(at) })
      : say('made', { at: minuteText(at), until: minuteText(figuresUntil) }),
  ];
};

const monthInWords = (month: string, language: Language): string =>
  language === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month;

const numerals = '一二三四五六七八九十';

const numberOf = (index: number, language: Language): string =>
  language === 'zh' ? `${numerals[index] ?? index + 1}、` : `${index + 1}. `;

export const paperOf = (bulletin: Bulletin, language: Language): Paper => {
  const writing: Writing = { bulletin, language, say: sayIn(language) };
  return {
    language,
    title: writing.say('title'),
    subtitle: `${bulletin.area[language]} · ${monthInWords(bulletin.month, language)}`,
    notes: notesOf(writing),
    sections: [
      ...overviewSections(writing),
      ...rankingSections(writing),
      ...workSections(writing),
      methodSection(writing),
    ].map((section, index) => ({
      ...section,
      heading: `${numberOf(index, language)}${section.heading}`,
    })),
  };
};
