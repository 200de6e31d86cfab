import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import type { Source } from '../../shared/domain/figures/contribution.ts';
import { storedCase } from '../../shared/store/case/schema.ts';
import { changedItem, itemAfter, kindOf } from '../../shared/store/change.ts';
import { storedPad } from '../../shared/store/pad/schema.ts';
import { toItem } from '../../shared/store/table.ts';
import type { Attributes } from '../../shared/store/table.ts';
import { sampleCase, samplePad } from '../contract/suite/sample.ts';

const key = { pk: 'CASE#1', sk: 'CASE' };
const before = sampleCase();
const after = { ...before, version: 2 };

const imageOf = (known: typeof before): Attributes => toItem({ key, kind: storedCase }, known);

const change = (old: Attributes | undefined, now: Attributes | undefined): DynamoDBRecord =>
  ({
    eventName: 'MODIFY',
    dynamodb: { ...(old && { OldImage: old }), ...(now && { NewImage: now }) },
  }) as DynamoDBRecord;

const both = change(imageOf(before), imageOf(after));
const counted = ['case', 'rating'] as const satisfies Source['kind'][];

describe('a change of the table', () => {
  it('holds the stored object before and after', () => {
    expect(kindOf(both)).toBe('case');
    expect(itemAfter(both, 'case')).toEqual(after);
    expect(changedItem(both, 'OldImage', counted)).toEqual({ kind: 'case', of: before });
    expect(changedItem(both, 'NewImage', counted)).toEqual({ kind: 'case', of: after });
  });

  it('holds nothing before an item was there, and nothing after it was removed', () => {
    const removed = change(imageOf(before), undefined);
    expect([kindOf(removed), itemAfter(removed, 'case')]).toEqual([undefined, undefined]);
    expect(changedItem(removed, 'NewImage', counted)).toBeUndefined();
    expect(changedItem(change(undefined, imageOf(after)), 'OldImage', counted)).toBeUndefined();
  });

  it('of a kind that was not requested is not read', () => {
    const pad = change(undefined, toItem({ key, kind: storedPad }, samplePad()));
    expect(changedItem(pad, 'NewImage', counted)).toBeUndefined();
    expect(kindOf(pad)).toBe('pad');
  });

  it.each(['OldImage', 'NewImage'] as const)('is a fault when the %s does not fit', (which) => {
    const wrong = { ...imageOf(before), version: { S: 'one' } };
    const record = change(wrong, wrong);
    expect(() => changedItem(record, which, counted)).toThrow(
      'case CASE#1 CASE, version 4: does not fit the schema at version',
    );
    expect(() => itemAfter(record, 'case')).toThrow('does not fit the schema at version');
  });

  it('is a fault when the image is of another kind, of no known one, or has no version', () => {
    const { v: _v, ...old } = imageOf(before);
    expect(() => itemAfter(both, 'rating')).toThrow('expected an item of kind rating');
    expect(() => itemAfter(change(undefined, old), 'case')).toThrow('before versions');
    const strange = change(undefined, { ...imageOf(before), kind: { S: 'strange' } });
    for (const read of [() => kindOf(strange), () => changedItem(strange, 'NewImage', counted)]) {
      expect(read).toThrow('strange CASE#1 CASE, version 4: has a kind that this release');
    }
  });
});
