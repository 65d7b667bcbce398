import { disableWithReason } from './rules/disable-with-reason.mjs';
import { mutationShape } from './rules/mutation-shape.mjs';
import { tellingFileNames } from './rules/telling-file-names.mjs';

/** The rules of this repository. */
export default {
  meta: { name: 'house' },
  rules: {
    'disable-with-reason': disableWithReason,
    'mutation-shape': mutationShape,
    'telling-file-names': tellingFileNames,
  },
};
