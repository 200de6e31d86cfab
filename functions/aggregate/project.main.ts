import { configOf } from '../../shared/config.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { projectChanges } from './project.ts';

const figures = figureStore(openTable(configOf('aggregate-project')));
export const handler = projectChanges({ figures });
