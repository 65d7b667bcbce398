import { FieldResolver, Resolver, Root } from 'type-graphql';

import { OrderType } from '../../orders';
import { ForStaff } from '../../platform/graphql/access';
import type { DocumentLinks } from '../document-links';

@Resolver(() => OrderType)
export class OrderDocumentsResolver {
  constructor(private readonly links: DocumentLinks) {}

  @FieldResolver(() => String, {
    description: 'Address of the invoice as a PDF; opens for a quarter of an hour, for anybody.',
  })
  invoiceUrl(@Root() { id }: OrderType): string {
    return this.links.to({ kind: 'invoice', orderId: id });
  }

  @ForStaff('ORDERS_READ')
  @FieldResolver(() => String, {
    description: 'Address of the packing slip as a PDF; opens for a quarter of an hour.',
  })
  packingSlipUrl(@Root() { id }: OrderType): string {
    return this.links.to({ kind: 'packing-slip', orderId: id });
  }
}
