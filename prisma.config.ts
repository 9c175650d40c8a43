import { defineConfig } from 'prisma/config'

// `prisma generate` otherwise downloads an engine that nothing here uses: migrations run in WebAssembly (modules/db/migrate.server.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
