/** A labelled fact, such as a date or an amount, ready to be printed. */
export interface PrintedFact {
  readonly label: string;
  readonly value: string;
  /** Whether it stands out, as a total does. */
  readonly isStrong?: boolean;
}

/** A row of a table: its cells, and what is said below the first of them. */
export interface PrintedRow {
  readonly cells: readonly string[];
  readonly details: readonly string[];
}

/** Everything that a paper says, in the order in which it says it. Nothing of it is markup. */
export interface PrintedDocument {
  readonly title: string;
  readonly shopName: string;
  readonly facts: readonly PrintedFact[];
  readonly addresses: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly columns: readonly string[];
  readonly rows: readonly PrintedRow[];
  readonly totals: readonly PrintedFact[];
  readonly closing: string;
  /** When what it tells of happened. The same paper is the same file whenever it is printed. */
  readonly date: Date;
}
