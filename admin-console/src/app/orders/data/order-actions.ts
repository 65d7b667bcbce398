import type { OrderAction, OrderEventType } from '../../shared/graphql/types.generated';

/** A button of the order page: something that can be done now, or what blocks it. */
export interface OrderActionButton {
  readonly action: OrderAction;
  readonly label: string;
  readonly emphasis: 'primary' | 'secondary' | 'danger';
  readonly blockedBy: string | undefined;
}

interface OfferedAction {
  readonly action: OrderAction;
  readonly available: boolean;
  readonly blockedBy: string | null;
}

interface ActionView {
  readonly action: OrderAction;
  readonly label: string;
  /** The event this action leaves behind; once it is there, the action is history. */
  readonly result: OrderEventType;
  readonly isStep: boolean;
}

const views: readonly ActionView[] = [
  { action: 'CONFIRM', label: 'Confirm order', result: 'CONFIRMED', isStep: true },
  { action: 'START_PROCESSING', label: 'Start processing', result: 'PROCESSING', isStep: true },
  { action: 'SHIP', label: 'Ship order', result: 'SHIPPED', isStep: true },
  { action: 'DELIVER', label: 'Mark as delivered', result: 'DELIVERED', isStep: true },
  { action: 'CAPTURE_PAYMENT', label: 'Take payment', result: 'PAID', isStep: false },
  { action: 'MARK_PAID', label: 'Mark as paid', result: 'PAID', isStep: false },
  { action: 'REFUND', label: 'Refund order', result: 'REFUNDED', isStep: false },
  { action: 'CANCEL', label: 'Cancel order', result: 'CANCELLED', isStep: false },
];

const ends: readonly OrderEventType[] = ['CANCELLED', 'REFUNDED'];
const missingPermission = 'Your account may look at orders but not change them.';

const sideLabels: Partial<Record<OrderAction, string>> = {
  FULFIL: 'Pack a parcel',
  EDIT: 'Edit order',
  CANCEL_LINES: 'Cancel items',
  REFUND_PART: 'Refund a part',
  REQUEST_RETURN: 'Take goods back',
  EXCHANGE: 'Exchange goods',
};

/** What else can be done with an order now, besides its way to the shopper. */
export function sideActions(
  { availableActions }: { readonly availableActions: readonly OfferedAction[] },
  mayChangeOrders: boolean,
): readonly { readonly action: OrderAction; readonly label: string }[] {
  if (!mayChangeOrders) return [];
  return Object.entries(sideLabels).flatMap(([name, label]) => {
    const action = name as OrderAction;
    return offer(availableActions, action)?.available ? [{ action, label }] : [];
  });
}

/** The buttons of an order in the order they are shown: what can be done first, then what cannot yet. */
export function orderActionButtons(
  order: {
    readonly availableActions: readonly OfferedAction[];
    readonly events: readonly { readonly type: OrderEventType }[];
  },
  mayChangeOrders: boolean,
): readonly OrderActionButton[] {
  const happened = new Set(order.events.map(({ type }) => type));
  const isOver = ends.some((end) => happened.has(end));
  const nextStep = views.find(
    ({ action, isStep }) => isStep && offer(order.availableActions, action)?.available,
  );

  const buttons = views.flatMap((view): OrderActionButton[] => {
    const offered = offer(order.availableActions, view.action);
    if (!offered) return [];
    if (!offered.available && (isOver || happened.has(view.result))) return [];
    return [
      {
        action: view.action,
        label: view.label,
        emphasis: emphasisOf(view, nextStep),
        blockedBy: blockedBy(offered, mayChangeOrders),
      },
    ];
  });
  return [
    ...buttons.filter((button) => button.blockedBy === undefined),
    ...buttons.filter((button) => button.blockedBy !== undefined),
  ];
}

function offer(actions: readonly OfferedAction[], action: OrderAction): OfferedAction | undefined {
  return actions.find((each) => each.action === action);
}

function emphasisOf(view: ActionView, nextStep: ActionView | undefined) {
  if (view.action === 'CANCEL' || view.action === 'REFUND') return 'danger';
  return view === nextStep ? 'primary' : 'secondary';
}

function blockedBy(offered: OfferedAction, mayChangeOrders: boolean): string | undefined {
  if (!offered.available) return offered.blockedBy ?? 'Not possible at the moment.';
  return mayChangeOrders ? undefined : missingPermission;
}
