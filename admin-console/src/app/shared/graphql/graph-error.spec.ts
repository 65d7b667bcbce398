import { CombinedGraphQLErrors } from '@apollo/client/errors';

import { describeProblem, isUnauthenticated } from './graph-error';

function anErrorWith(code: string) {
  return new CombinedGraphQLErrors({
    errors: [{ message: 'No.', extensions: { code, requestId: 'r-1' } }],
  });
}

describe('describeProblem', () => {
  it('knows a lost session by its code', () => {
    expect(isUnauthenticated(anErrorWith('UNAUTHENTICATED'))).toBe(true);
    expect(isUnauthenticated(anErrorWith('FORBIDDEN'))).toBe(false);
  });

  it('says what to do about a limit, with the request’s id', () => {
    const problem = describeProblem(anErrorWith('RATE_LIMITED'));

    expect(problem.message).toMatch(/wait a moment/i);
    expect(problem.requestId).toBe('r-1');
  });

  it('takes an error without an answer for a broken connection', () => {
    expect(describeProblem(new TypeError('Failed to fetch')).code).toBe('NETWORK');
  });
});
