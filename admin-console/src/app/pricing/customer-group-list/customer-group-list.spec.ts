import { provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';

import { FakeGraph } from '../../testing/fake-graph';
import { faultAt, fillIn, press } from '../../testing/fields';
import { refused } from '../../testing/pricing';
import { CustomerGroupList } from './customer-group-list';

const group = { __typename: 'CustomerGroup', code: 'trade', name: 'Trade', memberCount: 2 };

async function open(graph: FakeGraph) {
  graph.answer('CustomerGroups', () => ({ customerGroups: [group] }));
  await render(CustomerGroupList, {
    providers: [graph.provide(['PRICING_WRITE']), provideRouter([])],
  });
  await screen.findByText('Trade');
}

describe('the customer groups', () => {
  it('are made with a name and a code', async () => {
    const graph = new FakeGraph().answer('SetCustomerGroup', () => ({
      customerGroupSet: {
        __typename: 'CustomerGroupSetPayload',
        customerGroups: [group],
        userErrors: [],
      },
    }));
    await open(graph);
    press('New group');
    const dialog = await screen.findByRole('dialog', { name: 'New customer group' });

    fillIn('Name', 'Schools', dialog);
    fillIn('Code', 'Our schools', dialog);
    press('Create group', dialog);
    await waitFor(() => expect(faultAt('Code')).toMatch('small letters'));
    fillIn('Code', 'schools', dialog);
    press('Create group', dialog);

    await waitFor(() =>
      expect(graph.inputsOf('SetCustomerGroup')).toEqual([{ name: 'Schools', code: 'schools' }]),
    );
  });

  it('take customers by their addresses, and say which is unknown', async () => {
    const graph = new FakeGraph().answer('AssignCustomerGroup', () => ({
      customerGroupAssign: {
        __typename: 'CustomerGroupAssignPayload',
        customerGroups: null,
        userErrors: refused('Nobody has an account with b@x.example.', ['emails', '1']),
      },
    }));
    await open(graph);
    press('Put customers into Trade');
    const dialog = await screen.findByRole('dialog', { name: 'Put customers into “Trade”' });

    fillIn('E-mail addresses', 'a@x.example\nb@x.example, ', dialog);
    press('Add customers', dialog);

    await waitFor(() => expect(faultAt('E-mail addresses')).toMatch('b@x.example'));
    expect(graph.inputsOf('AssignCustomerGroup')).toEqual([
      { code: 'trade', emails: ['a@x.example', 'b@x.example'] },
    ]);
  });
});
