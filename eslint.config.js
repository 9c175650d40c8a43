import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'data', 'prisma/generated', 'test-results'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `rows[0]!` after a query that always answers one row says what is meant; a check that cannot fail says less.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // React's handlers and Express's may be async: both wait for nothing.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false, properties: false, returns: false } }],
      // Remix throws responses; that is how a loader says "not found".
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      // An async function without an await still turns a thrown error into a rejected promise, which callers count on.
      '@typescript-eslint/require-await': 'off',
      // Types at the edges (a row of raw SQL, a parsed line) are asserted once, by name.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
    },
  },
  // `allowInsecureRequests` is marked so that nobody uses it lightly: here it is for a provider on this very machine and nothing else.
  { files: ['modules/identity/parts/provider-configuration.server.ts'], rules: { '@typescript-eslint/no-deprecated': 'off' } },
  // Sound without pictures has its words beside it (WCAG 1.2.1), not in a track nobody could see; there are no films in Belay.
  { files: ['**/*.tsx'], extends: [jsxA11y.flatConfigs.strict], rules: { 'jsx-a11y/media-has-caption': 'off' } },
  { files: ['bin/**', 'tests/**', 'prisma/demo/**'], rules: { 'no-console': 'off' } },
  { files: ['public/*.js'], languageOptions: { globals: { self: 'readonly', caches: 'readonly', fetch: 'readonly', URL: 'readonly', Response: 'readonly' } } },
  { files: ['*.js', 'bin/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } }, rules: { 'no-console': 'off' } },
)
