import type { FormFacts } from './form-facts.ts';

/** Who processes the personal data, and how long. */
export interface PrivacyFacts {
  /** Undefined where the deployment does not say. */
  readonly unit: string | undefined;
  readonly phone: string;
  readonly years: number;
}

export interface RateView extends FormFacts {
  readonly token: string;
  readonly matter: string;
  readonly department: string;
  readonly service: string;
  readonly servedAt: string;
  /** Masked. */
  readonly applicant: string;
  /** Undefined for the link of a pad, which has no end. */
  readonly validUntil: string | undefined;
  /** When the department would have to contact the resident, if a bad rating came now. */
  readonly contactBy: string | undefined;
  readonly privacy: PrivacyFacts;
  /** Where messages are refused. */
  readonly messages: string | undefined;
}
