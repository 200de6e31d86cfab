import type { PrivacyFacts } from '../../shared/page/resident/rate-view.ts';

/** What the build was told, on the root of the document. */
export interface Settings {
  /** The origin of the interface. */
  readonly api: string;
  readonly privacy: PrivacyFacts;
}

export const readSettings = ({ dataset }: HTMLElement): Settings => ({
  api: dataset['api'] ?? '',
  privacy: {
    unit: dataset['unit'] ?? '',
    phone: dataset['phone'] ?? '',
    years: Number(dataset['years']),
  },
});
