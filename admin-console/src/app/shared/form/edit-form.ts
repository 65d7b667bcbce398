import { computed, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import {
  type FieldTree,
  form,
  type SchemaPath,
  type SchemaPathTree,
  submit,
  validateTree,
} from '@angular/forms/signals';

import { describeProblem } from '../graphql/graph-error';
import { fieldAt } from './field-at';

/** What is edited, as it was last saved. */
export interface Saved<T> {
  readonly value: T;
  /** Counts the server's changes, where it counts them. */
  readonly version?: number | undefined;
}

/** Why a mutation did nothing, as the graph tells it. */
export interface FormRefusal {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/** What a form's mutation answers. */
export interface FormPayload {
  readonly userErrors: readonly FormRefusal[];
}

/** Why nothing was saved, as far as no field can say it. */
export interface EditProblem {
  readonly message: string;
  /** Whether somebody else changed it first. */
  readonly isConflict: boolean;
}

/** A thing being edited: its fields, and everything that happens on the way to being saved. */
export interface EditForm<T> {
  readonly fields: FieldTree<T>;
  readonly value: Signal<T>;
  readonly isDirty: Signal<boolean>;
  readonly isSaving: Signal<boolean>;
  readonly problem: Signal<EditProblem | undefined>;
  /** Changes the value otherwise than through a field, such as by a new row. */
  readonly change: (update: (value: T) => T) => void;
  /** Whether it was saved. */
  readonly save: () => Promise<boolean>;
  /** Takes back what was typed, for what is saved now. */
  readonly discard: () => void;
  /** Saves over what somebody else saved meanwhile. */
  readonly overwrite: () => Promise<boolean>;
}

/** What the frames around a form need of it, whatever is edited. */
export type AnyForm = Pick<
  EditForm<unknown>,
  'isDirty' | 'isSaving' | 'problem' | 'save' | 'discard' | 'overwrite'
>;

/** How a form is made. */
export interface EditFormOptions<T> {
  readonly saved: () => Saved<T>;
  readonly rules?: (path: SchemaPathTree<T>) => void;
  /** Sends it; `version` is the one that the person was looking at when they began. */
  readonly send: (value: T, version: number | undefined) => Promise<FormPayload>;
  /** Where the form has the field that the server names by another path. */
  readonly place?: (path: readonly string[]) => readonly string[];
}

/**
 * The engine of every form: refusals come to stand at their fields, an edit begun is not lost when the server's
 * value moves underneath, and who comes late is told.
 */
export function editForm<T extends object>(options: EditFormOptions<T>): EditForm<T> {
  const { rules, send, place = (path) => path } = options;
  const saved = computed(options.saved);
  const value = linkedSignal<Saved<T>, T>({
    source: saved,
    computation: (latest, previous) =>
      previous && !isSame(previous.value, previous.source.value) ? previous.value : latest.value,
  });
  // What the person was looking at when they began; it stays while they type.
  const base = linkedSignal<Saved<T>, Saved<T>>({
    source: saved,
    computation: (latest, previous) =>
      !previous || isSame(untracked(value), latest.value) ? latest : previous.value,
  });
  const refusals = linkedSignal<T, readonly FormRefusal[]>({
    source: value,
    computation: () => [],
  });
  const problem = signal<EditProblem | undefined>(undefined);
  const isSaving = signal(false);
  const fields = form(value, (path) => {
    rules?.(path);
    validateTree(path as SchemaPath<T>, ({ fieldTree }) =>
      refusals().flatMap(({ message, path: named }) => {
        const field = named ? fieldAt(fieldTree, place(named)) : undefined;
        return field ? [{ kind: 'refused', message, fieldTree: field }] : [];
      }),
    );
  });

  async function attempt(): Promise<boolean> {
    const { userErrors } = await send(value(), base().version);
    if (userErrors.length === 0) {
      base.set(saved());
      value.set(saved().value);
      fields().reset();
      return true;
    }
    refusals.set(userErrors);
    const loose = userErrors.filter(({ path }) => !path || !fieldAt(fields, place(path)));
    const [first] = loose;
    if (first) {
      const isConflict = userErrors.some(({ code }) => code === 'VERSION_CONFLICT');
      problem.set({ message: loose.map(({ message }) => message).join(' '), isConflict });
    }
    return false;
  }

  async function save(): Promise<boolean> {
    problem.set(undefined);
    refusals.set([]);
    let isDone = false as boolean;
    await submit(fields, {
      action: async () => {
        isSaving.set(true);
        try {
          isDone = await attempt();
        } catch (error) {
          problem.set({ message: describeProblem(error).message, isConflict: false });
        } finally {
          isSaving.set(false);
        }
        return undefined;
      },
    });
    if (!isDone) fields().errorSummary()[0]?.fieldTree().focusBoundControl();
    return isDone;
  }

  return {
    fields,
    value: value.asReadonly(),
    isDirty: computed(() => !isSame(value(), base().value)),
    isSaving: isSaving.asReadonly(),
    problem: problem.asReadonly(),
    change: (update) => value.update(update),
    save,
    discard: () => {
      problem.set(undefined);
      base.set(saved());
      value.set(saved().value);
      fields().reset();
    },
    overwrite: () => {
      base.update((begun) => ({ ...begun, version: saved().version }));
      return save();
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
