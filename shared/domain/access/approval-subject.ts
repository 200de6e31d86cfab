import type { Approval } from './approval.ts';
import type { Proposal } from './proposal.ts';

type Subject = Readonly<Record<string, string>>;

type OfPress = Extract<Proposal, { readonly power: 'settle_press' | 'take_up_rating' }>;

const isOfPress = (proposal: Proposal): proposal is OfPress =>
  proposal.power === 'settle_press' || proposal.power === 'take_up_rating';

/** What a proposal about a press of a pad names. */
const pressNamedIn = (proposal: OfPress): Subject => {
  const { padId } = proposal;
  const sequence = String(proposal.sequence);
  if (proposal.power === 'settle_press') return { padId, sequence };
  const { projectNo, serviceNumber } = proposal;
  return { padId, projectNo, sequence, serviceNumber: String(serviceNumber) };
};

/** Returns the ids, codes and versions that a proposal names; no text, and nothing secret. */
const namedIn = (proposal: Proposal): Subject => {
  if (isOfPress(proposal)) return pressNamedIn(proposal);
  if ('callbackId' in proposal) return { callbackId: proposal.callbackId };
  switch (proposal.power) {
    case 'integrator':
      return { accessKey: proposal.accessKey, system: proposal.system };
    case 'pad':
      return { padId: proposal.padId, hall: proposal.hall, window: proposal.window };
    case 'webhook':
      return { webhookId: proposal.webhook.id };
    case 'center_access':
      return { accessKey: proposal.accessKey };
    case 'calendar_year':
      return { year: String(proposal.calendar.year), version: String(proposal.after + 1) };
    case 'policy':
      return { version: String(proposal.policyVersion) };
    case 'register': {
      const { noun, area, after } = proposal;
      return { noun, area, version: String(after + 1) };
    }
    case 'case_owner':
      return { projectNo: proposal.projectNo, from: proposal.from, to: proposal.to };
    case 'contest_ruling':
      return { contestId: proposal.contestId };
    default:
      return proposal satisfies never;
  }
};

/** What an approval is about, for the log of acts: its id, its power and what it names. */
export const approvalSubject = ({ id, proposal }: Approval): Subject => ({
  approvalId: id,
  power: proposal.power,
  ...namedIn(proposal),
});
