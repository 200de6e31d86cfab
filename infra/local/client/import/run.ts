import type { FileReading, ImportedLine } from '../../../../events/case/import.ts';
import { linesOf, surveyOf } from './open-file.ts';
import { refusedUnsent } from './outcome.ts';
import { createParcelSize } from './parcel-size.ts';
import { parcels } from './parcels.ts';
import { sendParcel } from './send-parcel.ts';
import type { Line } from './send-parcel.ts';

/** Shows the progress while lines are sent. */
export interface Progress {
  begin(lines: number, reading: FileReading): void;
  step(lines: number): void;
  end(): void;
}

export type Counts = Readonly<Record<ImportedLine['outcome'], number>>;

export interface ImportRequest {
  readonly path: string;
  /** Undefined: the file is only checked, as far as that is possible without the service. */
  readonly line: Line | undefined;
  readonly progress: Progress;
  readonly record: (lines: readonly ImportedLine[]) => Promise<void>;
}

/**
 * Imports one file. Nothing is sent of a file that cannot be read to its end. After any failure the
 * same file can be imported again; events that are already stored only count as repeats.
 * @throws Problem for an error in the file, Refused for a refusal by the service
 */
export const runImport = async ({
  path,
  line,
  progress,
  record,
}: ImportRequest): Promise<Counts> => {
  const { lines, reading } = await surveyOf(path);
  const counts = { stored: 0, repeat: 0, refused: 0 };
  progress.begin(lines, reading);
  try {
    const size = createParcelSize();
    for await (const parcel of parcels(linesOf(path), size)) {
      const done =
        line === undefined
          ? parcel.lines.map(refusedUnsent).filter((refused) => refused !== undefined)
          : await sendParcel(line, parcel, size);
      for (const { outcome } of done) counts[outcome] += 1;
      await record(done);
      progress.step(parcel.lines.length);
    }
  } finally {
    progress.end();
  }
  return counts;
};
