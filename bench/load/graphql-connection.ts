import { HttpConnection, prepare } from './http-connection.ts';

/** A GraphQL answer without errors. */
export interface GraphqlAnswer<T> {
  readonly data: T;
  readonly head: string;
}

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

/** One client of one GraphQL endpoint; whatever is not the wanted answer is an error. */
export class GraphqlConnection {
  private readonly connection: HttpConnection;
  private readonly path: string;

  private constructor(connection: HttpConnection, path: string) {
    this.connection = connection;
    this.path = path;
  }

  static async open(port: number, path = '/graphql'): Promise<GraphqlConnection> {
    return new GraphqlConnection(await HttpConnection.open(port), path);
  }

  /** Sends an operation. */
  async send<T>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphqlAnswer<T>> {
    const request = prepare(this.path, JSON.stringify({ query, variables }), headers);
    const { status, head, body } = await this.connection.send(request);
    const text = body.toString();
    if (status !== 200) throw new Error(`HTTP ${status}: ${text.slice(0, 300)}`);
    const { data, errors } = JSON.parse(text) as { data?: T; errors?: unknown };
    if (errors !== undefined || !data) throw new Error(text.slice(0, 300));
    return { data, head };
  }

  close(): void {
    this.connection.close();
  }
}

/** The payload of a mutation that was done. */
export function granted<T extends Payload>(payload: T): T {
  const [refusal] = payload.userErrors;
  if (refusal) throw new Error(`${refusal.code}: ${refusal.message}`);
  return payload;
}
