import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';

import type { Approval } from '../../shared/domain/access/approval.ts';
import type { Contest } from '../../shared/domain/rating/contest/contest.ts';
import { storedApproval } from '../../shared/store/access/approval-schema.ts';
import { storedContest } from '../../shared/store/rating/contest-schema.ts';
import type { StoredKind } from '../../shared/store/stored-kind.ts';
import { fromItem } from '../../shared/store/table.ts';
import { examples } from './examples.table.ts';

const read = <T>(kind: StoredKind<T>, v: number, body: object): T =>
  fromItem(kind, {
    ...marshall({ pk: 'PK#1', sk: 'SK#1', kind: kind.name, v }),
    ...marshall(body),
  });

describe('what was ruled before neither rating could be set aside', () => {
  it.each([
    [true, 'upheld'],
    [false, 'rejected'],
  ])('in a contest: upheld %s', (upheld, outcome) => {
    const [example] = examples.contest.bodies as readonly Contest[];
    if (example?.ruling === undefined) throw new Error('no example of a ruling');
    const { ruling, ...contest } = example;
    const { outcome: _newer, ...signed } = ruling;
    const older = { ...contest, ruling: { ...signed, upheld } };
    expect(read(storedContest, 2, older)).toStrictEqual({
      ...contest,
      ruling: { ...signed, outcome },
    });
    expect(read(storedContest, 2, contest)).toStrictEqual(contest);
  });

  it.each([
    [true, 'upheld'],
    [false, 'rejected'],
  ])('in an approval: upheld %s', (upheld, outcome) => {
    const approvals = examples.approval.bodies as readonly Approval[];
    const newer = approvals.find(({ proposal }) => proposal.power === 'contest_ruling');
    if (newer?.proposal.power !== 'contest_ruling') throw new Error('no example of a ruling');
    const { outcome: _newer, ...proposal } = newer.proposal;
    const older = { ...newer, proposal: { ...proposal, upheld } };
    expect(read(storedApproval, 2, older)).toStrictEqual({
      ...newer,
      proposal: { ...proposal, outcome },
    });
  });
});
