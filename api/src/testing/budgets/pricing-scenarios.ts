import { makeBundle } from '../bundled-products';
import { stockProducts } from '../stocked-products';
import type { BudgetShop } from './budget-shop';
import type { Prepare } from './scenario';

const rules = (shop: BudgetShop): object[] =>
  shop.variationIds.map((variationId) => ({ variationId, price: '1.00' }));

async function aPriceList(shop: BudgetShop): Promise<string> {
  const { priceListCreate } = await shop.staff.data<{
    priceListCreate: { priceList: { id: string } };
  }>(
    `mutation ($input: PriceListCreateInput!) {
       priceListCreate(input: $input) { priceList { id } } }`,
    { input: { name: shop.aKey(), currencyCode: 'GBP', rules: rules(shop) } },
  );
  return priceListCreate.priceList.id;
}

/** Of goods of its own: a change of other prices would have to look at it. */
async function aBundle({ test, variationIds, aKey }: BudgetShop): Promise<string> {
  const parts = await stockProducts(test, ...variationIds.map(() => ({ sku: aKey() })));
  const options = Object.fromEntries(Object.values(parts).map((id) => [id, 1]));
  const choices = [{ name: 'All', min: variationIds.length, options }];
  return (await makeBundle(test, { sku: aKey(), choices })).productId;
}

async function aGroup({ staff }: BudgetShop): Promise<string> {
  await staff.data(
    `mutation { customerGroupSet(input: { code: "trade", name: "Trade" }) {
       userErrors { code } } }`,
  );
  return 'trade';
}

const aRate = { taxClass: 'standard', countryCode: 'FR', name: 'TVA', percent: '20' };

/** A change by staff. */
const sending = (input: Record<string, unknown>): Prepare => {
  return ({ staff }) => ({ client: staff, variables: { input } });
};

/** How the console's operations on prices and taxes are called when they are measured. */
export const pricingScenarios: Readonly<Record<string, Prepare>> = {
  'admin-console.GoodsSearch': ({ staff }) => ({ client: staff, variables: { first: 12 } }),
  'admin-console.BundleParts': async (shop) => ({
    client: shop.staff,
    variables: { id: await aBundle(shop) },
  }),
  'admin-console.PriceLists': async (shop) => {
    await aPriceList(shop);
    return { client: shop.staff, variables: { first: 25 } };
  },
  'admin-console.PriceListPage': async (shop) => ({
    client: shop.staff,
    variables: { id: await aPriceList(shop) },
  }),
  'admin-console.CreatePriceList': (shop) => ({
    client: shop.staff,
    variables: { input: { name: shop.aKey(), currencyCode: 'GBP', rules: rules(shop) } },
  }),
  'admin-console.UpdatePriceList': async (shop) => {
    const priceListId = await aPriceList(shop);
    const input = { priceListId, name: shop.aKey(), currencyCode: 'GBP', rules: rules(shop) };
    return { client: shop.staff, variables: { input } };
  },
  'admin-console.RemovePriceList': async (shop) => ({
    client: shop.staff,
    variables: { input: { priceListId: await aPriceList(shop) } },
  }),
  'admin-console.SetCustomerGroup': sending({ code: 'schools', name: 'Schools' }),
  'admin-console.AssignCustomerGroup': async (shop) => ({
    client: shop.staff,
    variables: { input: { code: await aGroup(shop), emails: [shop.customerEmail] } },
  }),
  'admin-console.SetTaxClass': sending({ code: 'reduced', name: 'Reduced' }),
  'admin-console.SetTaxRate': sending(aRate),
  'admin-console.RemoveTaxRate': async ({ staff }) => {
    const { taxRateSet } = await staff.data<{ taxRateSet: { taxRate: { id: string } } }>(
      `mutation ($input: TaxRateSetInput!) { taxRateSet(input: $input) { taxRate { id } } }`,
      { input: aRate },
    );
    return { client: staff, variables: { input: { taxRateId: taxRateSet.taxRate.id } } };
  },
  'admin-console.SetTaxSettings': sending({
    rounding: 'HALF_UP',
    defaultClass: 'standard',
    shippingClass: 'standard',
  }),
};
