import type { Eyes, Row, Rule } from './world.ts'

const keepsOne = ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead']

/** Everybody who could keep a concern about an adult there, with whether they are of the delivery site. */
function ladder(organisationId: string, eyes: Eyes) {
  const place = eyes.the('Organisation', organisationId)!
  const site = place.kind === 'delivery_site' ? place.id : place.supportedById
  return eyes.all('Membership').filter((row) => eyes.lasts(row) && keepsOne.includes(row.role!) && (row.organisationId === organisationId || (row.organisationId === site && ['head', 'programme_lead'].includes(row.role!))) && !(row.organisationId === organisationId && row.organisationId !== site && row.role === 'programme_lead'))
    .map((row) => ({ personId: row.personId!, role: row.role!, isHere: row.organisationId === organisationId, isSite: row.organisationId === site }))
}

/** Who keeps a concern about an adult: the leads; round a lead the head; round a head the delivery site. And whoever was told or brought in, while they answer for the setting. */
function keeps(id: string | null, eyes: Eyes): boolean {
  const concern = eyes.the('AdultConcern', id)
  if (!concern || !eyes.me) return false
  const kept = eyes.all('AdultKeptFrom').filter((row) => row.adultConcernId === id).map((row) => row.personId!)
  const all = ladder(concern.organisationId!, eyes)
  const able = all.filter(({ personId }) => !kept.includes(personId))
  const [heads, leads] = [able.filter(({ role, isHere }) => isHere && role === 'head'), able.filter(({ role, isHere }) => isHere && ['safeguarding_lead', 'deputy_lead'].includes(role))]
  const trustees = able.filter(({ role, isSite }) => isSite && role === 'head')
  const site = trustees.length ? trustees : able.filter(({ role, isSite }) => isSite && role === 'programme_lead')
  // What they were there counts whether or not they still are.
  const isRound = (role: string) => eyes.all('Membership').some((row) => row.organisationId === concern.organisationId && row.role === role && kept.includes(row.personId!) && Date.parse(row.startsAt!) <= Date.parse(eyes.world.now))
  const found = isRound('head') ? site : isRound('safeguarding_lead') || !leads.length ? (heads.length ? heads : site) : leads
  const wasTold = eyes.all('AdultTold').some((row) => row.adultConcernId === id && eyes.isMine(row.personId) && row.rung !== 'delivery_site')
  return (found.length ? found : leads).some(({ personId }) => eyes.isMine(personId)) || (wasTold && able.some(({ personId }) => eyes.isMine(personId)))
}

/** What two people let go of is nobody's to read. */
export const isAdultGone = (id: string | null | undefined, eyes: Eyes): boolean => eyes.all('AdultDestroyed').some((row) => row.adultConcernId === id)
export const keepsAdult = (id: string | null | undefined, eyes: Eyes): boolean => keeps(id ?? null, eyes) && !isAdultGone(id, eyes)
export const keptAdult = keeps

const asked = (id: string | null, eyes: Eyes) => eyes.all('AdultLine').some((row) => row.adultConcernId === id && row.kind === 'asked-sharer' && eyes.isMine(row.byId))
const keepers: Rule = (row, eyes) => keepsAdult(row.adultConcernId, eyes)

/** Who sees who shared it, and where they were: asked for, on record, where the name is kept apart. */
const sharer: Rule = (row, eyes) => keepers(row, eyes) && (eyes.all('AdultSharer').find((one) => one.adultConcernId === row.adultConcernId)?.isApart !== 'true' || asked(row.adultConcernId!, eyes))

export const adultsRules: Record<string, Rule> = {
  AdultConcern: (row, eyes) => keepsAdult(row.id, eyes),
  AdultSharer: sharer, AdultOrigin: sharer,
  AdultKeptFrom: keepers, AdultTold: keepers, AdultClimb: keepers, AdultHead: keepers, AdultLine: keepers, AdultAttempt: keepers,
}
export const adultsKeyRules: Record<string, (row: Row, eyes: Eyes) => boolean> = { AdultConcern: adultsRules.AdultConcern!, AdultSharer: adultsRules.AdultSharer!, AdultLine: keepers }
/** The setting's name and its own key, for a delivery site to which it goes round the head. */
export const keepsOneThere = (organisationId: string | null, eyes: Eyes) => eyes.all('AdultConcern').some((row) => row.organisationId === organisationId && keepsAdult(row.id, eyes))
