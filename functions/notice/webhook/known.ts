import { countingArea } from '../../../shared/domain/area/area.ts';
import type { Webhook } from '../../../shared/domain/notice/delivery.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { WebhookDeps } from './admit.ts';

/** Returns the webhook in the path, if it lies within the person's area. */
export const webhookInPath = async (
  request: HttpRequest,
  staff: Staff,
  { webhooks }: WebhookDeps,
): Promise<Webhook> => {
  const known = await webhooks.find(pathParameter(request, 'id'));
  if (known === undefined) throw new Problem('webhook_unknown');
  requireKnown(staff, countingArea(known.area), 'webhook_unknown');
  return known;
};
