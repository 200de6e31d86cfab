import type {
  CenterAnswer,
  CenterBody,
  CenterOperation,
} from '../../domain/exchange/center-answer.ts';

/**
 * 省一体化评价中心: one signed call each. It never throws for anything the center or the way to it
 * does: silence, refusals of the signature and unreadable answers are `unclear`, and so is an exchange
 * that is switched off. What was sent may then have been taken or not; sending the same again is safe,
 * because the center answers it as a duplicate.
 */
export interface CenterGateway {
  send(operation: CenterOperation, body: CenterBody): Promise<CenterAnswer>;
}
