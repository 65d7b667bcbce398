import type { EntityManager } from 'typeorm';

/** Whether a customer, or whoever has this e-mail address, has an order that was not cancelled. */
export async function hasOrdered(
  {
    customerId,
    email,
  }: { readonly customerId?: string | undefined; readonly email?: string | undefined },
  manager: EntityManager,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM orders WHERE status <> 'CANCELLED'
       AND (customer_id = $1::uuid OR email_key(email) = email_key($2)) LIMIT 1`,
    [customerId ?? null, email ?? null],
  );
  return rows.length > 0;
}
