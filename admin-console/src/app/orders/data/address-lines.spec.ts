import { addressLines } from './address-lines';

it('leaves out the lines an address does not have', () => {
  const lines = addressLines({
    name: 'Ada Okafor',
    company: null,
    line1: '1 Mill Lane',
    line2: null,
    city: 'London',
    region: null,
    postcode: 'E1 6AN',
    countryCode: 'GB',
  });

  expect(lines).toEqual(['Ada Okafor', '1 Mill Lane', 'London, E1 6AN', 'United Kingdom']);
});
