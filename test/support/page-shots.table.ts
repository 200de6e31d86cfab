/** The pages that are looked at: each in its states, by the browser tests and by `npm run shots`. */
export interface ShownPage {
  readonly name: string;
  readonly path: string;
  readonly status: number;
}

export const shownPages: readonly ShownPage[] = [
  { name: 'interface', path: '/docs?who=pad', status: 200 },
  { name: 'problems', path: '/docs/problems', status: 200 },
  { name: 'method', path: '/open/method', status: 200 },
  { name: 'privacy', path: '/about/privacy', status: 200 },
  { name: 'accessibility', path: '/about/accessibility', status: 200 },
  { name: 'find', path: '/receipt', status: 200 },
  { name: 'unknown', path: '/r', status: 404 },
];
