/** A kind of worry. `plain`: as a young person would say it; without it they are not offered it. `isForKeepers`: only whoever keeps the case may call it that. */
export type Category = { key: string; label: string; plain?: string; isForKeepers?: boolean; leaves: readonly { key: string; label: string }[] }

/** Which edition of the list a line was written with. A new one adds; a key is never given another meaning. */
export const categoriesOf = '2026-09'

const leaf = (key: string, label: string) => ({ key, label })

/**
 * The kinds of worry that statutory guidance names. A setting adds its own under these; none of these can be taken away.
 * Source: Keeping children safe in education, part one; standards §1.3.
 */
export const categories: readonly Category[] = [
  { key: 'abuse', label: 'Abuse and neglect', plain: 'Somebody hurts them, or does not look after them', leaves: [leaf('physical_abuse', 'Physical abuse'), leaf('emotional_abuse', 'Emotional abuse'), leaf('sexual_abuse', 'Sexual abuse'), leaf('neglect', 'Neglect')] },
  { key: 'exploitation', label: 'Exploitation', plain: 'Somebody uses them, or makes them do things', leaves: [leaf('sexual_exploitation', 'Child sexual exploitation'), leaf('criminal_exploitation', 'Child criminal exploitation, county lines')] },
  { key: 'child_on_child', label: 'Between young people', plain: 'Other young people are doing it', leaves: [leaf('harmful_sexual_behaviour', 'Harmful sexual behaviour'), leaf('bullying', 'Bullying'), leaf('relationship_abuse', 'Abuse in a relationship')] },
  { key: 'online', label: 'Online', plain: 'Something online', leaves: [leaf('online_contact', 'Harmful contact'), leaf('sextortion', 'Sextortion'), leaf('intimate_images', 'Nudes and semi-nudes, also made with AI'), leaf('online_content', 'Harmful content')] },
  { key: 'self_harm', label: 'Self-harm and suicide', plain: 'They hurt themselves, or do not want to live', leaves: [leaf('self_injury', 'Self-harm'), leaf('suicidal_thoughts', 'Suicidal thoughts')] },
  { key: 'mental_health', label: 'Mental health', plain: 'They are very low, scared or not themselves', leaves: [] },
  { key: 'domestic_abuse', label: 'Domestic abuse', plain: 'People at home hurt or scare each other', leaves: [] },
  { key: 'radicalisation', label: 'Radicalisation', plain: 'Somebody draws them into hate or violence', leaves: [] },
  { key: 'honour_based', label: 'FGM, forced marriage, so-called honour', leaves: [leaf('fgm', 'Female genital mutilation'), leaf('forced_marriage', 'Forced marriage'), leaf('honour_abuse', 'So-called honour-based abuse')] },
  { key: 'violence', label: 'Serious violence', plain: 'Fights, knives or gangs', leaves: [leaf('weapons', 'Knives and other weapons'), leaf('gangs', 'Gangs')] },
  { key: 'missing', label: 'Missing', plain: 'They go missing, or do not come any more', leaves: [leaf('missing_home', 'From home or care'), leaf('missing_education', 'From education')] },
  { key: 'modern_slavery', label: 'Modern slavery and trafficking', leaves: [] },
  { key: 'young_carer', label: 'Young carer', plain: 'They look after somebody at home', leaves: [] },
  { key: 'substances', label: 'Alcohol and drugs', plain: 'Alcohol or drugs', leaves: [] },
  { key: 'bereavement', label: 'Bereavement and loss', plain: 'Somebody has died', leaves: [] },
  { key: 'welfare', label: 'Welfare, or something else', plain: 'Something else', leaves: [leaf('poverty', 'Food, home, money')] },
  { key: 'about_adult', label: 'About an adult', isForKeepers: true, leaves: [leaf('allegation', 'Allegation that may meet the harm threshold'), leaf('low_level', 'Low-level concern')] },
]

/** Every key of the list, with what it is called. */
export const categoryLabels: Readonly<Record<string, string>> = Object.fromEntries(categories.flatMap(({ key, label, leaves }): [string, string][] => [[key, label], ...leaves.map((one): [string, string] => [one.key, one.label])]))
/** What whoever raises a concern can call it themself. */
export const plainCategories = categories.filter(({ isForKeepers }) => !isForKeepers)
