import { Arg, Query, Resolver } from 'type-graphql';

import { Public } from '../../platform/graphql/access';
import { Cached } from '../../platform/graphql/caching';
import { CountryCode } from '../../platform/graphql/scalars';
import { addressRules } from '../domain/address-rules';
import { AddressRulesType, toAddressRulesType } from './address-rules.types';

@Resolver()
export class AddressRulesResolver {
  @Public()
  @Cached({ maxAgeSeconds: 3_600 })
  @Query(() => AddressRulesType, {
    description: 'How a country writes an address; one that is not known in detail takes any.',
  })
  addressRules(
    @Arg('countryCode', () => CountryCode, { description: 'The country.' }) countryCode: string,
  ): AddressRulesType {
    return toAddressRulesType(addressRules(countryCode));
  }
}
