import type { ValueTransformer } from 'typeorm';

/** Reads a bigint column as a bigint; the driver gives text, and a number would lose digits. */
export const bigintColumn: ValueTransformer = {
  from: (value: string | null) => (value === null ? null : BigInt(value)),
  to: (value: bigint | null | undefined) => value?.toString() ?? value,
};
