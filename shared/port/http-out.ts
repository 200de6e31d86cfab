export interface OutgoingPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostAnswer {
  readonly status: number;
  /** Its beginning, as far as the caller wanted to read. */
  readonly body: string;
}

/** No answer came: refused, cut off, or not within the time allowed. */
export class NoAnswer extends Error {}

/** Calls of ours to systems of others. Redirects are not followed; they are answers. */
export interface HttpOut {
  /** @throws NoAnswer */
  post(request: OutgoingPost): Promise<PostAnswer>;
}
