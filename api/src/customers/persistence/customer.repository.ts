import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';

import { newId } from '../../kernel/ids';
import type { Transaction } from '../../platform/database/transaction';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { CustomerEntity } from './customer.entity';

/** A customer as other modules may know them. */
export type CustomerRecord = Readonly<Omit<CustomerEntity, 'passwordHash'>>;

/** What a new customer is made of; the password is hashed already. */
export type NewCustomer = Readonly<Omit<CustomerEntity, 'id'>>;

/** What signing in compares with. */
export interface CustomerCredentials {
  readonly id: string;
  readonly passwordHash: string;
}

/** Reads and writes customers. */
export class CustomerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Loads customers by id, many in one statement. */
  readonly byId: LoaderFactory<string, CustomerRecord | undefined> = () =>
    new DataLoader(async (ids) => {
      const found = await this.dataSource
        .getRepository(CustomerEntity)
        .findBy({ id: In([...ids]) });
      const customers = new Map(found.map((customer) => [customer.id, customer]));
      return ids.map((id) => customers.get(id));
    });

  /** The credentials behind an e-mail address in its stored form. */
  async credentials(email: string): Promise<CustomerCredentials | undefined> {
    const rows: CustomerCredentials[] = await this.dataSource.query(
      `SELECT id, password_hash AS "passwordHash" FROM customer WHERE email = $1`,
      [email],
    );
    return rows[0];
  }

  /** Adds a customer; undefined when the e-mail address has one already. */
  async add(tx: Transaction, customer: NewCustomer): Promise<string | undefined> {
    const id = newId();
    const rows: { id: string }[] = await tx.manager.query(
      `INSERT INTO customer (id, email, name, password_hash, created_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [id, customer.email, customer.name, customer.passwordHash, customer.createdAt],
    );
    return rows[0]?.id;
  }

  /** Replaces the digest of an unchanged password, unless the password was changed meanwhile. */
  async replaceDigest(id: string, oldDigest: string, newDigest: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE customer SET password_hash = $3 WHERE id = $1 AND password_hash = $2`,
      [id, oldDigest, newDigest],
    );
  }
}
