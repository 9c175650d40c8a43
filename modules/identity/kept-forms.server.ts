import { z } from 'zod'
import { openForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { aboutKept } from './keep-form.server.ts'

const Fields = z.array(z.tuple([z.string(), z.string()]))

/** What this person was sending when their session ended, of the forms this browser carries. Another person's do not exist. */
export const keptForms = (viewer: Viewer, ids: readonly string[]) => atTheDoor('keep a form', async (tx) => {
  const kept = await tx.stash.findMany({ where: { id: { in: [...ids] }, personId: viewer.id, usedAt: null, expiresAt: { gt: now() } }, orderBy: { id: 'asc' } })
  const opened = []
  // One after the other: a transaction asks one question at a time.
  for (const { id, address, fields, expiresAt } of kept) opened.push({ id, address, expiresAt, fields: Fields.parse(JSON.parse(await openForTheHouse(tx, aboutKept(id), fields))) })
  return opened
})

/** It was sent on: the form arrived at its address again. The text stays sealed until its hour is over. */
export const keptFormSent = (viewer: Viewer, ids: readonly string[], address: string) => atTheDoor('keep a form', (tx) =>
  tx.stash.updateMany({ where: { id: { in: [...ids] }, personId: viewer.id, address, usedAt: null }, data: { usedAt: now() } }))

/** The person does not want to send it after all: it is destroyed. */
export const discardKeptForm = (viewer: Viewer, id: string) => atTheDoor('keep a form', (tx) => tx.stash.deleteMany({ where: { id, personId: viewer.id } }))
