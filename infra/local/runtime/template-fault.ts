/** The template says something the local runtime cannot honour; `at` is where, e.g. `Resources.Due.Properties.Type`. */
export class TemplateFault extends Error {
  readonly at: string;

  constructor(at: string, message: string) {
    super(`${at}: ${message}`);
    this.name = 'TemplateFault';
    this.at = at;
  }
}
