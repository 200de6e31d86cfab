import { ownChannels } from '../../../shared/domain/rating/channel.ts';
import type { Caller, Reply } from './loop-client.ts';

/** For a key of this machine that may be used for everything in the city. */
export const wholeCity = {
  areas: ['330600'],
  departments: 'all',
  channels: ownChannels,
  numberPrefixes: [],
} as const;

interface Done<Result> {
  readonly approvalId: string;
  readonly state: 'done';
  readonly result: Result;
}

/** The second person confirms what a colleague proposed; an answer without a proposal is kept. */
export const confirmProposed = async <Result>(
  second: Caller,
  proposed: Reply<unknown>,
): Promise<Reply<Result>> => {
  if (proposed.status !== 202) return proposed as Reply<Result>;
  const { approvalId } = proposed.body as { readonly approvalId: string };
  const done = await second.post<Done<Result>>(`/v1/approvals/${approvalId}/confirm`, {});
  return done.status === 200
    ? { ...done, body: done.body.result }
    : (done as Reply<unknown> as Reply<Result>);
};
