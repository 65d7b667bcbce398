const money = (amount: string) => ({ __typename: 'Money', amount, currencyCode: 'GBP' });

/** One zone and one way of delivery into it, as the graph gives them. */
export function shippingSettings() {
  const place = (countryCode: string, ...postcodes: readonly string[]) => ({
    __typename: 'ShippingPlace',
    countryCode,
    postcodes,
  });
  const rate = {
    __typename: 'ShippingRate',
    zoneId: 'z1',
    price: money('4.50'),
    weightBands: null,
    subtotalBands: null,
    freeFrom: null,
    minDays: 3,
    maxDays: 5,
  };
  return {
    shop: { __typename: 'Shop', currencyCode: 'GBP' },
    shippingZones: [
      {
        __typename: 'ShippingZone',
        id: 'z1',
        name: 'Home',
        places: [place('GB', 'BT*'), place('IE')],
        isEverywhereElse: false,
      },
    ],
    shippingMethods: [
      {
        __typename: 'ShippingMethodSettings',
        code: 'standard',
        name: 'Standard',
        description: '',
        isActive: true,
        rates: [rate],
      },
    ],
  };
}
