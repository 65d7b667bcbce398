import { DestroyRef, DOCUMENT, effect, inject } from '@angular/core';

/** Keeps structured data in the head of the page while the caller lives. */
export function jsonLd(id: string, data: () => object | undefined): void {
  const document = inject(DOCUMENT);
  const elementId = `json-ld-${id}`;

  effect(() => {
    const current = data();
    let script = document.getElementById(elementId);
    if (!current) return script?.remove();
    if (!script) {
      script = document.createElement('script');
      script.id = elementId;
      script.setAttribute('type', 'application/ld+json');
      document.head.appendChild(script);
    }
    script.textContent = serializeForScript(current);
  });

  inject(DestroyRef).onDestroy(() => document.getElementById(elementId)?.remove());
}

/** JSON that cannot end the script element it stands in. */
export function serializeForScript(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
