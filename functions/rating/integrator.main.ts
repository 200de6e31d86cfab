import { httpRoutes } from '../../shared/http/http-routes.ts';
import { createInvitationDeps } from './deps.ts';
import { env } from './env.ts';
import { invite } from './invite.ts';

export const handler = httpRoutes<'rating/integrator'>({
  'POST /v1/invitations': invite(createInvitationDeps(env('integrator'))),
});
