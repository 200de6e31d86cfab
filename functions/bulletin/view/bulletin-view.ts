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
import { translator } from './translate.ts';
import { text } from './view.ts';
import type { Cell, BulletinView, BulletinSection } from './view.ts';
import { workSections } from './work.ts';

/** Formats a moment as `2026-12-01 09:30` in Shanghai time. */
const minuteText = (at: Instant): string => withOffset(at).slice(0, 16).replace('T', ' ');

const scoresInWords = ({ bulletin, language }: Writing): string =>
  levels
    .map((level) => `${levelNames[level][language]} ${bulletin.policy.scores[level]}`)
    .join(language === 'zh' ? '、' : ', ');

const policyNote = ({ bulletin: { policy }, language, translate }: Writing): string =>
  translate(policy.source.official ? 'scoreOfficial' : 'scoreDefault', {
    version: policy.version,
    source: policy.source[language],
  });

const methodSection = (writing: Writing): BulletinSection => {
  const { language, translate } = writing;
  const rows = rankedMeasures.map((name): readonly Cell[] =>
    name === 'score'
      ? [
          measureName(name, language),
          translate('scoreFormula'),
          translate('scoreNote', { scores: scoresInWords(writing) }),
        ]
      : [
          measureName(name, language),
          formulaOf(measures[name], language),
          measures[name].note[language],
        ],
  );
  return {
    heading: translate('method'),
    notes: [translate('defaults'), policyNote(writing)],
    tables: [
      {
        title: translate('formulas'),
        sheet: translate('formulas'),
        columns: [
          text(translate('measure'), 1.4),
          text(translate('formula'), 4),
          text(translate('note'), 4),
        ],
        rows,
        charts: [],
        empty: translate('nothing'),
      },
    ],
  };
};

const notesOf = ({ bulletin, translate }: Writing): readonly string[] => {
  const { over, span, at, figuresUntil } = bulletin;
  return [
    translate(over ? 'over' : 'running', { from: span.from, to: span.to }),
    figuresUntil === undefined
      ? translate('madeEmpty', { at: minuteText(at) })
      : translate('made', { at: minuteText(at), until: minuteText(figuresUntil) }),
  ];
};

const monthInWords = (month: string, language: Language): string =>
  language === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month;

const numerals = '一二三四五六七八九十';

const numberOf = (index: number, language: Language): string =>
  language === 'zh' ? `${numerals[index] ?? index + 1}、` : `${index + 1}. `;

export const viewOf = (bulletin: Bulletin, language: Language): BulletinView => {
  const writing: Writing = { bulletin, language, translate: translator(language) };
  return {
    language,
    title: writing.translate('title'),
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
