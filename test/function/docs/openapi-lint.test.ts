import { lintFromString, loadConfig } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

import { openApiDocument } from '../../../functions/docs/openapi.ts';

test('the OpenAPI document is clean by the rules of its linter', async () => {
  const config = await loadConfig({ configPath: 'redocly.yaml' });
  const source = JSON.stringify(openApiDocument());
  const found = await lintFromString({ source, absoluteRef: 'events/openapi.json', config });
  const shown = found.map(({ ruleId, message, location }) => ({
    ruleId,
    message,
    at: location.map((place) => place.pointer),
  }));
  expect(shown).toEqual([]);
});
