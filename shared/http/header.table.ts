/** The headers of every kind of answer, and the content security policy of each. */

/** A year; browsers ignore it over plain HTTP, so it has no effect on one machine. */
const transport = 'max-age=31536000';

/** What no page and no file of this service needs. */
const refusedFeatures =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()';

export const everywhere = {
  'strict-transport-security': transport,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** For what is no page: nothing is loaded or run, should a browser show it. */
export const inert =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const answerHeaders = {
  /** JSON, and every file that a caller asks the interface for. */
  data: {
    ...everywhere,
    'cache-control': 'no-store',
    'content-security-policy': inert,
  },
  /** A page that a function renders; its policy is `pagePolicy`. */
  page: {
    ...everywhere,
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'permissions-policy': refusedFeatures,
    'cross-origin-opener-policy': 'same-origin',
  },
  /** A part of a page, whose name changes with its content. */
  asset: {
    ...everywhere,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': inert,
    'cross-origin-resource-policy': 'same-origin',
  },
} as const;

/** What a page of this service may do, without who may frame it. */
export const renderedPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
} as const;

/**
 * Returns the policy of a rendered page. `embedders` are the sources of `frame-ancestors`; without
 * them nobody may frame the page.
 */
export const pagePolicy = (embedders = "'none'"): string =>
  Object.entries({ ...renderedPolicy, 'frame-ancestors': embedders })
    .map((directive) => directive.join(' '))
    .join('; ');
