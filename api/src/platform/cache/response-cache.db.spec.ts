import { pino } from 'pino';

import { accepted } from '../../kernel/result';
import { createTestApp, eventually, type TestApp } from '../../testing';
import { ChangeFeed } from '../changes/change-feed';
import type { ShownThings } from '../graphql/shown-things';
import type { AnswerStore } from './answer-store';
import { createMemoryAnswerStore } from './memory-answer-store';
import { type KeepableRequest, type MadeAnswer, ResponseCache } from './response-cache';

const log = pino({ level: 'silent' });

const request: KeepableRequest = {
  key: 'poster',
  policy: {
    name: 'Poster',
    maxAgeSeconds: 60,
    rootFields: 1,
    variables: [],
    groups: new Map([['product', new Map([['content', 0]])]]),
  },
  operation: 'Poster',
  variables: '{}',
};

/** Somebody who makes answers, each when the test lets them go on. */
class Maker {
  readonly begun: ((text: string) => void)[] = [];

  constructor(private readonly productId = '1') {}

  readonly make = async (shown: ShownThings | undefined): Promise<MadeAnswer<string>> => {
    shown?.dependsOn('product-slug:poster');
    shown?.show('product', this.productId);
    const text = await new Promise<string>((resolve) => this.begun.push(resolve));
    return { answer: text, bytes: Buffer.from(text) };
  };

  async finish(index: number, text: string): Promise<void> {
    await eventually(() => this.begun.length > index);
    this.begun[index]?.(text);
  }
}

describe('the response cache of several processes', () => {
  let test: TestApp;
  let store: AnswerStore;
  let feeds: ChangeFeed[];

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  beforeEach(() => {
    store = createMemoryAnswerStore();
    feeds = [];
  });
  afterEach(async () => {
    await Promise.all(feeds.map((feed) => feed.close()));
  });

  const open = (sharing: AnswerStore = store): ResponseCache => {
    const changes = new ChangeFeed({ url: test.databaseUrl, log });
    feeds.push(changes);
    return new ResponseCache({ changes, store: sharing });
  };
  const change = (...tags: string[]) =>
    test.app.platform.transactions.run((tx) => {
      tx.changed(...tags);
      return Promise.resolve(accepted(null));
    });
  const textOf = ({ kept }: Awaited<ReturnType<ResponseCache['answer']>>) => kept?.bytes.toString();

  it('makes a missing answer in one of them, however many ask', async () => {
    const maker = new Maker();
    const [one, other] = [open(), open()];
    const asked = [one, other, one, other].map((cache) => cache.answer(request, maker.make));
    await maker.finish(0, 'made');
    const answers = await Promise.all(asked);

    expect(answers.map(textOf)).toEqual(['made', 'made', 'made', 'made']);
    expect(maker.begun).toHaveLength(1);
  });

  it('gives nobody who came after a change what was begun before it', async () => {
    const maker = new Maker();
    const cache = open();
    const early = cache.answer(request, maker.make);
    await eventually(() => maker.begun.length === 1);
    await change('product:1:content');
    const late = cache.answer(request, maker.make);
    await maker.finish(0, 'old');
    await maker.finish(1, 'new');

    expect(textOf(await early)).toBe('old');
    expect(textOf(await late)).toBe('new');
  });

  it("does not take another process's answer that a change has overtaken", async () => {
    const maker = new Maker();
    const [one, other] = [open(), open()];
    const early = one.answer(request, maker.make);
    await eventually(() => maker.begun.length === 1);
    await change('product:1:content');
    await maker.finish(0, 'old');
    await early;
    const late = other.answer(request, maker.make);
    await maker.finish(1, 'new');

    expect(textOf(await late)).toBe('new');
  });

  it('gives nothing of a store that came back with old data', async () => {
    const maker = new Maker();
    const first = open().answer(request, maker.make);
    await maker.finish(0, 'old');
    await first;
    const saved = await store.get('poster');
    await change('product:1:content');
    const second = open().answer(request, maker.make);
    await maker.finish(1, 'new');
    await second;
    if (saved) await store.put('poster', saved);
    const third = open().answer(request, maker.make);
    await maker.finish(2, 'newer');

    expect(textOf(await third)).toBe('newer');
  });

  it('goes on without its store', async () => {
    const nowhere: AnswerStore = {
      kind: 'redis',
      available: false,
      get: () => Promise.resolve(undefined),
      put: () => Promise.resolve(),
      lock: () => Promise.resolve(undefined),
    };
    const maker = new Maker();
    const cache = open(nowhere);
    const first = cache.answer(request, maker.make);
    await maker.finish(0, 'made');
    await first;

    expect(await cache.answer(request, maker.make)).toMatchObject({ outcome: 'HIT' });
  });

  it('does not make again what was finished between the look and the right to make it', async () => {
    // Of a product that never changed: next to a transaction that is open for long, older changes count as new.
    const maker = new Maker('of this test');
    let looks = 0;
    const late: AnswerStore = {
      ...store,
      get: (key) => {
        looks += 1;
        return looks === 1 ? Promise.resolve(undefined) : store.get(key);
      },
    };
    // It has followed the changes since before the answer was made, so it can tell that none touches it.
    const second = open(late);
    await feeds.at(-1)?.current();
    const first = open().answer(request, maker.make);
    await maker.finish(0, 'made');
    await first;

    expect(textOf(await second.answer(request, maker.make))).toBe('made');
    expect(maker.begun).toHaveLength(1);
  });

  it('stops waiting for a process that died while it made the answer', async () => {
    const maker = new Maker();
    await store.lock('poster', 100);
    const answer = open().answer(request, maker.make);
    await maker.finish(0, 'made after all');

    expect(textOf(await answer)).toBe('made after all');
  });

  it('keeps nothing for which nobody said what it depends on', async () => {
    const cache = open();
    const make = () => Promise.resolve({ answer: 'x', bytes: Buffer.from('x') });
    await cache.answer(request, make);

    expect(await cache.answer(request, make)).toEqual({ outcome: 'MISS', made: 'x' });
  });

  it('shows what was current a moment ago while the database is gone, and nothing else', async () => {
    const maker = new Maker();
    const cache = open();
    const [feed] = feeds;
    const first = cache.answer(request, maker.make);
    await maker.finish(0, 'made');
    await first;
    jest.spyOn(feed!, 'current').mockRejectedValue(new Error('gone'));
    jest.spyOn(feed!, 'isCutOff', 'get').mockReturnValue(true);
    const other = cache.answer({ ...request, key: 'mug' }, maker.make);
    await maker.finish(1, 'mug');

    expect(await cache.answer(request, maker.make)).toMatchObject({ outcome: 'UNVERIFIED' });
    expect(await other).toEqual({ outcome: 'BYPASS', made: 'mug' });
  });
});
