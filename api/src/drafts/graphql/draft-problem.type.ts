import { Field, ObjectType, registerEnumType } from 'type-graphql';

import type { DraftProblem } from '../domain/draft-problems';

const draftProblemCodes: { readonly [C in DraftProblem['code']]: C } = {
  NO_LONGER_OFFERED: 'NO_LONGER_OFFERED',
  DELIVERY_NOT_OFFERED: 'DELIVERY_NOT_OFFERED',
};
registerEnumType(draftProblemCodes, {
  name: 'DraftOrderProblemCode',
  description: 'What is against placing a draft.',
  valuesConfig: {
    NO_LONGER_OFFERED: { description: 'The shop no longer has some of the goods.' },
    DELIVERY_NOT_OFFERED: {
      description: 'The chosen way of delivery, or any, does not take the goods to the address.',
    },
  },
});

@ObjectType('DraftOrderProblem', {
  description: 'What staff should know about a draft before placing it.',
})
export class DraftOrderProblemType {
  @Field(() => draftProblemCodes, { description: 'For programs.' })
  code: DraftProblem['code'];

  @Field(() => String, { description: 'For people, in English.' })
  message: string;

  @Field(() => [String], { description: 'The field of the draft concerned.' })
  path: string[];
}

/** Maps a problem to its GraphQL form. */
export function toDraftOrderProblemType({
  code,
  message,
  path,
}: DraftProblem): DraftOrderProblemType {
  return Object.assign(new DraftOrderProblemType(), { code, message, path: [...path] });
}
