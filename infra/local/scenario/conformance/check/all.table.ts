/** All checks of a service, in the order in which an integrator needs them. */
import type { Check } from './check.ts';
import { eventChecks } from './events.ts';
import { fileChecks } from './file.ts';
import { invitationChecks } from './invitation.ts';
import { problemChecks } from './problem.ts';
import { rightChecks } from './right.ts';
import { signatureChecks } from './signature.ts';

export const serviceChecks: readonly Check[] = [
  ...signatureChecks,
  ...problemChecks,
  ...eventChecks,
  ...invitationChecks,
  ...rightChecks,
  ...fileChecks,
];
