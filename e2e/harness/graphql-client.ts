/** An error at the top level of a GraphQL answer: sign-in, permission, limits, a document that is not valid. */
export interface GraphqlFailure {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** What a GraphQL endpoint answered. */
export interface GraphqlAnswer<T> {
  readonly status: number;
  readonly data?: T | null;
  readonly errors?: readonly GraphqlFailure[];
}

/** A program that speaks to a GraphQL endpoint over HTTP, as any third party does. */
export class GraphqlClient {
  readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** The same endpoint with more headers. */
  with(headers: Readonly<Record<string, string>>): GraphqlClient {
    return new GraphqlClient(this.url, { ...this.headers, ...headers });
  }

  /** Sends an operation and returns the answer, whatever it is. */
  async send<T>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<GraphqlAnswer<T>, 'status'>;
    return { ...body, status: response.status };
  }

  /** Sends an operation that must succeed and returns its data. */
  async request<T>(query: string, variables: object = {}): Promise<T> {
    const { data, errors, status } = await this.send<T>(query, variables);
    if (errors?.length || !data) {
      throw new Error(`${this.url} answered ${status}: ${JSON.stringify(errors ?? data)}`);
    }
    return data;
  }
}
