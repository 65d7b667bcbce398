import type { FastifyInstance } from 'fastify';

/** An answer as a client sees it. */
export interface GraphqlAnswer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors:
    | readonly {
        message: string;
        path?: readonly (string | number)[];
        extensions: { code: string; requestId?: string };
      }[]
    | undefined;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

/** Speaks GraphQL to one contract like a browser does: keeps cookies, may hold an access token. */
export class GraphqlClient {
  private readonly cookies = new Map<string, string>();
  accessToken: string | undefined;
  cartToken: string | undefined;
  /** Address the requests seem to come from. */
  address = '127.0.0.1';

  constructor(
    private readonly http: FastifyInstance,
    private readonly path: string,
  ) {}

  /** Sends one operation. */
  async send<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphqlAnswer<T>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.http.inject({
      method: 'POST',
      url: this.path,
      remoteAddress: this.address,
      headers: {
        'content-type': 'application/json',
        ...(cookie ? { cookie } : {}),
        ...(this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {}),
        ...(this.cartToken ? { 'cart-token': this.cartToken } : {}),
      },
      payload: JSON.stringify({ query, variables }),
    });
    for (const { name, value } of response.cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const body = response.json<{ data: T; errors?: GraphqlAnswer<T>['errors'] }>();
    return {
      status: response.statusCode,
      data: body.data,
      errors: body.errors,
      headers: response.headers,
    };
  }

  /** Sends one operation that must not fail at the top level, and gives its data. */
  async data<T = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** A cookie as the browser would hold it. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Puts a cookie into the jar. */
  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }
}
