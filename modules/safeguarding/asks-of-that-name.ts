import { Conflict } from '../errors.ts'
import { sayNames } from './say-names.ts'
import type { AdultToTell } from './states.ts'

/** Leaving out whoever's name was written would leave nobody who is told: whether it is they is said first, before anything is written. Everything that was typed is still with them. */
export class AsksOfThatName extends Conflict {
  /** Whose name it may be. A form that does not know them by that name asks all the same. */
  readonly askedOf: readonly string[]
  constructor(adults: readonly AdultToTell[], askedOf: readonly string[]) {
    const names = [...new Set(adults.filter(({ personId }) => askedOf.includes(personId)).map(({ name }) => name))]
    super(`Not sent yet. ${sayNames(names)!} ${names.length === 1 ? 'is' : 'are'} among the adults who are told, and nobody else is left who could be. Say whether it is about ${names.length === 1 ? 'them' : 'one of them'}, or somebody else of that name.`)
    this.askedOf = askedOf
  }
}
