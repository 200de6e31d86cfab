import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { offerEvidence } from './offer.ts';
import { openEvidenceDoor } from './open-door.ts';

export const handler = httpEdge(offerEvidence(openEvidenceDoor(configOf('evidence-offer'))));
