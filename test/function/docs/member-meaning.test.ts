import { describe, expect, it } from 'vitest';

import { contractSchemas } from '../../../events/contract-schemas.table.ts';
import { operations } from '../../../events/contract.table.ts';
import type { Operation } from '../../../events/contract.ts';
import { memberMeaning } from '../../../functions/docs/member-meaning.ts';
import { memberWords, titlesInChinese } from '../../../functions/docs/member-words.table.ts';
import { jsonSchemaOf } from '../../../functions/docs/openapi-schemas.ts';
import { schemaRows } from '../../../functions/docs/schema-rows.ts';

const all: readonly Operation[] = operations;

const rows = all.flatMap(({ audience, request }) =>
  request !== undefined && 'schema' in request
    ? schemaRows(jsonSchemaOf(contractSchemas[request.schema])).map((row) => ({
        ...row,
        audience,
        schema: request.schema,
      }))
    : [],
);

describe('the meaning of a member', () => {
  it('is told in Chinese wherever the schema has a title, and for no title that is gone', () => {
    const titles = new Set(rows.map(({ title }) => title).filter((title) => title !== ''));
    expect(Object.keys(titlesInChinese).toSorted()).toEqual([...titles].toSorted());
    for (const zh of Object.values(titlesInChinese)) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it('is told in both languages to residents and pads', () => {
    const own = rows.filter(({ audience }) => audience === 'resident' || audience === 'pad');
    const untold = own.filter((row) => {
      const [zh, en] = [memberMeaning(row.schema, row, 'zh'), memberMeaning(row.schema, row, 'en')];
      return !/\p{Script=Han}/u.test(zh) || en === '';
    });
    expect(untold.map(({ schema, path }) => `${schema}.${path}`)).toEqual([]);
  });

  it('has no words for a member that no request has', () => {
    const known = new Set(
      rows.flatMap(({ schema, path }) => [`${schema}.${path}`, path.split('.').at(-1)]),
    );
    expect(Object.keys(memberWords).filter((name) => !known.has(name))).toEqual([]);
  });
});
