import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

import { currencyExponent } from '../../kernel/money';

function stringScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) {
      throw new GraphQLError(`This is not a valid ${name}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const Decimal = stringScalar(
  'Decimal',
  'An exact decimal number as a string, such as "12.50"; never a float.',
  (text) => /^-?\d{1,15}(\.\d{1,6})?$/.test(text),
);

export const CurrencyCode = stringScalar(
  'CurrencyCode',
  'An ISO 4217 currency code, such as EUR.',
  (text) => /^[A-Z]{3}$/.test(text) && currencyExponent(text) >= 0,
);

export const CountryCode = stringScalar(
  'CountryCode',
  'An ISO 3166-1 alpha-2 country code, such as GB.',
  (text) => /^[A-Z]{2}$/.test(text),
);

export const EventCursor = stringScalar(
  'EventCursor',
  'An opaque position in an event log, of one thing or of a feed of many. Send the last one seen as `after` to receive everything that came later.',
  (text) => text.length > 0 && text.length <= 2_000,
);

function toDate(value: unknown): Date {
  const date =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw new GraphQLError('This is not a valid DateTime.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return date;
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An ISO 8601 date and time with zone, such as 2026-11-20T09:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: toDate,
  parseLiteral: (node: ValueNode) => toDate(node.kind === Kind.STRING ? node.value : undefined),
});
