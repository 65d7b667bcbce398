import { inject, RESPONSE_INIT } from '@angular/core';

/** Sets the status of the page's HTTP answer while the server renders; does nothing in the browser. */
export function injectResponseStatus(): (status: number) => void {
  const response = inject(RESPONSE_INIT, { optional: true });
  return (status) => {
    if (response) response.status = status;
  };
}
