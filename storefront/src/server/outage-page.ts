/** What a shopper sees when even rendering failed. It needs nothing but itself. */
export function outagePage(requestId: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Halftone</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:1.1rem/1.6 system-ui;max-width:34rem;margin:18vh auto;padding:0 1.5rem}</style>
<h1>The press has jammed</h1>
<p>This page could not be made. Please <a href="">try again</a> in a moment.</p>
<p><small>Reference ${requestId}</small></p></html>`;
}
