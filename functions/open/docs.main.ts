import { httpEdge } from '../../shared/http/edge.ts';
import { serveDocs } from './docs.ts';

export const handler = httpEdge(serveDocs());
