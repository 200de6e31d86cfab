import type { ContestFile, ContestRow } from '../../../events/rating/contest-view.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { channelNames } from '../../../shared/domain/case/names.table.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { rulingRefusal } from '../../../shared/domain/rating/contest/review.ts';
import type { IndicatorTable } from '../../../shared/domain/rating/indicator.ts';
import { proofClassView } from '../../../shared/domain/rating/proof/proof-class.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { maskPersonal } from '../../../shared/domain/text/personal-data.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import type { AttemptStore } from '../../../shared/port/rating/attempt-store.ts';
import { maskedApplicant } from '../../case/applicant/masked.ts';
import { openText } from '../receive-rating.ts';
import { attemptPlace } from '../repeat/keep-attempt.ts';
import { tagsView } from '../tags-view.ts';
import type { Contested } from './outside.ts';
import { contestPlace, openContestWords } from './sealed-words.ts';
import type { ContestWords } from './sealed-words.ts';
import { contestDue } from './state.ts';

export interface ContestFileDeps {
  readonly keys: KeyRing;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly attempts: Pick<AttemptStore, 'ofContact'>;
  readonly rulebook: Rulebook;
}

export const contestRow = async (
  contest: Contest,
  { rulebook }: Pick<ContestFileDeps, 'rulebook'>,
): Promise<ContestRow> => {
  const { projectNo, serviceNumber, area, creditCode, state, at, ruling } = contest;
  return {
    id: contestIdOf(contest),
    projectNo,
    serviceNumber,
    area: area.slice(0, 6),
    department: creditCode,
    state,
    at: withOffset(at),
    dueAt: offsetOrNull(await contestDue(contest, rulebook)),
    callBacks: contest.callBacks.length,
    endedAt: offsetOrNull(ruling?.at),
  };
};

interface Reading {
  readonly language: Language;
  readonly indicators: IndicatorTable;
}

const masked = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : maskPersonal(text);

const saidView = (
  { level, tags, text }: Pick<ContestWords, 'level' | 'tags' | 'text'>,
  at: Instant,
  { indicators, language }: Reading,
) => ({
  level,
  tags: [...tagsView(tags, indicators, language)],
  text: masked(text),
  at: withOffset(at),
});

const firstView = async ({ first, ticket }: Contested, keys: KeyRing, reading: Reading) => ({
  ...saidView(
    { ...first, tags: [...first.tags], text: await openText(keys, first) },
    first.receivedAt,
    reading,
  ),
  channelName: channelNames[first.channel][reading.language],
  proofName: proofClassView(first, reading.language).proofName,
  ticketId: ticket?.id ?? null,
});

const secondView = async ({ contest }: Contested, keys: KeyRing, reading: Reading) => {
  const words = await openContestWords(keys, contest.sealed, contestPlace(contest));
  const proof = { ...contest, proof: 'token' } as const;
  return {
    ...saidView(words, contest.at, reading),
    statement: masked(words.statement),
    channelName: channelNames[contest.channel][reading.language],
    proofName: proofClassView(proof, reading.language).proofName,
  };
};

const attemptsView = async (
  { contest }: Contested,
  { keys, attempts }: ContestFileDeps,
  reading: Reading,
) => {
  const kept = await attempts.ofContact(contest);
  return Promise.all(
    kept.map(async ({ sealed, at }) => {
      const words = await openContestWords(keys, sealed, attemptPlace(contest));
      return { ...saidView(words, at, reading), statement: masked(words.statement) };
    }),
  );
};

const openedNote = async (
  keys: KeyRing,
  contest: Contest,
  sealed: string | undefined,
): Promise<string | null> =>
  sealed === undefined ? null : maskPersonal(await keys.decrypt(sealed, contestPlace(contest)));

const recordsView = async (contest: Contest, keys: KeyRing) => {
  const open = (sealed: string | undefined) => openedNote(keys, contest, sealed);
  const { callBacks, looks, ruling } = contest;
  return {
    calls: await Promise.all(
      callBacks.map(async ({ at, by, outcome, answer, sealedNote }) => ({
        at: withOffset(at),
        by,
        outcome,
        answer: answer ?? null,
        note: await open(sealedNote),
      })),
    ),
    looks: await Promise.all(
      looks.map(async ({ at, by, sealedReason }) => ({
        at: withOffset(at),
        by,
        reason: (await open(sealedReason)) ?? '',
      })),
    ),
    ruling:
      ruling === undefined
        ? null
        : {
            outcome: ruling.outcome,
            by: ruling.by,
            confirmedBy: ruling.confirmedBy,
            at: withOffset(ruling.at),
            reason: (await open(ruling.sealedReason)) ?? '',
          },
  };
};

const maskedView = (known: Case | undefined, { first }: Contested): ContestFile['applicant'] => {
  const shown = known && maskedApplicant(known, first.receivedAt);
  return { ...shown, name: shown?.name ?? null, mobile: shown?.mobile ?? null };
};

/** Returns what those who review read: both ratings, attempts, call-backs, looks and the ruling. */
export const contestFile = async (
  contested: Contested,
  language: Language,
  deps: ContestFileDeps,
): Promise<ContestFile> => {
  const { contest } = contested;
  const [row, known, { indicators }, records] = await Promise.all([
    contestRow(contest, deps),
    deps.cases.find(contest.projectNo),
    deps.rulebook.now(),
    recordsView(contest, deps.keys),
  ]);
  const reading = { language, indicators };
  return {
    ...row,
    matter: known?.matter.name ?? null,
    departmentName: known?.department.name ?? null,
    applicant: maskedView(known, contested),
    first: await firstView(contested, deps.keys, reading),
    second: await secondView(contested, deps.keys, reading),
    attempts: await attemptsView(contested, deps, reading),
    ...records,
    may: {
      upheld: rulingRefusal(contest, 'upheld') === undefined,
      rejected: rulingRefusal(contest, 'rejected') === undefined,
      neither: rulingRefusal(contest, 'neither') === undefined,
    },
  };
};
