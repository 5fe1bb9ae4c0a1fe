/**
 * Dependencies point one way: console and print server reach the API over HTTP only; domain → engine → db; http wires.
 * Cycles are oxlint's matter (import/no-cycle): without TypeScript's old compiler API this tool cannot tell a type import.
 */
module.exports = {
  forbidden: [
    {
      name: 'db-stands-alone',
      severity: 'error',
      from: { path: '^api/db/' },
      to: { path: '^api/(?!db/)' },
    },
    {
      name: 'engine-names-no-resource',
      severity: 'error',
      from: { path: '^api/engine/' },
      to: { path: '^api/(?!engine/|db/)' },
    },
    {
      name: 'domain-knows-no-http',
      severity: 'error',
      from: { path: '^api/domain/' },
      to: { path: '^api/(?!domain/|engine/|db/)' },
    },
    {
      name: 'console-stands-alone',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^(api|print-server|seed|test|bench|scripts)/' },
    },
    {
      name: 'api-stands-alone',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(admin|print-server|seed|test|bench|scripts)/' },
    },
    {
      name: 'print-server-stands-alone',
      comment: 'fonts.mjs is shared with the set-up.',
      severity: 'error',
      from: { path: '^print-server/' },
      to: { path: '^(admin|api|seed|test|bench|scripts)/', pathNot: '^scripts/fonts\\.mjs$' },
    },
    {
      name: 'scripts-need-no-install',
      comment: 'They run before npm ci; fonts.mjs is loaded after it.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/fonts\\.mjs$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
