import presets from 'jest-preset-angular/presets/index.js';

export default {
  ...presets.createEsmPreset?.({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'admin-console',
};
