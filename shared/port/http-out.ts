export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostAnswer {
  readonly status: number;
  /** The beginning of the body, as far as the caller wanted to read. */
  readonly body: string;
}

/** There was no answer: the connection was refused or dropped, or timed out. */
export class NoAnswer extends Error {}

/** The host name leads to an address that may not be called; nothing was sent. */
export class AddressRefused extends Error {}

/** Outgoing calls to external systems. Redirects are not followed; they are answers. */
export interface HttpOut {
  /** @throws NoAnswer | AddressRefused */
  post(request: OutgoingPost): Promise<PostAnswer>;
}
