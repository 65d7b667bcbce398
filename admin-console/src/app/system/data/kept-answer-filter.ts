import type { Params } from '@angular/router';

/** Which kept answers the list shows, as its address says. */
export interface KeptAnswerFilter {
  readonly operation: string;
  readonly tag: string;
}

/** Reads the filter from the address of the page. */
export function keptAnswerFilter(address: {
  readonly operation?: string | undefined;
  readonly tag?: string | undefined;
}): KeptAnswerFilter {
  return { operation: address.operation?.trim() ?? '', tag: address.tag?.trim() ?? '' };
}

/** The address of a filter, without what is not set. */
export function keptAnswerParams({ operation, tag }: Partial<KeptAnswerFilter>): Params {
  return { ...(operation && { operation }), ...(tag && { tag }) };
}

/** Tags as somebody types or pastes them: separated by spaces, commas or lines, each once. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))];
}

/** JSON with line breaks; what is no JSON stays as it is. */
export function readableJson(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
