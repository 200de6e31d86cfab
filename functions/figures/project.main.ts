import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { env } from './env.ts';
import { projectChanges } from './project.ts';

export const handler = projectChanges({ figures: figureStore(createTable(env('project'))) });
