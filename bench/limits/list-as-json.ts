// The whole list as one statement that lets PostgreSQL write the JSON.
import { pageSize, pool } from './list-statements.ts';
import { serveAnswers } from './serve-answers.ts';

const money = (minor: string) =>
  `json_build_object('amount', to_char(${minor} / 100.0, 'FM999999990.00'), 'currencyCode', 'GBP')`;
const availability = (units: string) =>
  `CASE WHEN ${units} <= 0 THEN 'OUT_OF_STOCK' WHEN ${units} <= 5 THEN 'LOW_STOCK' ELSE 'IN_STOCK' END`;

const list = {
  name: 'list',
  text: `SELECT json_build_object('data', json_build_object('products', json_build_object(
      'pageInfo', json_build_object('hasNextPage',
        (SELECT count(*) > ${pageSize} FROM (SELECT 1 FROM product LIMIT ${pageSize + 1}) more)),
      'nodes', json_agg(json_build_object('id', p.id, 'slug', p.slug, 'title', p.title,
      'availability', ${availability('forms.units')},
      'priceRange', json_build_object(
        'min', ${money('p.lowest_price_minor')}, 'max', ${money('p.highest_price_minor')}),
      'variations', forms.list) ORDER BY p.featured_rank, p.id))))::text AS answer
    FROM (SELECT * FROM product ORDER BY featured_rank, id LIMIT ${pageSize}) p
    CROSS JOIN LATERAL (
      SELECT sum(s.available) AS units, json_agg(json_build_object(
        'id', v.id, 'sku', v.sku, 'title', v.title,
        'availability', ${availability('s.available')},
        'price', ${money('(p.base_price_minor + v.price_modifier_minor)')},
        'selectedOptions', o.list) ORDER BY v.position) AS list
      FROM product_variation v
      CROSS JOIN LATERAL (SELECT coalesce(sum(on_hand - reserved), 0) AS available
        FROM stock_level WHERE variation_id = v.id) s
      CROSS JOIN LATERAL (SELECT coalesce(
          json_agg(json_build_object('name', o.name, 'value', ov.name) ORDER BY o.position), '[]') AS list
        FROM variation_option_value c
        JOIN product_option o ON o.id = c.option_id
        JOIN option_value ov ON ov.id = c.option_value_id
        WHERE c.variation_id = v.id) o
      WHERE v.product_id = p.id) forms`,
};

serveAnswers(async () => {
  const { rows } = await pool.query<{ answer: string }>(list);
  return rows[0]?.answer ?? '';
});
