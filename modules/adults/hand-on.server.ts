import { Conflict } from '../errors.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import type { RaiseConcern } from '../safeguarding/raise-concern-fields.ts'
import { IsAboutAYoungPerson, shareAdultConcern } from './share-adult-concern.server.ts'

export type HandOn = RaiseConcern & { aboutId?: string; aboutName?: string; isApart?: boolean }

/**
 * Whatever somebody is worried about, from the one form. A worry about an adult who works or volunteers there goes into the register of its own; about a peer mentor under 18,
 * or handing on an answer given without a name (which only a concern can ask after), it is a concern like any other, and goes round them all the same.
 */
export async function handOn(viewer: Viewer | Visitor, { aboutId, aboutName, isApart, ...said }: HandOn): Promise<string> {
  const keptFrom = [said.keptFrom ?? [], aboutId ?? []].flat().filter(Boolean)
  /** What they asked for and cannot have there is said, and what they wrote stays with them. They said that it is about somebody there: whoever's name stands in it is left out, whoever remains. */
  const asConcern = (isAboutAdult: boolean) => {
    if (isApart) throw new Conflict('This goes the way of a worry about a young person, and there your name cannot be kept apart. Choose that your name may be known, or tell the person it is for face to face.')
    return raiseConcern(viewer, { ...said, isAboutAdult, ofThatName: 'them', askedOf: undefined, isPicked: Boolean(aboutId) && !aboutName?.trim(), who: aboutName?.trim() ? `${aboutName.trim()}. It is to do with: ${said.who}` : said.who, keptFrom })
  }
  if (!said.isAboutAdult) return raiseConcern(viewer, { ...said, keptFrom })
  if (said.answerId) return asConcern(true)
  try {
    return await shareAdultConcern(viewer, { ...said, child: said.who, aboutId, aboutName, isApart, keptFrom })
  } catch (error) {
    if (error instanceof IsAboutAYoungPerson) return asConcern(false)
    throw error
  }
}
