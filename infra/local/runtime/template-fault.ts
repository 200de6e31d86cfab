/**
 * The template contains something that the local runtime does not support; `at` is the place, e.g.
 * `Resources.Due.Properties.Type`.
 */
export class TemplateFault extends Error {
  readonly at: string;

  constructor(at: string, message: string) {
    super(`${at}: ${message}`);
    this.name = 'TemplateFault';
    this.at = at;
  }
}
