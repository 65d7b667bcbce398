import type { OrderAction, OrderEventType } from '../../shared/graphql/types.generated';
import { orderActionButtons } from './order-actions';

const allActions: readonly OrderAction[] = [
  'CANCEL',
  'CONFIRM',
  'DELIVER',
  'MARK_PAID',
  'REFUND',
  'SHIP',
  'START_PROCESSING',
];

function anOrder(available: readonly OrderAction[], happened: readonly OrderEventType[]) {
  return {
    availableActions: allActions.map((action) => ({
      action,
      available: available.includes(action),
      blockedBy: available.includes(action) ? null : `${action} is blocked.`,
    })),
    events: happened.map((type) => ({ type })),
  };
}

describe('orderActionButtons', () => {
  it('puts the next step first and points it out', () => {
    const [first] = orderActionButtons(anOrder(['CANCEL', 'SHIP'], ['PLACED']), true);

    expect(first).toEqual({
      action: 'SHIP',
      label: 'Ship order',
      emphasis: 'primary',
      blockedBy: undefined,
    });
  });

  it('lists what is blocked behind what is possible, with the reason', () => {
    const buttons = orderActionButtons(anOrder(['CANCEL', 'CONFIRM'], ['PLACED']), true);

    expect(buttons.map(({ label }) => label)).toEqual([
      'Confirm order',
      'Cancel order',
      'Start processing',
      'Ship order',
      'Mark as delivered',
      'Mark as paid',
      'Refund order',
    ]);
    expect(buttons.find(({ action }) => action === 'SHIP')?.blockedBy).toBe('SHIP is blocked.');
  });

  it('leaves out what has happened already', () => {
    const order = anOrder(['DELIVER'], ['PLACED', 'PAID', 'CONFIRMED', 'PROCESSING', 'SHIPPED']);

    expect(orderActionButtons(order, true).map(({ action }) => action)).toEqual([
      'DELIVER',
      'REFUND',
      'CANCEL',
    ]);
  });

  it('shows no blocked action of an order that has ended', () => {
    expect(orderActionButtons(anOrder([], ['PLACED', 'CANCELLED']), true)).toEqual([]);
  });

  it('marks what cannot be taken back as dangerous', () => {
    const buttons = orderActionButtons(anOrder(['CANCEL', 'REFUND'], ['PLACED', 'PAID']), true);

    expect(buttons.slice(0, 2).map(({ emphasis }) => emphasis)).toEqual(['danger', 'danger']);
  });

  it('blocks everything for staff who may only look', () => {
    const buttons = orderActionButtons(anOrder(['CONFIRM'], ['PLACED']), false);

    expect(buttons.every(({ blockedBy }) => blockedBy !== undefined)).toBe(true);
    expect(buttons.find(({ action }) => action === 'CONFIRM')?.blockedBy).toMatch(/not change/);
  });
});
