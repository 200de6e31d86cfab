import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Outcome, Verdict } from './verdict.ts';

export interface Subject {
  /** The subject: a service, or the client of an integrator. */
  readonly side: 'service' | 'integrator';
  readonly url: string;
  readonly accessKey: string;
  readonly kit: string;
  readonly at: Date;
}

export interface Certificate {
  readonly conformance: 'haochaping-loop';
  readonly side: Subject['side'];
  readonly url: string;
  readonly accessKey: string;
  readonly kit: string;
  readonly at: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly conforms: boolean;
  readonly checks: readonly Verdict[];
  /** SHA-256 of the members above. It connects the two files of one certificate. */
  readonly digest: string;
}

/**
 * The checks of a service make every occasion themselves, where its settings allow it. A client makes
 * its own, and one that it never met says nothing about it.
 */
const isShown = (side: Subject['side'], counts: Certificate['counts']): boolean =>
  side === 'service' || counts.not_shown === 0;

export const createCertificate = (subject: Subject, checks: readonly Verdict[]): Certificate => {
  const countOutcome = (outcome: Outcome) => checks.filter((one) => one.outcome === outcome).length;
  const counts = {
    passed: countOutcome('passed'),
    failed: countOutcome('failed'),
    not_shown: countOutcome('not_shown'),
  };
  const { side, url, accessKey, kit, at } = subject;
  const content = {
    conformance: 'haochaping-loop',
    side,
    url,
    accessKey,
    kit,
    at: at.toISOString(),
    counts,
    conforms: counts.failed === 0 && counts.passed > 0 && isShown(side, counts),
    checks,
  } as const;
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...content, digest };
};

const marks = {
  passed: '✓ 通过 passed',
  failed: '✗ 未通过 failed',
  not_shown: '– 未涉及 not shown',
} as const satisfies Record<Outcome, string>;

export const verdictWords = ({ conforms, counts }: Certificate): string => {
  if (conforms) return '符合 · conforms';
  return counts.failed === 0
    ? '未全部涉及，尚不能认定 · not everything was shown'
    : '不符合 · does not conform';
};

const escapeCell = (text: string): string =>
  text.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');

export const formatMarkdown = (certificate: Certificate): string => {
  const { side, url, accessKey, kit, at, counts, checks, digest } = certificate;
  const rows = checks.map(
    (check) =>
      `| \`${check.id}\` | ${check.zh}<br>${check.en} | ${marks[check.outcome]} | ${escapeCell(check.because ?? '')} |`,
  );
  return [
    `# 对接一致性证明 · Certificate of conformance`,
    '',
    `- 对象 · subject: ${side === 'service' ? '服务端 · the service' : '接入系统 · the integrator'} ${url}`,
    `- 访问密钥 · access key: \`${accessKey}\``,
    `- 时间 · at: ${at}`,
    `- 工具版本 · kit: ${kit}`,
    `- 结论 · verdict: **${verdictWords(certificate)}** (${counts.passed} ✓ · ${counts.failed} ✗ · ${counts.not_shown} –)`,
    `- SHA-256: \`${digest}\``,
    '',
    '| 编号 · id | 要求 · requirement | 结果 · outcome | 说明 · remark |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};

/** Writes the certificate as Markdown and as JSON, and returns the paths. */
export const writeCertificate = async (
  certificate: Certificate,
  folder: string,
): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  const stem = `conformance-${certificate.side}-${certificate.at.slice(0, 19).replaceAll(':', '')}`;
  const paths = [join(folder, `${stem}.md`), join(folder, `${stem}.json`)] as const;
  await writeFile(paths[0], formatMarkdown(certificate));
  await writeFile(paths[1], `${JSON.stringify(certificate, null, 2)}\n`);
  return paths;
};
