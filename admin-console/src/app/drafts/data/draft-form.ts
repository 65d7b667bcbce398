import { applyEach, email, type SchemaPathTree, validate } from '@angular/forms/signals';

import { isAmount, isPercent, wholeNumberRule } from '../../shared/form/rules';
import type { ChosenPart } from '../../shared/goods/parts-form';
import type { DraftOrderCreateInput } from '../../shared/graphql/types.generated';
import {
  type AddressForm,
  blankAddress,
  hasAddress,
  toAddressForm,
  toAddressInput,
} from './address-form';
import type { DraftFieldsFragment, DraftLineFieldsFragment } from './draft-fragments.generated';

/** A variation of a draft as it is edited. */
export interface LineForm {
  readonly productId: string;
  readonly variationId: string;
  readonly title: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent: string;
  /** What was chosen of a bundle; null: what a shopper gets who chooses nothing. */
  readonly parts: readonly ChosenPart[] | null;
}

/** The customer whom a draft is for. */
export interface CustomerForm {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** An order that staff prepare, as it is edited. */
export interface DraftForm {
  readonly lines: readonly LineForm[];
  /** Null for somebody without an account. */
  readonly customer: CustomerForm | null;
  readonly email: string;
  readonly address: AddressForm;
  readonly shippingMethodCode: string;
  readonly couponCodes: string;
  readonly note: string;
}

export const blankDraft: DraftForm = {
  lines: [],
  customer: null,
  email: '',
  address: blankAddress,
  shippingMethodCode: '',
  couponCodes: '',
  note: '',
};

/** Something of the catalogue in words; a product's only variation is called like the product. */
export function goodsTitle(goods: {
  readonly productTitle: string;
  readonly variationTitle: string;
}): string {
  const { productTitle, variationTitle } = goods;
  return variationTitle === 'Default' ? productTitle : `${productTitle}, ${variationTitle}`;
}

/** A draft, ready to be edited: what promotions add for nothing is none of its lines. */
export function toDraftForm(draft: DraftFieldsFragment): DraftForm {
  return {
    lines: draft.lines.filter(({ isGift }) => !isGift).map(toLineForm),
    customer: draft.customer ? toCustomerForm(draft.customer) : null,
    email: draft.email ?? '',
    address: toAddressForm(draft.shippingAddress),
    shippingMethodCode: draft.shippingMethodCode ?? '',
    couponCodes: draft.couponCodes.join(' '),
    note: draft.note ?? '',
  };
}

/** The draft for somebody else. Messages go to them, unless they were to go somewhere else already. */
export function withCustomer(
  draft: DraftForm,
  customer: CustomerForm | undefined,
  email: string,
): DraftForm {
  const typed = draft.email.trim();
  const isTheirs = !typed || typed === draft.customer?.email || !customer;
  return { ...draft, customer: customer ?? null, email: isTheirs ? email : draft.email };
}

/** The draft for nobody with an account. Their address goes with them, one that was typed stays. */
export function withoutCustomer(draft: DraftForm): DraftForm {
  const email = draft.email === draft.customer?.email ? '' : draft.email;
  return { ...draft, customer: null, email };
}

/** What can be said of a draft; null empties what was said before. */
export type DraftInput = Omit<DraftOrderCreateInput, 'idempotencyKey'>;

/**
 * What is sent of a draft. `before` is what is saved: of it unchanged lines are not sent again, and what is empty now is
 * emptied.
 */
export function toDraftInput(form: DraftForm, before: DraftForm): DraftInput {
  const { lines, customer, address, shippingMethodCode } = form;
  return {
    ...(JSON.stringify(lines) !== JSON.stringify(before.lines) && {
      lines: lines.map(toLineInput),
    }),
    ...said('customerId', customer?.id, before.customer?.id),
    ...said('email', form.email.trim(), before.email),
    ...said(
      'shippingAddress',
      hasAddress(address) && toAddressInput(address),
      hasAddress(before.address),
    ),
    ...said('shippingMethodCode', shippingMethodCode, before.shippingMethodCode),
    ...said('note', form.note.trim(), before.note),
    couponCodes: form.couponCodes.split(/[\s,;]+/).filter(Boolean),
  };
}

function said<K extends keyof DraftInput>(
  field: K,
  now: DraftInput[K] | '' | false,
  before: unknown,
): DraftInput {
  if (now) return { [field]: now };
  return before ? { [field]: null } : {};
}

/** What must be right before a draft is saved. */
export function draftRules(path: SchemaPathTree<DraftForm>): void {
  applyEach(path.lines, (line) => {
    wholeNumberRule(line.quantity, 1, 100_000);
    validate(line.unitPrice, ({ value }) =>
      !value().trim() || isAmount(value())
        ? undefined
        : { kind: 'amount', message: 'An amount such as 12.50.' },
    );
    validate(line.discountPercent, ({ value }) =>
      !value().trim() || isPercent(value())
        ? undefined
        : { kind: 'percent', message: 'From 0 to 100.' },
    );
  });
  email(path.email, { message: 'This is no e-mail address.' });
  const asked = { name: 'Who gets it?', line1: 'Which street?', city: 'Which town?' } as const;
  for (const field of ['name', 'line1', 'city'] as const) {
    validate(path.address[field], ({ value, valueOf }) =>
      hasAddress(valueOf(path.address)) && !value().trim()
        ? { kind: 'required', message: asked[field] }
        : undefined,
    );
  }
  validate(path.address.countryCode, ({ value, valueOf }) =>
    hasAddress(valueOf(path.address)) && !value()
      ? { kind: 'required', message: 'Which country?' }
      : undefined,
  );
}

/** Where the form has the field that the server names by another path. */
export function placeInDraft([first = '', ...rest]: readonly string[]): readonly string[] {
  if (first === 'shippingAddress') return rest.length > 0 ? ['address', ...rest] : [];
  return first === 'couponCodes' ? [first] : [first, ...rest];
}

function toCustomerForm({ id, name, email }: CustomerForm): CustomerForm {
  return { id, name, email };
}

function toLineForm(line: DraftLineFieldsFragment): LineForm {
  return {
    productId: line.productId,
    variationId: line.variationId,
    title: goodsTitle(line),
    quantity: String(line.quantity),
    unitPrice: line.ownUnitPrice?.amount ?? '',
    discountPercent: line.discountPercent ?? '',
    parts: line.parts.length > 0 ? line.parts.map(toPart) : null,
  };
}

function toPart(part: DraftLineFieldsFragment['parts'][number]): ChosenPart {
  const { choiceId, variationId, quantity } = part;
  return { choiceId, variationId, quantity, label: `${quantity} × ${goodsTitle(part)}` };
}

function toLineInput({ variationId, quantity, unitPrice, discountPercent, parts }: LineForm) {
  return {
    variationId,
    quantity: Number(quantity),
    ...(unitPrice.trim() && { unitPrice: unitPrice.trim() }),
    ...(discountPercent.trim() && { discountPercent: discountPercent.trim() }),
    ...(parts && {
      parts: parts.map((part) => ({
        choiceId: part.choiceId,
        variationId: part.variationId,
        quantity: part.quantity,
      })),
    }),
  };
}
