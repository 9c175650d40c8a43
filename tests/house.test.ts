import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const places = ['app', 'modules', 'prisma/demo', 'tests', 'bin', 'curriculum', 'public']
const files = places.filter((place) => existsSync(place)).flatMap((place) => readdirSync(place, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
const code = files.filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file))
const textOf = (file: string) => readFileSync(file, 'utf8')
const linesOf = (file: string) => textOf(file).trimEnd().split('\n').length

/** Written in two halves, so that this file does not find itself. */
const leftovers = [['TO', 'DO'], ['FIX', 'ME'], ['X', 'XX'], ['@ts-', 'ignore'], ['@ts-', 'expect-error'], ['@ts-', 'nocheck'], ['eslint-', 'disable'], ['waitFor', 'Timeout'], ['as ', 'any']].map((halves) => halves.join(''))

test('no file is longer than 300 lines', () => {
  expect(code.filter((file) => linesOf(file) > 300)).toEqual([])
})

test('no file has a name that can hold anything, and all are written the same way', () => {
  const names = code.map((file) => file.split('/').at(-1)!)
  expect(names.filter((name) => /(^|[-.])(services?|utils?|helpers?|misc|common|managers?)[-.]/.test(name))).toEqual([])
  // Routes are addresses: `$param`, `_index`, dots for slashes.
  expect(code.filter((file) => !file.startsWith('app/routes/')).filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(file.split('/').at(-1)!))).toEqual([])
  expect(files.filter((file) => /^(app|modules)\/.*\/index\.tsx?$/.test(file))).toEqual([])
})

test('every module says what it is, on one screen', () => {
  const modules = readdirSync('modules', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `modules/${entry.name}/README.md`)
  expect(modules.filter((file) => !existsSync(file)), 'modules without a README.md').toEqual([])
  expect(modules.filter((file) => existsSync(file) && linesOf(file) > 60), 'longer than a screen').toEqual([])
})

test('nothing was left for later, and no check was switched off', () => {
  expect(code.flatMap((file) => leftovers.filter((word) => new RegExp(`\\b${word}\\b`).test(textOf(file))).map((word) => `${file}: ${word}`))).toEqual([])
})

test('no test is skipped, singled out or tried again', () => {
  const tests = code.filter((file) => /\.(test|spec)\.tsx?$/.test(file) && file !== 'tests/house.test.ts')
  expect(tests.filter((file) => /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|fixme|fails|skipIf|runIf)\b|\bretr(y|ies)\s*:/.test(textOf(file)))).toEqual([])
  expect(tests.filter((file) => !/\bexpect|\bassert|\bfc\./.test(textOf(file))), 'tests that assert nothing').toEqual([])
})

test('an exported deed has one sentence above it', () => {
  const deeds = code.filter((file) => /^modules\/.*\.server\.ts$/.test(file) && /export (async )?function (\w+)\(viewer/.test(textOf(file)))
  expect(deeds.filter((file) => !/\*\/\nexport (async )?(function|const)/.test(textOf(file)))).toEqual([])
})

// Postgres takes COALESCE for something that may give a row away, and asks the policies of every row first: a name looked up by it was looked for among everybody, 380 ms instead of 2.
test('no question looks for a row by coalesce', () => {
  const isAsked = /[^<>]=\s*coalesce\(|\bfrom\s+coalesce\(|\bcoalesce\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*=[^>]/i
  expect(code.filter((file) => /^(app|modules)\//.test(file) && !/\.test\./.test(file) && isAsked.test(textOf(file)))).toEqual([])
})

test('no page talks to another machine', () => {
  const ours = files.filter((file) => /^(app|public)\/.*\.(tsx?|css|html|js|webmanifest)$/.test(file) && !/\.test\./.test(file))
  const strangers = ours.flatMap((file) => [...textOf(file).matchAll(/(?:src|href|url|import|fetch)\s*[=(]\s*['"{`]*\s*(https?:\/\/[^'"`\s)]+)/g)].map(([, address]) => `${file}: ${address!}`))
  expect(strangers).toEqual([])
})
