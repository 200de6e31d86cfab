import { reloadOnce } from './reload-once.ts';

/** Answered in place of a script of an earlier build: the page that names it is loaded again. */
reloadOnce((document.currentScript as HTMLScriptElement | null)?.src ?? '');
