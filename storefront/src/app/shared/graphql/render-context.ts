/** What the rendering server hands to the application with each request. */
export interface RenderContext {
  readonly apiUrl: string;
  /** Under which the shop is known to the world; the request's own may be that of a proxy. */
  readonly publicOrigin: string;
  readonly requestId: string;
}
