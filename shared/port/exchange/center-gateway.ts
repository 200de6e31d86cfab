import type {
  CenterAnswer,
  CenterBody,
  CenterOperation,
} from '../../domain/exchange/center-answer.ts';

/**
 * 省一体化评价中心: each method makes one signed call. It never throws because of the center or the
 * network: no answer, a refused signature and an unreadable answer are `unclear`, and so is an
 * exchange that is switched off. The center may or may not have accepted what was sent; sending the
 * same again is safe, because the center answers it as a duplicate.
 */
export interface CenterGateway {
  send(operation: CenterOperation, body: CenterBody): Promise<CenterAnswer>;
}
