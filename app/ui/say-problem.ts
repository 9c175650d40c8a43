export type Said = { kicker?: string; title: string; message: string; canTryAgain: boolean; isOurs: boolean }

const kept = 'Go back: what you wrote is still there.'

/** What a page says when something did not work. A status means that Belay refused on purpose, and its own sentence is kept. */
export function sayProblem({ status, message, error }: { status?: number; message?: unknown; error?: unknown }): Said {
  const own = typeof message === 'string' && message ? message : undefined
  switch (status) {
    case 404: return { title: 'That is not here', message: own ?? 'There is nothing at this address, or it is not yours to see.', canTryAgain: false, isOurs: false }
    case 403: return { kicker: 'Not yours to do', title: 'This is for somebody else', message: own ?? 'That is for somebody else to do. If you think it is yours, ask your youth worker or coordinator.', canTryAgain: false, isOurs: false }
    case 409: return { kicker: 'Changed while you were here', title: 'Somebody was here first', message: `${own ?? 'This has changed since you looked.'} ${kept}`, canTryAgain: true, isOurs: false }
    case 429: return { kicker: 'A moment, please', title: 'That was a lot at once', message: own ?? 'Wait a minute, then try again.', canTryAgain: true, isOurs: false }
  }
  if (status && status < 500) return { kicker: 'Not done', title: 'That did not arrive whole', message: own ?? kept, canTryAgain: true, isOurs: false }
  if (isOffline(error)) return { kicker: 'No signal', title: 'You are not connected', message: `Belay cannot be reached just now. ${kept} Send it when there is a signal.`, canTryAgain: true, isOurs: false }
  return { kicker: 'Our mistake', title: 'Something went wrong here', message: `It was not anything you did. ${kept} Try again in a minute.`, canTryAgain: true, isOurs: true }
}

const isOffline = (error: unknown) =>
  (typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine) || (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
