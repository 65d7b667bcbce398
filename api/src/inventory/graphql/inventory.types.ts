import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import { ProductVariationType } from '../../catalog';
import { MutationPayload } from '../../platform/graphql/payload';

export enum Availability {
  IN_STOCK = 'IN_STOCK',
  LOW_STOCK = 'LOW_STOCK',
  OUT_OF_STOCK = 'OUT_OF_STOCK',
}
registerEnumType(Availability, {
  name: 'Availability',
  description: 'Whether it can be bought.',
  valuesConfig: {
    IN_STOCK: { description: 'Plenty.' },
    LOW_STOCK: { description: 'Few left.' },
    OUT_OF_STOCK: { description: 'None left.' },
  },
});

export enum StockMovementKindName {
  RECEIPT = 'RECEIPT',
  ADJUSTMENT = 'ADJUSTMENT',
  SALE = 'SALE',
  CANCELLATION = 'CANCELLATION',
  RETURN = 'RETURN',
}
registerEnumType(StockMovementKindName, {
  name: 'StockMovementKind',
  description: 'Why units came or went.',
  valuesConfig: {
    RECEIPT: { description: 'Goods came in.' },
    ADJUSTMENT: { description: 'A count corrected the level.' },
    SALE: { description: 'An order took them.' },
    CANCELLATION: { description: 'A cancelled order gave them back.' },
    RETURN: { description: 'A buyer sent them back.' },
  },
});

@ObjectType('StockLedgerEntry', { description: 'Movements of one kind, summed.' })
export class StockLedgerEntryType {
  @Field(() => StockMovementKindName, { description: 'Kind of movement.' })
  kind: StockMovementKindName;

  @Field(() => Int, { description: 'Number of movements.' })
  movements: number;

  @Field(() => Int, { description: 'Units, negative where they went out.' })
  units: number;
}

@InputType({ description: 'A counted stock level.' })
export class StockAdjustInput {
  @Field(() => ID, { description: 'The variation that was counted.' })
  variationId: string;

  @Field(() => Int, { description: 'Units in the building, reserved ones included.' })
  onHand: number;

  @Field(() => String, { description: 'Why, for the ledger.' })
  reason: string;

  @Field(() => String, { description: 'Repeats with the same key are done once.' })
  idempotencyKey: string;
}

@ObjectType({ description: 'Outcome of stockAdjust.' })
export class StockAdjustPayload extends MutationPayload {
  @Field(() => ProductVariationType, { nullable: true, description: 'The variation now.' })
  variation?: ProductVariationType;
}
