/** The instance cannot start, for a reason that the message tells and the caller can do something about. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefused';
  }
}
