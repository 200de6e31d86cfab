/** How a page calls the interface. */
interface Call {
  readonly path: string;
  /** Without one the call reads. */
  readonly body?: object;
  readonly language?: string;
}

export interface Reply {
  readonly status: number;
  /** Undefined where the answer could not be read. */
  readonly body: unknown;
}

/** Returns undefined when no answer came. */
export type Transport = (call: Call) => Promise<Reply | undefined>;

const bodyOf = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
};

const requestOf = ({ body, language }: Call): RequestInit => ({
  headers: {
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
});

/** Calls the interface at an origin; by default the one that the page is from. */
export const fetchTransport =
  (origin = ''): Transport =>
  async (call) => {
    try {
      const answer = await fetch(origin + call.path, requestOf(call));
      return { status: answer.status, body: await bodyOf(answer) };
    } catch {
      return undefined;
    }
  };
