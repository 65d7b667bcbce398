-- What must hold in every database of a shop at every moment, whatever was killed on the way. Each row is a breach: which
-- rule, and what breaks it. Read by e2e/harness/invariants.ts.

SELECT 'stock is never below what is reserved, nor below zero' AS rule, variation_id::text AS breach
FROM stock_level WHERE on_hand < 0 OR reserved < 0 OR reserved > on_hand

UNION ALL
SELECT 'the ledger sums to the level', coalesce(l.variation_id, m.variation_id)::text
FROM stock_level l
FULL JOIN (
  SELECT variation_id, location_id, sum(units) AS units FROM stock_movement GROUP BY variation_id, location_id
) m ON m.variation_id = l.variation_id AND m.location_id = l.location_id
WHERE coalesce(l.on_hand, 0) <> coalesce(m.units, 0)

UNION ALL
SELECT 'what is reserved is reserved by somebody', l.variation_id::text
FROM stock_level l
LEFT JOIN (
  SELECT variation_id, location_id, sum(quantity) AS quantity FROM stock_reservation GROUP BY variation_id, location_id
) r ON r.variation_id = l.variation_id AND r.location_id = l.location_id
WHERE l.reserved <> coalesce(r.quantity, 0)

UNION ALL
SELECT 'only checkouts that may still be paid hold stock', r.checkout_id::text
FROM stock_reservation r LEFT JOIN checkout k ON k.id = r.checkout_id
WHERE k.status IS NULL OR k.status NOT IN ('LOCKED', 'PAYMENT_PENDING')

UNION ALL
SELECT 'no hold outlives its time by more than a minute', k.id::text
FROM checkout k
WHERE k.status IN ('LOCKED', 'PAYMENT_PENDING') AND k.reserved_until < now() - interval '60 seconds'

UNION ALL
SELECT 'a checkout rests in no step between the payment and the order', id::text
FROM checkout WHERE status IN ('PAYMENT_CONFIRMED', 'ORDER_CREATED')

UNION ALL
SELECT 'a completed checkout is exactly one order', k.id::text
FROM checkout k LEFT JOIN orders o ON o.checkout_id = k.id
WHERE (k.status = 'COMPLETED') <> (o.id IS NOT NULL) OR k.order_id IS DISTINCT FROM o.id

UNION ALL
SELECT 'a checkout is charged once', checkout_id::text
FROM payment WHERE order_id IS NOT NULL AND provider_code <> 'gift-card' AND checkout_id IS NOT NULL
GROUP BY checkout_id HAVING count(*) > 1

UNION ALL
SELECT 'money that was taken has an order, or goes back', id::text
FROM payment WHERE state IN ('AUTHORIZED', 'CAPTURED', 'REFUNDED') AND order_id IS NULL AND returned_because IS NULL

UNION ALL
SELECT 'money without an order is all on its way back', id::text
FROM payment WHERE state IN ('CAPTURED', 'REFUNDED') AND order_id IS NULL AND refunded_minor <> captured_minor
  AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = payment.id AND r.state = 'FAILED')

UNION ALL
SELECT 'no more goes back than was captured', p.id::text
FROM payment p
LEFT JOIN (
  SELECT payment_id, sum(amount_minor) AS amount_minor FROM refund WHERE state <> 'FAILED' GROUP BY payment_id
) r ON r.payment_id = p.id
WHERE p.refunded_minor <> coalesce(r.amount_minor, 0) OR p.refunded_minor > p.captured_minor

UNION ALL
SELECT 'an order that is paid has been paid for all that is owed', o.id::text
FROM orders o
LEFT JOIN (
  SELECT order_id, sum(captured_minor - refunded_minor) AS kept_minor FROM payment GROUP BY order_id
) p ON p.order_id = o.id
WHERE o.payment_status = 'PAID'
  AND coalesce(p.kept_minor, 0) < o.total_minor - o.cancelled_minor - o.credited_minor

