/** What the rendering server hands to the application with each request. */
export interface RenderContext {
  readonly apiUrl: string;
  readonly requestId: string;
}
