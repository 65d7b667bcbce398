import type { FieldPlan, SelectionPlan, TypePlan } from './selection-plan';

/** An object of an answer. */
type Answered = Record<string, unknown>;

/** How many templates are kept over all plans, of some hundred bytes each, before all are forgotten. */
const MAX_TEMPLATES = 50_000;

/** Counts the templates of all plans and, when there are too many, lets all of them be forgotten. */
export class TemplateStore {
  private count = 0;
  private readonly filled = new Set<Templates>();

  /** Room for one more template of these. */
  admit(templates: Templates): void {
    if (this.count >= MAX_TEMPLATES) {
      for (const each of this.filled) each.clear();
      this.filled.clear();
      this.count = 0;
    }
    this.count += 1;
    this.filled.add(templates);
  }
}

/**
 * What a selection shows of unchanging objects: their own properties completed, and null in the place of fields that
 * have to be resolved for each request.
 */
export class Templates {
  /** Fields that are resolved for each request. */
  readonly open: readonly FieldPlan[];
  private known = new WeakMap<object, Answered>();

  constructor(
    private readonly fields: readonly FieldPlan[],
    private readonly store: TemplateStore,
  ) {
    this.open = fields.filter((field) => !isOwnProperty(field));
  }

  /** A copy to fill in; undefined where the object does not answer by itself, which is then said field by field. */
  copyFor(source: object): Answered | undefined {
    let template = this.known.get(source);
    if (!template) {
      template = ownProperties(this.fields, source);
      if (!template) return undefined;
      this.store.admit(this);
      this.known.set(source, template);
    }
    return { ...template };
  }

  clear(): void {
    this.known = new WeakMap();
  }
}

/** Whether a field is a property of its object, with everything that is asked below it. */
function isOwnProperty(field: FieldPlan): boolean {
  if (field.constant !== undefined) return true;
  if (field.resolve || field.definition.args.length > 0) return false;
  return isPlain(field.type);
}

function isPlain(type: TypePlan): boolean {
  if (type.kind === 'leaf') return true;
  if (type.kind === 'list') return isPlain(type.item);
  return type.selection.fields.every(isOwnProperty);
}

/** Thrown away where it meets anything unusual: errors, nulls that must not be, methods and promises. */
function ownProperties(fields: readonly FieldPlan[], source: object): Answered | undefined {
  const template: Answered = {};
  for (const field of fields) {
    if (field.constant !== undefined) {
      template[field.key] = field.constant;
    } else if (isOwnProperty(field)) {
      const value = completed(field.type, (source as Answered)[field.name]);
      if (value === undefined) return undefined;
      template[field.key] = value;
    } else {
      template[field.key] = null;
    }
  }
  return template;
}

/** The value as it is answered; undefined where that is not for sure. */
function completed(type: TypePlan, value: unknown): unknown {
  if (value === undefined || value === null) return type.nonNull ? undefined : null;
  if (value instanceof Error || typeof value === 'function') return undefined;
  if (type.kind === 'leaf') return serialized(type, value);
  if (typeof value !== 'object' || 'then' in value) return undefined;
  if (type.kind === 'object') return ownProperties(type.selection.fields, value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => completed(type.item, item));
  return items.includes(undefined) ? undefined : items;
}

function serialized(type: Extract<TypePlan, { kind: 'leaf' }>, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'then' in value) return undefined;
  try {
    return type.serialize(value);
  } catch {
    return undefined;
  }
}

/** The templates of a selection of an unchanging type, where there is anything to keep. */
export function templatesOf(
  { fields }: Pick<SelectionPlan, 'fields'>,
  store: TemplateStore,
): Templates | undefined {
  return fields.some(isOwnProperty) ? new Templates(fields, store) : undefined;
}
