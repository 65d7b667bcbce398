import { cleanName } from './product-name';

describe('the name of a product', () => {
  it.each([
    ['PAPER KITE  BLUE ', 'Paper Kite Blue'],
    ['SET OF 6 T-LIGHTS IN A BOX', 'Set of 6 T-Lights in a Box'],
    ['TRAY FOR THE TV', 'Tray for the TV'],
    ['FILLER PAD 45x45cm', 'Filler Pad 45x45cm'],
    ["CHILDREN'S MUG", "Children's Mug"],
    ['RETRO "TEA FOR ONE" ', 'Retro "Tea for One"'],
    ['*USB Mirror Ball', 'USB Mirror Ball'],
    ['GREETING CARD,pack/12', 'Greeting Card, Pack/12'],
    ["Dad's Cab Meter", "Dad's Cab Meter"],
    ['SHELF + HOOKS', 'Shelf + Hooks'],
    ['PINK CHECK SCARF', 'Pink Check Scarf'],
  ])('of %s is %s', (description, name) => {
    expect(cleanName(description)).toBe(name);
  });

  it.each([
    '',
    '  ',
    '?',
    '??',
    '?sold as sets?',
    'damages',
    'faulty',
    'Found',
    'Dotcom sales',
    '12',
    'wrongly coded 20713',
  ])('is not %j', (description) => {
    expect(cleanName(description)).toBeUndefined();
  });
});
