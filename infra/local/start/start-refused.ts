/**
 * The instance cannot start, for a reason that is in the message and that the caller can remove.
 */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefused';
  }
}
