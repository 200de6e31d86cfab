import { afterAll } from 'vitest';

import { removeDirectories } from '../new-directory.ts';

afterAll(removeDirectories);
