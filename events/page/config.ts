import * as z from 'zod/mini';

/** What the pages of staff need before they can ask the interface for anything. */
export const PageConfig = z.object({
  /** The base URL of the service, without a trailing slash. */
  publicUrl: z.string(),
  /** The OpenID provider of staff, and this service's client there. */
  issuer: z.string(),
  clientId: z.string(),
  audience: z.string(),
  /** Which token the interface takes as bearer. */
  token: z.enum(['access_token', 'id_token']),
  /** The prefix of the claims roles, department and area; may be empty. */
  claimPrefix: z.string(),
  /** The origin to which evidence is uploaded. */
  evidenceOrigin: z.string(),
});
export type PageConfig = z.infer<typeof PageConfig>;
