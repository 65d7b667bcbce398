/** What takes something away from, or asks something new of, the processes of the version before. */
const contractSteps: readonly RegExp[] = [
  /\bDROP (TABLE|COLUMN)\b/i,
  /\bRENAME\b/i,
  /\bALTER COLUMN \w+ (SET NOT NULL|(SET DATA )?TYPE)\b/i,
  /\bADD COLUMN (?![^,;]*\b(DEFAULT|GENERATED)\b)[^,;]*\bNOT NULL\b/i,
];

const MARK = '@contract';

/**
 * The statements on a migration's way up that a process of the version before would fail at, while it still runs during
 * a deploy. A table that the migration itself makes is known to nobody yet. A statement below a line
 * `-- contract: why it harms nobody` is a step that was thought about.
 */
export function contractStepsOf(migration: string): string[] {
  const [, up = ''] = /\basync up\(([^]*?)(?=\basync down\(|$)/.exec(migration) ?? [];
  const made = new Set([...up.matchAll(/\bCREATE TABLE (\w+)/gi)].map(([, table]) => table));
  return up
    .replace(/--( contract: \S)?.*/g, (_, mark?: string) => (mark ? MARK : ''))
    .split(/[;`']/)
    .filter((statement) => !statement.includes(MARK))
    .map((statement) => statement.trim().replace(/\s+/g, ' '))
    .filter((statement) => contractSteps.some((step) => step.test(statement)))
    .filter((statement) => !made.has(/\bTABLE (?:IF EXISTS )?(\w+)/i.exec(statement)?.[1]));
}
