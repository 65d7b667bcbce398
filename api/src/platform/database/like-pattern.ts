/** What LIKE looks for to find a text anywhere; what LIKE reads as a wildcard stands for itself. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
