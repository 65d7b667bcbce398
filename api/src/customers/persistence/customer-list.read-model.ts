import type { DataSource } from 'typeorm';

import { type Page, type PageRequest, toPage } from '../../kernel/page';
import { likePattern } from '../../platform/database/like-pattern';
import type { CustomerRecord } from './customer.repository';

const MOST_WORDS = 8;
/** As the index customer_words has it. */
const WORDS = `lower(c.name || ' ' || c.email)`;

/** Finds customers for staff, by parts of their names and e-mail addresses. */
export class CustomerListReadModel {
  constructor(private readonly dataSource: DataSource) {}

  /** One page of those in whom every word occurs, newest first. */
  async page(query: string, request: PageRequest): Promise<Page<CustomerRecord>> {
    const isForward = request.direction === 'forward';
    const { patterns, condition } = matching(query);
    const [position, limit] = [patterns.length + 1, patterns.length + 2];
    const rows: CustomerRecord[] = await this.dataSource.query(
      `SELECT c.id, c.email, c.name, c.created_at AS "createdAt" FROM customer c
       WHERE ${condition} AND ($${position}::uuid IS NULL OR c.id ${isForward ? '<' : '>'} $${position}::uuid)
       ORDER BY c.id ${isForward ? 'DESC' : 'ASC'} LIMIT $${limit}`,
      [...patterns, request.position?.[0] ?? null, request.limit + 1],
    );
    return toPage(rows, request, ({ id }) => [id]);
  }

  /** How many there are. */
  async count(query: string): Promise<number> {
    const { patterns, condition } = matching(query);
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM customer c WHERE ${condition}`,
      patterns,
    );
    return rows[0]?.count ?? 0;
  }
}

function matching(query: string) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const conditions = words.map((_, index) => `${WORDS} LIKE $${index + 1}`);
  return { patterns: words.map(likePattern), condition: conditions.join(' AND ') || 'true' };
}
