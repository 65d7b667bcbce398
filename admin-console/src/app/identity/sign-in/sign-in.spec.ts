import { Component } from '@angular/core';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';

import { Session } from '../../shared/session/session';
import { aGraphError } from '../../testing/fake-graph';
import { SignIn } from './sign-in';

@Component({ selector: 'cw-blank', template: '' })
class Blank {}

async function openSignIn(signIn: Session['signIn'], returnTo?: string) {
  const { fixture } = await render(SignIn, {
    inputs: { returnTo },
    providers: [
      provideRouter([{ path: '**', component: Blank }]),
      { provide: Session, useValue: { signIn } },
    ],
  });
  return fixture.debugElement.injector.get(Router);
}

function enter(email: string, password: string): void {
  fireEvent.input(screen.getByLabelText('E-mail'), { target: { value: email } });
  fireEvent.input(screen.getByLabelText('Password'), { target: { value: password } });
  screen.getByRole('button', { name: 'Sign in' }).click();
}

describe('sign-in', () => {
  it('goes on to the page that was asked for', async () => {
    const router = await openSignIn(async () => undefined, '/orders/42');

    enter('ada@halftone.example', 'secret');

    await waitFor(() => expect(router.url).toBe('/orders/42'));
  });

  it('says when e-mail or password is wrong', async () => {
    await openSignIn(async () => 'E-mail or password is wrong.');

    enter('ada@halftone.example', 'guess');

    expect((await screen.findByRole('alert')).textContent).toContain('E-mail or password is wrong');
  });

  it('says when there were too many attempts', async () => {
    await openSignIn(() => Promise.reject(aGraphError('RATE_LIMITED')));

    enter('ada@halftone.example', 'guess');

    expect((await screen.findByRole('alert')).textContent).toContain('Too many attempts');
  });

  it('asks for what is missing before it sends anything', async () => {
    const signIn = jest.fn();
    await openSignIn(signIn);

    enter('ada', '');

    expect(await screen.findByText('This does not look like an e-mail address.')).toBeTruthy();
    expect(screen.getByText('Enter your password.')).toBeTruthy();
    expect(signIn).not.toHaveBeenCalled();
  });

  it('shows the password on demand', async () => {
    await openSignIn(async () => undefined);

    screen.getByRole('button', { name: 'Show password' }).click();

    expect(await screen.findByRole('button', { name: 'Hide password' })).toBeTruthy();
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text');
  });
});
