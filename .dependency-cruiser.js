/** Who may lean on whom (DESIGN §4). The reason is the message. */
const domain = '^modules/(identity|organisations|curriculum|cohorts|learning|accreditation|journals|supervision|safeguarding|mentoring|trainers|outcomes|notices|privacy)/'
const ground = '^modules/(db|crypto|jobs|live|mail|audit)/|^modules/(errors|policy|clock|log\\.server|settings\\.server)\\.ts$'
const tests = '\\.test\\.tsx?$'

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', comment: 'Two files that need each other are one thing, or three.', from: {}, to: { circular: true } },
    { name: 'modules-know-no-pages', severity: 'error', comment: 'A deed must run from a socket, a job or a test.', from: { path: '^modules/', pathNot: tests }, to: { path: '^app/|node_modules/(@remix-run|react|react-dom|express)/' } },
    { name: 'pages-never-query', severity: 'error', comment: 'A route never queries; it asks a function that asks who is looking.', from: { path: '^app/', pathNot: `^app/http/session\\.server\\.ts$|^app/http/health\\.server\\.ts$|^app/entry\\.server\\.tsx$|${tests}` }, to: { path: '^modules/db/|^prisma/|node_modules/(@prisma|pg|pg-boss)/', pathNot: '^modules/db/(new-id|viewer)\\.ts$|^prisma/generated/enums\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'doors-not-windows', severity: 'error', comment: "A module uses another's root files, never its parts.", from: { path: '^modules/([^/]+)/' }, to: { path: '^modules/([^/]+)/parts/', pathNot: '^modules/$1/parts/' } },
    { name: 'pages-use-doors-too', severity: 'error', comment: "A page uses a module's root files, never its parts.", from: { path: '^(app|prisma|bin)/' }, to: { path: '^modules/[^/]+/parts/' } },
    { name: 'the-browser-reads-them-too', severity: 'error', comment: 'Schema, policy, states and events are read by the browser: nothing of the server in them.', from: { path: '(schema|policy|states|events)\\.ts$', pathNot: '^prisma/' }, to: { path: '\\.server\\.tsx?$|^prisma/generated/client|node_modules/(@prisma|pg)/', dependencyTypesNot: ['type-only'] } },
    { name: 'foundations', severity: 'error', comment: 'The ground floor carries the domains and knows none of them.', from: { path: ground, pathNot: tests }, to: { path: domain, dependencyTypesNot: ['type-only'] } },
    { name: 'server-only-files-say-so', severity: 'error', comment: 'What uses Node or the database ends .server.ts, so that Remix refuses it in the browser.', from: { path: '^(modules|app)/', pathNot: `\\.server\\.tsx?$|${tests}|^app/routes/|^app/root\\.tsx$|^app/routes\\.ts$` }, to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] } },
    { name: 'no-node-in-the-browser', severity: 'error', comment: 'A file the browser may load uses nothing of Node.', from: { path: '^(modules|app)/', pathNot: `\\.server\\.tsx?$|${tests}|^app/routes\\.ts$` }, to: { dependencyTypes: ['core'] } },
    { name: 'no-barrels', severity: 'error', comment: 'A file that only passes others on hides who needs whom.', from: { path: '^(app|modules|prisma)/' }, to: { path: '^(app|modules)/.*index\\.tsx?$', pathNot: '^app/routes/' } },
    { name: 'no-names-that-hold-anything', severity: 'error', comment: 'service, utils, helpers, misc, common, manager: a name that can hold anything will.', from: {}, to: { path: '^(app|modules|prisma|tests|bin)/.*/(service|utils?|helpers?|misc|common|manager)[^/]*$' } },
    { name: 'tests-stay-outside', severity: 'error', comment: 'What runs for people never leans on tests.', from: { path: '^(app|modules|bin|prisma)/', pathNot: tests }, to: { path: `^tests/|${tests}` } },
    { name: 'nothing-borrowed', severity: 'error', comment: 'A package that package.json does not name may be gone tomorrow.', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'everything-is-there', severity: 'error', comment: 'An import that leads nowhere.', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|prisma/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'] },
  },
}
