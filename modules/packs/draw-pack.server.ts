import { drawPaper, type Section } from '../papers/draw-paper.server.ts'
import type { Mark } from '../safeguarding/marks.ts'
import { proofOf } from '../safeguarding/proof-of.ts'
import { figuresOf } from './figures-of.ts'
import type { Pack } from './pack.ts'

const shown = (rows: readonly (readonly [string, string | null])[]) => rows.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : [])).join('\n')
const said = (parts: readonly { label: string | null; text: string }[]) => parts.map(({ label, text }) => (label ? `${label}\n${text}` : text)).join('\n\n')
const outside = ['shared', 'not-shared', 'referred', 'notified', 'chased', 'escalated', 'agency-answered', 'transferred', 'receipt']

/** A pack as a tagged PDF: front sheet, receipt to sign, chronology with the drawings, what was to be done, what went to others, and the list of links. `marks`: by the number of their line. */
export function drawPack(pack: Pack, marks: ReadonlyMap<number, readonly Mark[]>): Promise<Buffer> {
  const { setting, concern, handedOn, chronology, actions, agencies, chain } = pack
  const format = (style: Intl.DateTimeFormatOptions) => { const moment = new Intl.DateTimeFormat('en-GB', { timeZone: setting.timeZone, day: 'numeric', month: 'long', year: 'numeric', ...style }); return (at: string) => moment.format(new Date(at)) }
  const [say, sayDay] = [format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), format({})]
  const line = ({ number, at, says, isStruck }: Pack['chronology'][number]) => `${number}. ${say(at)}. ${says}${isStruck ? ' (struck through by a later line)' : ''}`
  const sections: Section[] = [
    { heading: 'Front sheet', text: shown([
      ['Setting', [setting.name, setting.phone].filter(Boolean).join(', ')], ['Raised', `${say(concern.raisedAt)} by ${concern.raisedBy}, ${concern.danger}`],
      ['About', [concern.isAboutAdult && 'an adult', concern.isAboutMentoring && 'how mentoring goes here'].filter(Boolean).join(', ') || null],
      ['How serious', concern.level], ['Where it stands', concern.state], ['Kind of worry', concern.kinds.join('; ')], ['Looked after by', concern.lookedAfterBy], ['Kept from', concern.keptFrom.join(', ')],
    ]) },
    { heading: 'Who', text: concern.who }, { heading: 'What', text: concern.what },
    ...(handedOn ? [
      { heading: `Handed to another setting on ${say(handedOn.at)}`, text: said(handedOn.says) },
      { heading: 'Receipt', text: `${setting.name} asks you to say by ${sayDay(handedOn.receiptBy)} that you have it.${handedOn.receiptLink ? `\n\nHere: ${handedOn.receiptLink}` : ''}\n\nOr send this back, signed:\n\nName: ________________________________   Role: ________________________________\n\nSetting: ______________________________   Date: ________________________________\n\nSignature: ________________________________` },
    ] : []),
    { heading: 'Chronology', text: `${chain.length} lines, in the order in which they were written.` },
    ...chronology.map((one): Section => ({ heading: line(one), text: said(one.parts), isUnder: true, figures: figuresOf(marks.get(one.number) ?? []) })),
    ...(actions.length ? [{ heading: 'What was to be done', text: actions.map(({ what, owner, dueOn, end }) => `${what}\n${owner}, by ${sayDay(`${dueOn}T12:00:00Z`)}${end ? `: ${end === 'done' ? 'done' : 'called off'}` : ': open'}`).join('\n\n') }] : []),
    ...(agencies.length ? [{ heading: 'Agencies it was referred to', text: agencies.map(({ name, phone, askedAt, isOpen, answer, reference }) => shown([['Agency', [name, phone].filter(Boolean).join(', ')], ['Asked', say(askedAt)], ['They said', answer], ['Reference', reference], ['Now', isOpen ? 'still waited for' : 'answered']])).join('\n\n') }] : []),
    { heading: 'What was shared with others, and what was not', text: chronology.filter(({ link }) => outside.includes(link.kind)).map((one) => `Line ${line(one)}`).join('\n') || 'Nothing of it was shared with anybody else.' },
    { heading: 'How to check it', text: `The number of this file: ${proofOf(chain.head)}. Ask ${setting.name} on the phone whether it is theirs: it stands beside the line that says the file was made.\n\nEach line’s link is SHA-256 over the link before, the line’s own fields and the hash of its sealed words. A line that was changed, or taken out, no longer fits the links after it. The file this came in checks that by itself; the JSON has what it takes to do it again.\n\n${chronology.map(({ number, link }) => `${number} ${link.hash}`).join('\n')}` },
  ]
  return drawPaper({ title: 'A safeguarding case', kicker: `${setting.name}. Made by ${pack.madeBy}, ${say(pack.madeAt)}`, foot: `${setting.name}. Official: sensitive. Only for whoever it is addressed to`, sections })
}
