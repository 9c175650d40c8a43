import { start } from './start.ts'

process.env.NODE_ENV = 'development'
await start({ isDevelopment: true })
