import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openEvidenceDoor } from './open-door.ts';
import { showEvidence } from './show.ts';

export const handler = httpEdge(showEvidence(openEvidenceDoor(configOf('evidence-show'))));
