/** What is not there, or not there for you. The two are never told apart. */
export class NotFound extends Error {
  override name = 'NotFound'
  constructor(message = 'There is nothing here, or it is not yours to see.') { super(message) }
}

/** You may see it, and may not do this with it. */
export class Forbidden extends Error {
  override name = 'Forbidden'
  constructor(message = 'That is for somebody else to do.') { super(message) }
}

/** Somebody was first, or it has changed since you looked. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** Tried too often; says how many seconds to wait. */
export class TooMany extends Error {
  override name = 'TooMany'
  readonly seconds: number
  constructor(seconds: number) {
    super(`That was tried too often. Wait ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`} and try again.`)
    this.seconds = seconds
  }
}

/** Something is wrong with how Belay was set up. Said in one sentence; the process ends with code 1. */
export class SetUpProblem extends Error {
  override name = 'SetUpProblem'
}
