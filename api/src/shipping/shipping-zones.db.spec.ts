import { createTestApp, signInStaff, type TestApp } from '../testing';

describe('shops from before there were zones', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('deliver everywhere at the flat prices that they had', async () => {
    const { dataSource } = test.app.platform;
    const zones = dataSource.migrations.find(({ name }) => /^ShippingZones\d/.test(name ?? ''));
    const runner = dataSource.createQueryRunner();
    await zones?.down(runner);
    expect(await test.sql('SELECT code, price_minor FROM shipping_method')).toEqual([
      { code: 'standard', price_minor: '450' },
    ]);
    await test.sql(
      `INSERT INTO shipping_method (code, name, description, price_minor)
       VALUES ('express', 'Express', 'Tomorrow.', 990)`,
    );

    await zones?.up(runner);
    await runner.release();

    const staff = await signInStaff(test);
    const { shippingRateTest } = await staff.data(
      `{ shippingRateTest(countryCode: "JP", weightGrams: 90000, subtotal: "0") {
           zone { name } methods { code price { amount } minDays maxDays } } }`,
    );
    expect(shippingRateTest).toEqual({
      zone: { name: 'Everywhere' },
      methods: [
        { code: 'express', price: { amount: '9.90' }, minDays: null, maxDays: null },
        { code: 'standard', price: { amount: '4.50' }, minDays: 3, maxDays: 5 },
      ],
    });
  });
});
