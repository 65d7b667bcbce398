const smallWords = new Set('a an and as at but by for from in of on or the to with'.split(' '));
const properForms = new Map([
  ['3d', '3D'],
  ['bbq', 'BBQ'],
  ['cd', 'CD'],
  ['diy', 'DIY'],
  ['dvd', 'DVD'],
  ['ipod', 'iPod'],
  ['led', 'LED'],
  ['mdf', 'MDF'],
  ['tv', 'TV'],
  ['uk', 'UK'],
  ['usa', 'USA'],
  ['usb', 'USB'],
]);
/** Words that warehouse staff leave in the description of an adjustment. */
const remarkWords =
  /\b(adjust\w*|amazon|barcode|broken|check(ed)?|counted|crushed|damage[ds]?|dotcom|ebay|faulty|found|incorrect\w*|lost|missing|mix(ed)? up|mouldy|returned|rusty|sales?|samples?|smashed|sold as|stock|test|thrown|unsaleable|wet|wrong\w*)\b/i;

/** A description fit to be a product's name; undefined for empty ones and for remarks such as "damaged" or "?". */
export function cleanName(description: string): string | undefined {
  const text = description
    .replace(/\s+/g, ' ')
    .replace(/^[\s*?.,-]+|[\s*?,-]+$/g, '')
    .replace(/ ,/g, ',')
    .replace(/,(?=\p{L})/gu, ', ');
  return !/\p{L}{2}/u.test(text) || isRemark(text) ? undefined : titleCase(text);
}

/**
 * The shop writes names in capitals, so a text without any is a remark. One with some is a name
 * ("Dad's Cab Electronic Meter") unless it uses the words of the warehouse ("Dotcom sales").
 */
function isRemark(text: string): boolean {
  if (!/\p{Lu}/u.test(text)) return true;
  return /\p{Ll}{3}/u.test(text) && remarkWords.test(text);
}

/** Capitals where an English title has them: "T-Light Holder with Bow", "Filler Pad 45x45cm". */
function titleCase(text: string): string {
  const lower = text.toLowerCase();
  const words = [...lower.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)];
  const lastStart = words.at(-1)?.index;
  return lower.replace(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu, (word: string, start: number) => {
    const proper = properForms.get(word);
    if (proper !== undefined) return proper;
    const isInside = start !== 0 && start !== lastStart && lower[start - 1] === ' ';
    if (isInside && smallWords.has(word)) return word;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}
