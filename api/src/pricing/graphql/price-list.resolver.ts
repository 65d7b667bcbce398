import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { isId } from '../../kernel/ids';
import { ForStaff } from '../../platform/graphql/access';
import {
  type ConnectionShape,
  PageArgs,
  toConnection,
  toIdPageRequest,
} from '../../platform/graphql/connection';
import type { LoaderFactory } from '../../platform/graphql/loader-scope';
import { answer } from '../../platform/graphql/payload';
import type { RequestContext } from '../../platform/graphql/request-context';
import {
  type ChangePriceLists,
  priceListInput,
  priceListRemoveInput,
  priceListUpdateInput,
} from '../commands/change-price-lists';
import type { PriceListRepository, RuleRecord } from '../persistence/price-list.repository';
import {
  PriceListConnection,
  PriceListCreateInput,
  PriceListCreatePayload,
  PriceListRemoveInput,
  PriceListRemovePayload,
  PriceListType,
  PriceListUpdateInput,
  PriceListUpdatePayload,
  PriceRuleType,
  toPriceListType,
  toPriceRuleType,
} from './price-list.types';

@Resolver(() => PriceListType)
export class PriceListResolver {
  private readonly rulesByList: LoaderFactory<string, readonly RuleRecord[]>;

  constructor(
    private readonly lists: PriceListRepository,
    private readonly change: ChangePriceLists,
  ) {
    this.rulesByList = () =>
      new DataLoader(async (ids) => {
        const rules = await lists.rulesOf(ids);
        return ids.map((id) => rules.get(id) ?? []);
      });
  }

  @ForStaff('PRICING_WRITE')
  @Query(() => PriceListConnection, { description: 'The price lists, newest first.' })
  async priceLists(@Args(() => PageArgs) page: PageArgs): Promise<ConnectionShape<PriceListType>> {
    const request = toIdPageRequest(page);
    return toConnection(await this.lists.page(request), toPriceListType, () => this.lists.count());
  }

  @ForStaff('PRICING_WRITE')
  @Query(() => PriceListType, { nullable: true, description: 'One price list.' })
  priceList(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<PriceListType | undefined> {
    return this.shown(id);
  }

  @FieldResolver(() => [PriceRuleType], { description: 'What it says, 500 rules at most.' })
  async rules(
    @Root() list: PriceListType,
    @Ctx() context: RequestContext,
  ): Promise<PriceRuleType[]> {
    const rules = await context.loaders.get(this.rulesByList).load(list.id);
    return rules.map((rule) => toPriceRuleType(rule, list.currencyCode));
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => PriceListCreatePayload, { description: 'Makes a price list.' })
  priceListCreate(
    @Arg('input', () => PriceListCreateInput, { description: 'The list.' })
    input: PriceListCreateInput,
  ): Promise<PriceListCreatePayload> {
    return answer(
      PriceListCreatePayload,
      priceListInput,
      input,
      (valid) => this.change.create(valid),
      async (payload, id) => {
        payload.priceList = await this.shown(id);
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => PriceListUpdatePayload, {
    description: 'Makes a price list what the input says, its rules included.',
  })
  priceListUpdate(
    @Arg('input', () => PriceListUpdateInput, { description: 'The list.' })
    input: PriceListUpdateInput,
  ): Promise<PriceListUpdatePayload> {
    return answer(
      PriceListUpdatePayload,
      priceListUpdateInput,
      input,
      (valid) => this.change.update(valid),
      async (payload, id) => {
        payload.priceList = await this.shown(id);
      },
    );
  }

  @ForStaff('PRICING_WRITE')
  @Mutation(() => PriceListRemovePayload, {
    description: 'Removes a price list; one that is gone already is no error.',
  })
  priceListRemove(
    @Arg('input', () => PriceListRemoveInput, { description: 'Which one.' })
    input: PriceListRemoveInput,
  ): Promise<PriceListRemovePayload> {
    return answer(
      PriceListRemovePayload,
      priceListRemoveInput,
      input,
      (valid) => this.change.remove(valid),
      (payload, id) => {
        payload.priceListId = id;
      },
    );
  }

  private async shown(id: string): Promise<PriceListType | undefined> {
    const list = isId(id) ? await this.lists.byId(id) : undefined;
    return list && toPriceListType(list);
  }
}
