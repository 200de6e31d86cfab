import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

import { LONGEST } from './alone.ts';

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((path) => moduleId.endsWith(path));
  return place === -1 ? LONGEST.length : place;
};

/** Vitest orders files by earlier measurements; after `npm ci` there are none. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
