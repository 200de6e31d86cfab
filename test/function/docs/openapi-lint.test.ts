import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';

import { openApiDocument } from '../../../functions/docs/openapi.ts';

test('the OpenAPI document is clean by the rules of its linter', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      // Pages and files without any input: nothing of a caller can be refused.
      'operation-4xx-response': 'off',
      // A form of a page is answered by leading to another page: 303.
      'operation-2xx-response': 'off',
      // The routes of the gateway: the one with fewer variables is taken, and no period is called outbox.
      'no-ambiguous-paths': 'off',
    },
  });
  const source = JSON.stringify(openApiDocument());
  const found = await lintFromString({ source, absoluteRef: 'events/openapi.json', config });
  const shown = found.map(({ ruleId, message, location }) => ({
    ruleId,
    message,
    at: location.map((place) => place.pointer),
  }));
  expect(shown).toEqual([]);
});
