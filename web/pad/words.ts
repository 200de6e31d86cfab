/** The same shapes as those of `events/`, whose schemas need a newer language than old pads have. */

export type Language = 'zh' | 'en';

/** A text in both languages, because the pad changes its language without asking the server. */
export type Both = Readonly<Record<Language, string>>;

export type Level =
  | 'very_satisfied'
  | 'satisfied'
  | 'basically_satisfied'
  | 'dissatisfied'
  | 'very_dissatisfied';

interface Indicator {
  readonly code: string;
  readonly text: string;
  /** `base` is shown at once, `expanded` on "more". */
  readonly set?: 'base' | 'expanded' | undefined;
}

export interface LevelChoice {
  readonly level: Level;
  readonly name: string;
  /** A rating of this level needs a tag or a text. */
  readonly reasonRequired: boolean;
  readonly indicators: readonly Indicator[];
}

interface IndicatorTable {
  readonly version: number;
  /** Best first. */
  readonly levels: readonly LevelChoice[];
}

/** The levels, each with its indicators, in both languages. */
export type Indicators = Readonly<Record<Language, IndicatorTable>>;
