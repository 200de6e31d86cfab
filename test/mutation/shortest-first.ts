import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** A run ends with the first test that fails, so the files that take longest come last. */
export class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longestFirst = await super.sort(files);
    return longestFirst.toReversed();
  }
}
