/**
 * The part of a browser that a sign-in needs: stores cookies by name and path, follows no redirect.
 */
export class CookieJar {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.#header(new URL(url).pathname) },
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    return answer;
  }

  get names(): readonly string[] {
    return [...this.#cookies.values()].map(({ value }) => value.split('=')[0]!);
  }

  #header(path: string): string {
    return [...this.#cookies.values()]
      .filter((cookie) => path.startsWith(cookie.path))
      .map((cookie) => cookie.value)
      .join('; ');
  }

  #keep(line: string): void {
    const [pair, ...attributes] = line.split(/;\s*/);
    const path = attributes.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const name = pair!.split('=')[0]!;
    const expired = attributes.some((part) => part.startsWith('expires=Thu, 01 Jan 1970'));
    if (expired) this.#cookies.delete(`${path} ${name}`);
    else this.#cookies.set(`${path} ${name}`, { value: pair!, path });
  }
}
