import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { notice } from './notice.ts'
import { groups } from './words-to-notice.ts'

afterEach(() => vi.unstubAllGlobals())
const groupsIn = (text: string) => notice(text).map(({ group }) => group.name)

test.each([
  ['She said it would be easier if she was not here.', 'not wanting to be here'],
  ['he keeps saying KMS and i dont know if its a joke', 'not wanting to be here'],
  ['i don’t want to be here anymore', 'not wanting to be here'],
  ['She has cuts on her arms again', 'hurting yourself'],
  ['he is self-harming i think', 'hurting yourself'],
  ['she cut herself on purpose', 'hurting yourself'],
  ['i hurt myself at night', 'hurting yourself'],
  ['he hit me that night when he was drunk', 'somebody hurts them'],
  ['they beat him at the bus stop', 'somebody hurts them'],
  ['he was holding it for the olders', 'being used by older people'],
  ['His dad never hit him. He said so three times.', 'somebody hurts them'],
  ['she’s scared to go home on fridays', 'somebody hurts them'],
  ['a bruise. He says he fell', 'somebody hurts them'],
  ['his uncle TOUCHED him and he feels weird', 'touching, or pictures'],
  ['someone in year 11 asked me for pics', 'touching, or pictures'],
  ['The olders gave him new trainers', 'being used by older people'],
  ['hes going cunch at the weekend', 'being used by older people'],
  ['he has a knife because everyone does', 'knives and threats'],
  ['my cousin got chinged', 'knives and threats'],
  ['this boy is blackmailing her', 'blackmail, and people met online'],
  ['She hasn’t eaten since Monday', 'not being looked after'],
  ['she says she has to marry someone', 'made to marry, sent away, or cut'],
  ['She asked me not to tell.', 'asked to keep it secret'],
])('noticed: %s', (text, name) => expect(groupsIn(text)).toContain(name))

test.each([
  'hit me up when you’re free', 'That beat hits different', 'He hit the ball right over the fence', 'We beat them two nil', 'beat me at chess again', 'I’m dead, that was so funny', 'That test killed me', 'I was dying laughing',
  'My phone died', 'this hoodie is sick', 'My mum is going to kill me if I’m late', 'I cut my finger', 'I cut myself some slack today', 'He kicked me the ball', 'got kicked out of the group chat lol', 'She kicked me out of the lobby',
  'the story touched me', 'She did dog grooming for work experience', 'lamb shank with mash', 'I’ll have a stab at it', 'knife and fork', 'we were cutting out shapes', 'He hasn’t eaten yet so we shared my crisps', 'no food in the library',
  'don’t tell anyone about the surprise', 'Secret Santa', 'we kept the beat', 'the shop was closed', 'Wren beats her record every week', 'I scared him with the mask', 'a therapist came', 'Essex and Sussex', 'skillmyselfie', 'cherries', 'grape juice',
  'He smashed the exam', 'She owes me a coffee', 'we talked about suicide squad', 'I burned the toast', 'burn myself out', 'Kestrel was quiet today. We drew maps and I asked about her week.', 'I wanted to hurry and I stopped myself.', '', '   ', '🙂🙂',
])('left alone: %s', (text) => expect(groupsIn(text)).toEqual([]))

test('every phrase is noticed as it stands, in any case, with or without apostrophes and hyphens, between any other words', () => {
  const phrases = groups.flatMap((group) => group.phrases.map((phrase) => ({ phrase, group })))
  expect(phrases.length).toBeGreaterThan(300)
  const other = fc.constantFrom('zebra', 'Tuesday', 'we', 'talked', '7', '🙂', '—', '…', '\n')
  fc.assert(fc.property(fc.constantFrom(...phrases), fc.array(other), fc.array(other), fc.boolean(), fc.boolean(), fc.boolean(), ({ phrase, group }, before, after, isLoud, isBare, isHyphened) => {
    let written = isLoud ? phrase.toUpperCase() : phrase
    if (isBare) written = written.replaceAll('’', '')
    if (isHyphened) written = written.replaceAll(' ', '-')
    expect(groupsIn([...before, written, ...after].join(' ')), written).toContain(group.name)
  }), { numRuns: 600 })
})

test('never inside another word, and what it shows stands in the text', () => {
  fc.assert(fc.property(fc.constantFrom(...groups.flatMap(({ phrases }) => phrases).filter((phrase) => !phrase.includes(' '))), fc.stringMatching(/^[a-z]{1,4}$/), fc.boolean(), (phrase, letters, isBefore) => {
    const word = isBefore ? letters + phrase : phrase + letters
    fc.pre(!groups.some(({ phrases }) => phrases.includes(word)))
    expect(groupsIn(`a ${word} b`)).toEqual([])
  }))
  fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.constantFrom(...groups.flatMap(({ phrases }) => phrases)), (text, phrase) => {
    const whole = `${text} ${phrase} ${text}`
    for (const { words } of notice(whole)) expect(whole).toContain(words)
  }))
})

test('it asks nobody: whatever is written, nothing is sent, stored or said aloud, and a long text takes no time', () => {
  const touched: string[] = []
  const refuse = (name: string) => (...given: unknown[]) => { touched.push(`${name} ${given.length}`); throw new Error(`${name} was asked`) }
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker']) vi.stubGlobal(name, refuse(name))
  for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) vi.stubGlobal(store, new Proxy({}, { get: (_, key) => refuse(`${store}.${String(key)}`) }))
  vi.stubGlobal('navigator', { sendBeacon: refuse('sendBeacon') })
  const log = vi.spyOn(console, 'log')
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...groups.flatMap(({ phrases }) => phrases)))), (parts) => { notice(parts.join(' ')) }))
  // Ten thousand near misses: one pass, whatever is written.
  notice('kill hit cut self touched no food in not be here '.repeat(1250))
  expect([touched, log.mock.calls]).toEqual([[], []])
})

test('the list says what each group is for, in short words, and lists nothing twice', () => {
  const all = groups.flatMap(({ phrases }) => phrases.map((phrase) => phrase.toLowerCase()))
  for (const { why, phrases, unless = [] } of groups) {
    expect(why.length).toBeLessThan(170)
    expect(new Set(phrases).size, why).toBe(phrases.length)
    for (const phrase of unless) expect(groupsIn(phrase), phrase).toEqual([])
  }
  expect(all.every((phrase) => phrase === phrase.trim() && !phrase.includes("'"))).toBe(true)
})
