/** What a browser without scripts does with the resident's pages. */
import { ExpectationFailed, expectPresent } from '../../../player/expectation.ts';

const getPage = async (address: string): Promise<string> => {
  const answer = await fetch(address);
  const page = await answer.text();
  if (answer.status === 200) return page;
  throw new ExpectationFailed(`a page at ${new URL(address).pathname}`, String(answer.status));
};

/** Expects that the page says it. */
export const expectOnPage = async (address: string, words: string): Promise<void> => {
  const page = await getPage(address);
  if (page.includes(words)) return;
  throw new ExpectationFailed(`“${words}” on the page`, `${page.length} characters without it`);
};

/** Fills in the form of a page and sends it; returns the address that it leads to. */
export const sendForm = async (
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> => {
  const page = await getPage(address);
  const found = (pattern: RegExp): string =>
    expectPresent(pattern.exec(page)?.[1], `${pattern.source} on the page`);
  const action = found(/<form[^>]*\saction="([^"]+)"/);
  const clientRef = found(/name="clientRef" value="([^"]+)"/);
  const answer = await fetch(new URL(action, address), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...fields, clientRef }),
  });
  const to = answer.status === 303 ? answer.headers.get('location') : undefined;
  return new URL(expectPresent(to, `another page after the form, not ${answer.status}`), address)
    .href;
};
