import * as z from 'zod/mini';

import type { ApprovalProposed } from '../../../../events/access/approval.ts';
import { ExpectationFailed } from './expectation.ts';
import type { Given, Player } from './player.ts';
import type { AnswerOf, StepName } from './steps.table.ts';

/** The steps that need two persons. */
type ByTwo = {
  [Name in StepName]: AnswerOf<Name> extends ApprovalProposed ? Name : never;
}[StepName];

interface GivenByTwo<Name extends ByTwo> extends Given<Name> {
  readonly by: string;
  /** The account that confirms. */
  readonly and: string;
}

/** One person proposes the step, another confirms it; returns what came of it. */
export const playByTwo = async <Name extends ByTwo, Result extends z.ZodMiniType>(
  player: Pick<Player, 'play'>,
  name: Name,
  { given, result }: { readonly given: GivenByTwo<Name>; readonly result: Result },
): Promise<z.output<Result>> => {
  const { and, ...step } = given;
  const { approvalId: id } = await player.play(name, step);
  const about = given.about ?? name;
  const done = await player.play('confirmApproval', { by: and, at: { id }, body: {}, about });
  const read = result.safeParse(done.result);
  if (read.success) return read.data;
  throw new ExpectationFailed(`${about}: what was confirmed`, z.prettifyError(read.error));
};
