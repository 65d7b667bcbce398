import { AttemptKeys } from './attempt-keys';

describe('AttemptKeys', () => {
  it('repeats the key of an attempt whose outcome is unknown', () => {
    const keys = new AttemptKeys();

    expect(keys.keyFor({ orderId: 'o', note: 'a' })).toBe(keys.keyFor({ orderId: 'o', note: 'a' }));
  });

  it('gives another key to another attempt', () => {
    const keys = new AttemptKeys();

    expect(keys.keyFor({ note: 'a' })).not.toBe(keys.keyFor({ note: 'b' }));
  });

  it('gives a new key once an attempt was answered', () => {
    const keys = new AttemptKeys();
    const first = keys.keyFor({ orderId: 'o' });

    keys.settle({ orderId: 'o' });

    expect(keys.keyFor({ orderId: 'o' })).not.toBe(first);
  });
});
