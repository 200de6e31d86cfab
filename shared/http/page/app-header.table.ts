/** The headers of the files of an application, and the content security policy of its page. */
import { answerHeaders, everywhere, inert, renderedPolicy } from '../header.table.ts';

/** It may make two kinds of trusted text: its framework's own, and the address of its worker. */
const padPolicy = Object.entries({
  ...renderedPolicy,
  'worker-src': "'self'",
  'trusted-types': 'vue pad',
  'frame-ancestors': "'none'",
})
  .map((directive) => directive.join(' '))
  .join('; ');

const fixed = {
  ...everywhere,
  'cache-control': 'no-cache',
  'content-security-policy': inert,
  'cross-origin-resource-policy': 'same-origin',
} as const;

export const appHeaders = {
  /** The page of a hall pad, which reads the code on a receipt with its camera. */
  pad: {
    ...answerHeaders.page,
    'cache-control': 'no-cache',
    'content-security-policy': padPolicy,
    'permissions-policy': answerHeaders.page['permissions-policy'].replace(
      'camera=()',
      'camera=(self)',
    ),
    'x-robots-tag': 'noindex',
  },
  /** A file under a fixed name; a browser asks whether it has changed. */
  fixed,
  /** A service worker, which reads the files that it keeps. */
  worker: { ...fixed, 'content-security-policy': "default-src 'none'; connect-src 'self'" },
} as const;
