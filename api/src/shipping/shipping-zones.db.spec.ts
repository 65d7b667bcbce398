import { createTestApp, signInStaff, type TestApp } from '../testing';

describe('shops from before there were zones', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  const zones = () =>
    test.app.platform.dataSource.migrations.find(({ name }) => /^ShippingZones\d/.test(name ?? ''));

  it('deliver everywhere at the flat prices that they had', async () => {
    const runner = test.app.platform.dataSource.createQueryRunner();
    await zones()?.down(runner);
    expect(await test.sql('SELECT code, price_minor FROM shipping_method')).toEqual([
      { code: 'standard', price_minor: '450' },
    ]);
    await test.sql(
      `INSERT INTO shipping_method (code, name, description, price_minor)
       VALUES ('express', 'Express', 'Tomorrow.', 990)`,
    );

    await zones()?.up(runner);
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

  it('still read and write prices of methods with the version before, while the new one starts', async () => {
    const before = await test.sql(
      'SELECT code, name, description, price_minor FROM shipping_method ORDER BY code',
    );
    await test.sql(`INSERT INTO shipping_method (code, name, description, price_minor)
                    VALUES ('old', 'Of the version before', '', 100)`);
    await test.sql(`UPDATE shipping_method SET price_minor = 200 WHERE code = 'old'`);
    await test.sql(`INSERT INTO shipping_method (code, name, description, is_active)
                    VALUES ('new', 'Of this version', '', true)`);

    expect(before).toMatchObject([
      { code: 'express', price_minor: '990' },
      { code: 'standard', price_minor: '450' },
    ]);
    expect(
      await test.sql(
        `SELECT code, price_minor FROM shipping_method WHERE code IN ('new', 'old') ORDER BY code`,
      ),
    ).toEqual([
      { code: 'new', price_minor: null },
      { code: 'old', price_minor: '200' },
    ]);
  });

  it('can go back where an earlier form of the migration has dropped the prices', async () => {
    const runner = test.app.platform.dataSource.createQueryRunner();
    await test.sql('ALTER TABLE shipping_method DROP COLUMN price_minor');

    await zones()?.down(runner);
    const prices = await test.sql('SELECT code, price_minor FROM shipping_method ORDER BY code');
    await zones()?.up(runner);
    await runner.release();

    expect(prices).toEqual([
      { code: 'express', price_minor: '990' },
      { code: 'new', price_minor: '0' },
      { code: 'old', price_minor: '0' },
      { code: 'standard', price_minor: '450' },
    ]);
  });
});