UNION ALL
SELECT 'an order costs its goods less discounts, and delivery and tax', id::text
FROM orders
WHERE total_minor NOT IN (
  subtotal_minor - discounts_minor + shipping_minor,
  subtotal_minor - discounts_minor + shipping_minor + tax_minor
)

UNION ALL
SELECT 'the events of an order are counted without gaps up to its version', o.id::text
FROM orders o
LEFT JOIN event_log e ON e.aggregate_type = 'order' AND e.aggregate_id = o.id
GROUP BY o.id HAVING count(e.id) <> o.version OR max(e.sequence) IS DISTINCT FROM o.version

UNION ALL
SELECT 'promotions are used by checkouts that may still be paid and by orders that are not cancelled', u.checkout_id::text
FROM promotion_use u
LEFT JOIN orders o ON o.id = u.order_id
LEFT JOIN checkout k ON k.id = u.checkout_id
WHERE CASE WHEN u.order_id IS NULL THEN k.status IS NULL OR k.status NOT IN ('LOCKED', 'PAYMENT_PENDING')
  ELSE o.status IS NULL OR o.status = 'CANCELLED' END

UNION ALL
SELECT 'an order that is not cancelled counts as a use of its promotions', o.id::text
FROM orders o
CROSS JOIN LATERAL jsonb_to_recordset(o.promotions) AS had("promotionId" uuid)
JOIN promotion p ON p.id = had."promotionId"
LEFT JOIN promotion_use u ON u.order_id = o.id AND u.promotion_id = p.id
WHERE o.status <> 'CANCELLED' AND u.order_id IS NULL

UNION ALL
SELECT 'the balance of a gift card is the sum of its entries, and covers what is held', c.id::text
FROM gift_card c
WHERE c.balance_minor <> (SELECT coalesce(sum(e.amount_minor), 0) FROM gift_card_entry e WHERE e.gift_card_id = c.id)
  OR c.held_minor <> (SELECT coalesce(sum(h.amount_minor), 0) FROM gift_card_hold h WHERE h.gift_card_id = c.id)
  OR c.held_minor > c.balance_minor

UNION ALL
SELECT 'no gift card stands whose unit was cancelled or refunded', l.id::text
FROM order_line l JOIN gift_card c ON c.order_line_id = l.id AND c.taken_back_at IS NULL
GROUP BY l.id HAVING count(*) > l.quantity - l.cancelled_quantity - l.refunded_quantity

UNION ALL
SELECT 'a gift card that was taken back pays no more', c.id::text
FROM gift_card c
WHERE c.taken_back_at IS NOT NULL AND (c.disabled_at IS NULL OR c.held_minor > 0
  OR EXISTS (SELECT 1 FROM gift_card_entry e
    WHERE e.gift_card_id = c.id AND e.kind = 'USE' AND e.occurred_at > c.taken_back_at))

UNION ALL
SELECT 'what was spent of gift cards and what went back for them stays within what was paid for them', p.order_id::text
FROM (
  SELECT order_id, sum(captured_minor - refunded_minor) AS kept_minor FROM payment GROUP BY order_id
) p
JOIN (
  SELECT l.order_id, sum(least(coalesce(s.amount_minor, 0), l.total_minor / l.quantity)) AS spent_minor
  FROM order_line l
  JOIN gift_card c ON c.order_line_id = l.id
  LEFT JOIN (
    SELECT gift_card_id, -sum(amount_minor) AS amount_minor FROM gift_card_entry
    WHERE kind IN ('USE', 'REFUND') GROUP BY gift_card_id
  ) s ON s.gift_card_id = c.id
  GROUP BY l.order_id
) g ON g.order_id = p.order_id
WHERE p.kept_minor < g.spent_minor

UNION ALL
SELECT 'no key is kept without the outcome of its command', concat(operation, ' ', key)
FROM idempotency_key WHERE outcome IS NULL
