import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eicar, fakeClamd } from '#tests/support/fake-clamd.ts'
import { SetUpProblem } from '../errors.ts'
import { askClamd } from './ask-clamd.server.ts'
import { isScannerThere } from './is-scanner-there.server.ts'
import { scanFile, scanned } from './scan-file.server.ts'
import { scannerAt } from './scanner-at.server.ts'

const counted = async () => new Map((await scanned.get()).values.map(({ labels, value }) => [String(labels.answer), value]))

test('a file reaches the scanner byte for byte, over TCP and over a socket of the machine, and what it finds is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'belay-clamd-'))
  for (const at of [{ port: 0, host: '127.0.0.1' }, { path: join(folder, 'clamd.ctl') }]) {
    const clamd = await fakeClamd({ at })
    const file = Buffer.alloc(300_000, 'a plan ')
    expect(await scanFile(file, clamd.address)).toEqual({ answer: 'clean' })
    expect(clamd.scannedBytes[0]!.equals(file)).toBe(true)
    expect(await scanFile(Buffer.concat([file, Buffer.from(eicar)]), clamd.address)).toEqual({ answer: 'infected', found: 'Eicar-Test-Signature' })
    expect(await isScannerThere(clamd.address)).toBe(true)
    await clamd.end()
    expect(await isScannerThere(clamd.address)).toBe(false)
    expect(await scanFile(file, clamd.address)).toEqual({ answer: 'unanswered' })
  }
  expect([...await counted()].sort()).toEqual([['clean', 2], ['infected', 2], ['unanswered', 2]])
  rmSync(folder, { recursive: true })
})

test('a scanner that wants no more, says something else, or says nothing has not said that a file is clean', async () => {
  const small = await fakeClamd({ most: 100_000 })
  expect(await scanFile(Buffer.alloc(3_000_000), small.address)).toEqual({ answer: 'unanswered' })
  await small.end()
  const odd = await fakeClamd({ says: 'nonsense' })
  expect(await scanFile(Buffer.from('a'), odd.address)).toEqual({ answer: 'unanswered' })
  expect(await isScannerThere(odd.address)).toBe(false)
  await odd.end()
  const silent = await fakeClamd({ says: 'nothing' })
  await expect(askClamd(silent.address, 'INSTREAM', Buffer.from('a'), 50)).rejects.toThrow('did not answer within 0.05 s')
  await silent.end()
})

test('without a scanner nothing is asked, and nothing is missing', async () => {
  expect(await scanFile(Buffer.from(eicar), undefined)).toEqual({ answer: 'not asked' })
  expect(await isScannerThere(undefined)).toBe(true)
})

test('where it is, is said in one of two ways, or the start says what to write', () => {
  expect(scannerAt('tcp://clamd')).toEqual({ host: 'clamd', port: 3310 })
  expect(scannerAt('tcp://[::1]:4000')).toEqual({ host: '::1', port: 4000 })
  expect(scannerAt('unix:///run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  for (const wrong of ['clamd:3310', '/run/clamd.ctl', 'http://clamd', 'unix://clamd.ctl', 'tcp://']) expect(() => scannerAt(wrong), wrong).toThrow(SetUpProblem)
})
