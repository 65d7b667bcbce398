import { inject, type Signal, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';

import { injectAsk } from '../graphql/ask';
import { describeProblem } from '../graphql/graph-error';
import { BundlePartsDocument } from './bundle-parts.generated';
import { PartsDialog, type PartsQuestion } from './parts-dialog';
import { type ChosenPart, leavesChoice, toParts, toPartsForm } from './parts-form';

/** A bundle of the catalogue, and what was chosen of it before. */
export interface BundleOfGoods extends Pick<PartsQuestion, 'title' | 'parts'> {
  readonly productId: string;
}

/** Asks what bundles consist of. */
export interface PartsChooser {
  /** Why a bundle could not be asked about, until the next one is. */
  readonly problem: Signal<string | undefined>;
  /** The parts of one unit: at first asked for where the bundle leaves a choice; nothing when none were taken. */
  readonly choose: (goods: BundleOfGoods) => Promise<readonly ChosenPart[] | undefined>;
}

/** The console's one way to choose the parts of a bundle. */
export function injectPartsChooser(): PartsChooser {
  const ask = injectAsk();
  const dialogs = inject(MatDialog);
  const problem = signal<string | undefined>(undefined);

  async function choose({ productId, title, parts }: BundleOfGoods) {
    problem.set(undefined);
    try {
      const { product } = await ask(BundlePartsDocument, { id: productId });
      const bundle = product?.bundle;
      if (bundle) {
        return parts || leavesChoice(bundle)
          ? await openDialog({ title, bundle, parts })
          : toParts(toPartsForm(bundle, null));
      }
      problem.set(`${title} is no longer sold as a bundle.`);
    } catch (error) {
      problem.set(describeProblem(error).message);
    }
    return undefined;
  }

  function openDialog(question: PartsQuestion) {
    return firstValueFrom(
      dialogs
        .open<PartsDialog, PartsQuestion, readonly ChosenPart[]>(PartsDialog, {
          data: question,
          width: '560px',
          maxWidth: 'calc(100vw - 32px)',
        })
        .afterClosed(),
    );
  }

  return { problem: problem.asReadonly(), choose };
}
