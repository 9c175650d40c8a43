export const demoPassword = 'hold-my-rope-1'

/** The people of the demo programme, as the sign-in page and the terminal list them. */
export const demoPeople: readonly { username: string; what: string }[] = [
  { username: 'amara', what: 'mentor, 15, Riverside' },
  { username: 'jay', what: 'mentor, 17, Riverside' },
  { username: 'priya', what: 'mentor, 19, Riverside' },
  { username: 'zia', what: 'mentor, 16, Harbour' },
  { username: 'marcus', what: 'youth worker, Riverside' },
  { username: 'leon', what: 'youth worker, Harbour' },
  { username: 'helen', what: 'mental-health specialist, both settings' },
  { username: 'fatima', what: 'safeguarding lead, Riverside' },
  { username: 'tom', what: 'deputy safeguarding lead, Riverside' },
  { username: 'bea', what: 'safeguarding lead, Harbour' },
  { username: 'grace', what: 'coordinator, Riverside' },
  { username: 'cass', what: 'coordinator, Harbour' },
  { username: 'sam', what: 'trainer, Eastside' },
  { username: 'tess', what: 'trainee trainer, Riverside' },
  { username: 'noor', what: 'assessor, Eastside' },
  { username: 'owen', what: 'quality assurer, Eastside' },
  { username: 'eve', what: 'external quality assurer, until a set day' },
  { username: 'hana', what: 'head, Riverside' },
  { username: 'hugo', what: 'head and deputy safeguarding lead, Harbour' },
  { username: 'ella', what: 'programme lead, Eastside' },
  { username: 'vera', what: 'evaluator, Eastside' },
]
