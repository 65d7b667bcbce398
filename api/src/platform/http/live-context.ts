import type { IncomingHttpHeaders } from 'node:http';

import { parseCookie } from 'cookie';
import type { Logger } from 'pino';

import { LoaderScope } from '../graphql/loader-scope';
import type { ContractName, RequestContext } from '../graphql/request-context';
import type { Viewer } from '../security/viewer';
import type { LiveConnection } from './live-connections';

/** What an operation on a lasting connection keeps of the request that opened it. */
export interface LiveOrigin {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly clientAddress: string;
}

/**
 * The context of one operation on a socket or stream. It may live for days, thousands at a time, so it holds
 * little and makes the rest when asked; its viewer is always the connection's present one.
 */
export class LiveContext implements RequestContext {
  readonly loaders = new LoaderScope();
  private ownLog: Logger | undefined;

  constructor(
    private readonly connection: LiveConnection,
    private readonly origin: LiveOrigin,
    private readonly parentLog: Logger,
  ) {}

  get requestId(): string {
    return this.origin.requestId;
  }

  get contract(): ContractName {
    return this.connection.contract;
  }

  get viewer(): Viewer {
    return this.connection.viewer;
  }

  get log(): Logger {
    return (this.ownLog ??= this.parentLog.child({ requestId: this.requestId }));
  }

  get clientAddress(): string {
    return this.origin.clientAddress;
  }

  get cookies(): Readonly<Record<string, string | undefined>> {
    return parseCookie(this.origin.headers.cookie ?? '');
  }

  header(name: string): string | undefined {
    const value = this.origin.headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  }

  setCookie(): void {
    // Nothing that runs here sets one: mutations are sent over HTTP.
  }
}
