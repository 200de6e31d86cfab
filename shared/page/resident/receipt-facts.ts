import type { FormFacts } from './form-facts.ts';

export interface DeadlineFacts {
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly sentence: string;
  readonly days: readonly {
    readonly date: string;
    readonly counts: boolean;
    readonly text: string;
  }[];
}

/** A level with its reasons and words. */
export interface SaidFacts {
  readonly name: string;
  readonly tags: readonly { readonly text: string }[];
  readonly text?: string | undefined;
}

export interface TicketFacts {
  readonly state: string;
  readonly name: string;
  readonly round: number;
  readonly stages: readonly {
    readonly stage: string;
    readonly name: string;
    readonly at: string | null;
  }[];
  readonly contact: DeadlineFacts;
  readonly rectify: DeadlineFacts;
  readonly contactAttempts: number;
  readonly answers: readonly { readonly at: string; readonly text: string }[];
  readonly dismissal?: { readonly at: string; readonly reason: string | null } | undefined;
  readonly transferred?: { readonly at: string; readonly words: string } | undefined;
  readonly extension?: { readonly days: number; readonly from: string | null } | undefined;
  readonly reviewOn?: string | undefined;
  readonly looks: readonly { readonly at: string; readonly role: string }[];
  readonly followUp?: (SaidFacts & { readonly at: string }) | undefined;
  readonly may: { readonly append: { readonly until: string } | null };
}

export interface ReceiptFacts {
  readonly receipt: string;
  readonly matter: string;
  readonly department: string;
  readonly rating: SaidFacts & {
    readonly channelName: string;
    readonly receivedAt: string;
  };
  /** The rating was ruled not to be the applicant's. */
  readonly voidedAt?: string | undefined;
  readonly ticket?: TicketFacts | undefined;
}

export interface ReceiptPage {
  readonly facts: ReceiptFacts;
  readonly follow: FormFacts;
  /** Where messages are refused. */
  readonly messages: string | undefined;
  /** Whom to turn to. */
  readonly phone: string;
}
