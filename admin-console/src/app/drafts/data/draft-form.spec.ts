import { aDraft, aDraftCost, aDraftLine, pounds } from '../../testing/drafts';
import {
  blankDraft,
  placeInDraft,
  toDraftForm,
  toDraftInput,
  withCustomer,
  withoutCustomer,
} from './draft-form';

describe('a draft in a form', () => {
  it('does not send lines again that nobody has changed', () => {
    const form = toDraftForm(aDraft());

    expect(toDraftInput({ ...form, note: 'Rang at noon' }, form)).toEqual({
      email: 'mary@shopper.example',
      shippingAddress: {
        name: 'Mary Shopper',
        line1: '1 High Street',
        city: 'Leeds',
        postcode: 'LS1 1AA',
        countryCode: 'GB',
      },
      shippingMethodCode: 'standard',
      couponCodes: [],
      note: 'Rang at noon',
    });
  });

  it('keeps what was chosen of a bundle and which prices were set', () => {
    const part = { choiceId: 'c1', choiceName: 'Frame', quantity: 1 };
    const bundle = aDraftLine({
      ownUnitPrice: pounds('9.00'),
      discountPercent: '5',
      parts: [{ ...part, variationId: 'v9', productTitle: 'Oak', variationTitle: 'Default' }],
    });
    const form = toDraftForm(aDraft({ lines: [bundle] }));
    const [line] = form.lines;
    if (!line) throw new Error('The line is missing.');

    expect(line.parts?.[0]?.label).toBe('1 × Oak');
    expect(toDraftInput({ ...form, lines: [{ ...line, quantity: '3' }] }, form).lines).toEqual([
      {
        variationId: 'v1',
        quantity: 3,
        unitPrice: '9.00',
        discountPercent: '5',
        parts: [{ choiceId: 'c1', variationId: 'v9', quantity: 1 }],
      },
    ]);
  });

  it('does not order what a promotion adds for nothing', () => {
    const gift = aDraftLine({ id: 'l2', isGift: true, cost: aDraftCost('0.00') });

    expect(toDraftForm(aDraft({ lines: [aDraftLine(), gift] })).lines).toHaveLength(1);
  });

  it('sends no address of which only the country is chosen', () => {
    const address = { ...blankDraft.address, countryCode: 'GB' };

    expect(toDraftInput({ ...blankDraft, address }, blankDraft)).toEqual({ couponCodes: [] });
  });

  it('reads codes however they are separated', () => {
    const typed = { ...blankDraft, couponCodes: 'FANS, TEN;SPRING' };

    expect(toDraftInput(typed, blankDraft).couponCodes).toEqual(['FANS', 'TEN', 'SPRING']);
  });

  it('empties what was saved and is empty now, and says nothing of what never was', () => {
    const customer = {
      __typename: 'Customer' as const,
      id: 'c1',
      name: 'Mary',
      email: 'm@x.example',
    };
    const full = toDraftForm(aDraft({ customer, note: 'Rang at noon', couponCodes: ['FANS'] }));

    expect(toDraftInput({ ...blankDraft, lines: full.lines }, full)).toEqual({
      customerId: null,
      email: null,
      shippingAddress: null,
      shippingMethodCode: null,
      note: null,
      couponCodes: [],
    });
    expect(toDraftInput(blankDraft, blankDraft)).toEqual({ couponCodes: [] });
  });

  it('takes the address of a customer out with them, not one that was typed', () => {
    const mary = { id: 'c1', name: 'Mary', email: 'mary@shopper.example' };
    const forMary = withCustomer(blankDraft, mary, mary.email);

    expect(withoutCustomer(forMary)).toMatchObject({ customer: null, email: '' });
    expect(withoutCustomer({ ...forMary, email: 'office@shopper.example' })).toMatchObject({
      customer: null,
      email: 'office@shopper.example',
    });
  });

  it('writes to the customer it is for, unless messages were to go somewhere else', () => {
    const mary = { id: 'c1', name: 'Mary', email: 'mary@shopper.example' };
    const emmy = { id: 'c2', name: 'Emmy', email: 'emmy@shopper.example' };
    const forMary = withCustomer(blankDraft, mary, mary.email);
    const toOffice = { ...forMary, email: 'office@shopper.example' };

    expect(toDraftInput(forMary, blankDraft)).toMatchObject({
      customerId: 'c1',
      email: 'mary@shopper.example',
    });
    expect(withCustomer(forMary, emmy, emmy.email).email).toBe('emmy@shopper.example');
    expect(withCustomer(toOffice, emmy, emmy.email)).toMatchObject({
      customer: emmy,
      email: 'office@shopper.example',
    });
    expect(withCustomer(toOffice, undefined, 'new@shopper.example')).toMatchObject({
      customer: null,
      email: 'new@shopper.example',
    });
  });

  it.each([
    [
      ['shippingAddress', 'postcode'],
      ['address', 'postcode'],
    ],
    [['shippingAddress'], []],
    [['couponCodes', '0'], ['couponCodes']],
    [
      ['lines', '0', 'unitPrice'],
      ['lines', '0', 'unitPrice'],
    ],
  ])('has what the server calls %j at %j', (path, place) => {
    expect(placeInDraft(path)).toEqual(place);
  });
});
