const card =
  'id slug title availability priceRange { min { amount currencyCode } max { amount currencyCode } }';
const form =
  'id sku title availability price { amount currencyCode } selectedOptions { name value }';
const cost = 'subtotal { amount } shipping { amount } tax { amount } total { amount currencyCode }';
const cart = `id version totalQuantity cost { ${cost} } problems { code }
  lines { id quantity unitPrice { amount } cost { total { amount } }
    variation { id sku title availability product { id slug title } } }`;
const refusal = 'userErrors { code message }';

/** What the scenarios send to the API. They stay as they are, so that results remain comparable. */
export const operations = {
  list: `query List { products(first: 24) { pageInfo { hasNextPage }
    nodes { ${card} variations { ${form} } } } }`,
  listAfter: `query ListAfter($first: Int!, $after: String!) { products(first: $first, after: $after) {
    pageInfo { hasNextPage } nodes { ${card} variations { ${form} } } } }`,
  cursors: `query Cursors($after: String) { products(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } edges { cursor } } }`,
  browse: `query Browse { products(first: 24) { pageInfo { hasNextPage endCursor } nodes { ${card} } } }`,
  detail: `query Detail($slug: String!) { product(slug: $slug) { ${card} description
    attributes { name value } options { id name values { id name } } variations { ${form} }
    collections { id slug title } } }`,
  search: `query Search($query: String!) { products(first: 24, query: $query) { totalCount
    pageInfo { hasNextPage } nodes { ${card} } } }`,
  variations: `query Variations($after: String) { products(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { slug variations { id } } } }`,
  cart: `query Cart { cart { ${cart} } }`,
  cartLinesAdd: `mutation CartLinesAdd($input: CartLinesAddInput!) {
    cartLinesAdd(input: $input) { cart { ${cart} } ${refusal} } }`,
  cartCreate: `mutation CartCreate($input: CartCreateInput!) {
    cartCreate(input: $input) { cart { ${cart} } cartToken ${refusal} } }`,
  checkoutStart: `mutation CheckoutStart { checkoutStart(input: {}) {
    checkout { id version cost { ${cost} } } ${refusal} } }`,
  checkoutUpdate: `mutation CheckoutUpdate($input: CheckoutUpdateInput!) { checkoutUpdate(input: $input) {
    checkout { id version cost { ${cost} } } ${refusal} } }`,
  checkoutPay: `mutation CheckoutPay($input: CheckoutPayInput!) { checkoutPay(input: $input) {
    order { id number trackingToken events { cursor } } ${refusal} } }`,
  orderEvents: `subscription OrderEvents($trackingToken: String!, $after: EventCursor) {
    orderEvents(trackingToken: $trackingToken, after: $after) {
      cursor sequence type occurredAt status paymentStatus fulfilmentStatus } }`,
  staffSessionCreate: `mutation StaffSessionCreate($input: SessionCreateInput!) {
    staffSessionCreate(input: $input) { session { accessToken } ${refusal} } }`,
  orderTransition: `mutation OrderTransition($input: OrderTransitionInput!) {
    orderTransition(input: $input) { order { id status } ${refusal} } }`,
} as const;
