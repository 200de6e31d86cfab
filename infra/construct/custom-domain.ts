import { CfnCondition, CfnOutput, CfnParameter, Fn } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { CfnApiMapping, CfnDomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';

/** The name under which residents know the service, instead of the API's own. */
interface CustomDomain {
  /** Returns the URL of the domain, or `ownUrl` when none is given. */
  urlOr(ownUrl: string): string;
  /** Lets the domain lead to the API. */
  lead(stage: HttpStage): void;
}

/**
 * Reads the parameters `DomainName` and `CertificateArn`. Printed codes and sent links carry the
 * address for years: with a name of its own, the API behind it can be replaced.
 */
export const customDomain = (stack: Stack): CustomDomain => {
  const domain = new CfnParameter(stack, 'DomainName', {
    description:
      'Host name of the service, e.g. pingjia.example.gov.cn; empty: the name of the API',
    default: '',
    allowedPattern: String.raw`^([a-z0-9-]+\.)*[a-z0-9-]*$`,
  }).valueAsString;
  const certificate = new CfnParameter(stack, 'CertificateArn', {
    description: 'Certificate of the host name in this region; empty without DomainName',
    default: '',
  }).valueAsString;
  const isGiven = new CfnCondition(stack, 'HasDomainName', {
    expression: Fn.conditionNot(Fn.conditionEquals(domain, '')),
  });
  return {
    urlOr: (ownUrl) => Fn.conditionIf(isGiven.logicalId, `https://${domain}`, ownUrl).toString(),
    lead: (stage) => {
      const name = new CfnDomainName(stack, 'Domain', {
        domainName: domain,
        domainNameConfigurations: [
          { certificateArn: certificate, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
        ],
      });
      const mapping = new CfnApiMapping(stack, 'DomainMapping', {
        apiId: stage.api.apiId,
        domainName: name.ref,
        stage: stage.stageName,
      });
      mapping.node.addDependency(stage);
      const target = new CfnOutput(stack, 'DomainTarget', {
        description: 'The host name is a CNAME of this name',
        value: name.attrRegionalDomainName,
      });
      for (const one of [name, mapping]) one.cfnOptions.condition = isGiven;
      target.condition = isGiven;
    },
  };
};
