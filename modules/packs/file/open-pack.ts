// The script inside a locked file. It stands there as it is, without its types: nothing is imported, and nothing is fetched.
(() => {
  type Said = { label: string | null; text: string }
  type Line = { number: number; at: string; says: string; isStruck: boolean; parts: Said[]; marks: { place: string; words: string }[]; link: { id: string; kind: string; byId: string; ms: number; facts: string; wordsHash: string; hash: string } }
  type Pack = {
    madeAt: string; madeBy: string; setting: { name: string; phone: string | null; timeZone: string }
    handedOn: { at: string; receiptBy: string; says: Said[]; receiptLink: string | null } | null
    concern: { raisedAt: string; raisedBy: string; danger: string; who: string; what: string; level: string | null; state: string; lookedAfterBy: string | null; kinds: string[]; keptFrom: string[] }
    chronology: Line[]; actions: { what: string; owner: string; dueOn: string; end: string | null }[]; agencies: { name: string; phone: string | null; askedAt: string; isOpen: boolean; answer: string | null; reference: string | null }[]; chain: { salt: string; concernId: string; organisationId: string; length: number; head: string }
  }
  type Locked = { iterations: number; salt: string; nonce: string; check: string; sealed: string }

  const utf8 = new TextEncoder()
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const ofHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
  const hexOf = (some: ArrayBuffer) => Array.from(new Uint8Array(some), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const the = (id: string) => document.getElementById(id) as HTMLElement
  const locked = JSON.parse(the('locked').textContent) as Locked

  /** Opens it, or says in words why not. */
  async function open(password: string): Promise<{ json: string; pdf: string }> {
    if (!('subtle' in crypto)) throw new Error('It cannot be opened from here. Save the file on this computer first, and open it from there in Firefox, Chrome, Edge or Safari.')
    const { iterations, salt, nonce } = locked
    const root = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations }, await crypto.subtle.importKey('raw', utf8.encode(password.normalize('NFC')), 'PBKDF2', false, ['deriveBits']), 256)
    const from = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits'])
    const part = (what: string) => crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode(`belay-case-pack ${what}`) }, from, 256)
    const check = await crypto.subtle.digest('SHA-256', await part('check'))
    if (hexOf(check) !== hexOf(bytes(locked.check).buffer)) throw new Error('That password does not open it. Look at capitals and spaces, or ring the setting that sent it.')
    try {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(nonce), additionalData: utf8.encode(`belay-case-pack|1|PBKDF2-SHA-256|${iterations}|${salt}|AES-256-GCM|${nonce}`) },
        await crypto.subtle.importKey('raw', await part('key'), 'AES-GCM', false, ['decrypt']), bytes(locked.sealed))
      return JSON.parse(new TextDecoder().decode(plain)) as { json: string; pdf: string }
    } catch {
      throw new Error('The password is right, and the file is not what was sent: it was changed or cut short on its way. Do not rely on it. Ask for it again.')
    }
  }

  /** Makes every link again, from the first, and the hash of the words that the last line has. Gives back the number of the first line that is not what was written; nought where all are. */
  async function firstBroken({ concern, chronology, chain }: Pack): Promise<number> {
    let before = new Uint8Array(32)
    const facts = chronology.map(({ link }) => JSON.parse(link.facts) as { number?: number; upTo?: number; words?: string })
    const struck = facts.flatMap(({ number }, index) => (chronology[index]?.link.kind === 'struck' ? [number] : []))
    for (const [index, { number, at, isStruck, link }] of chronology.entries()) {
      if (number !== index + 1 || new Date(at).getTime() !== link.ms || isStruck !== struck.includes(number)) return number
      const line = utf8.encode([number, link.id, chain.concernId, chain.organisationId, link.kind, link.byId, link.ms, link.facts].join('|'))
      const made = await crypto.subtle.digest('SHA-256', new Uint8Array([...before, ...line, ...ofHex(link.wordsHash)]))
      if (hexOf(made) !== link.hash) return number
      before = new Uint8Array(made)
    }
    if (chronology.length !== chain.length || hexOf(before.buffer) !== chain.head) return chronology.length + 1
    const last = facts.at(-1)
    const words = JSON.stringify([chain.salt, concern.who, concern.what, chronology.filter(({ number }) => number <= (last?.upTo ?? 0)).map(({ number, says, parts }) => [number, says, parts.map(({ label, text }) => [label, text])])])
    return hexOf(await crypto.subtle.digest('SHA-256', utf8.encode(words))) === last?.words ? 0 : chronology.length
  }

  const make = (name: string, text = '', className = '') => {
    const element = document.createElement(name)
    element.textContent = text
    element.className = className
    // Words in a script from right to left stand as they are read.
    element.dir = 'auto'
    return element
  }
  const download = (label: string, name: string, data: BlobPart, type: string, className: string) => {
    const link = make('a', label, className) as HTMLAnchorElement
    link.href = URL.createObjectURL(new Blob([data], { type }))
    link.download = name
    return link
  }
  const pairs = (rows: [string, string | null][]) => {
    const list = make('dl')
    for (const [label, text] of rows) if (text) list.append(make('dt', label), make('dd', text))
    return list
  }

  function show(pack: Pack, whole: { json: string; pdf: string }, broken: number) {
    const moment = new Intl.DateTimeFormat('en-GB', { timeZone: pack.setting.timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })
    const say = (at: string) => moment.format(new Date(at))
    const { concern, handedOn } = pack
    const sheet = (...parts: Node[]) => { const box = make('div', '', 'sheet'); box.append(...parts); return box }
    const head = make('h1', 'A safeguarding case')
    head.tabIndex = -1
    const name = `case-${pack.madeAt.slice(0, 10)}`
    const buttons = make('p')
    buttons.append(download('Save the PDF', `${name}.pdf`, bytes(whole.pdf), 'application/pdf', 'button'), download('Save the data (JSON)', `${name}.json`, whole.json, 'application/json', 'button plain'))
    const checked = broken === 0 ? make('p', `The ${pack.chain.length} links fit each other, and the words fit the last of them. To be sure that they are what ${pack.setting.name} sent, compare this number with them by phone: `) : make('p', `Line ${broken} is not what was written. Do not rely on this file: ring ${pack.setting.name}.`, 'wrong')
    if (broken === 0) checked.append(make('code', (pack.chain.head.slice(0, 20).match(/.{4}/g) ?? []).join(' ')))
    const lines = make('ol')
    for (const line of pack.chronology) {
      const item = make('li')
      item.append(make('span', `${line.number}. ${say(line.at)}`, 'soft'), make('b', line.isStruck ? `${line.says} (struck through later)` : line.says))
      for (const { label, text } of line.parts) { if (label) item.append(make('p', label, 'part')); item.append(make('p', text, 'said')) }
      lines.append(item)
    }
    const parts: Node[] = [make('p', `${pack.setting.name}${pack.setting.phone ? `, ${pack.setting.phone}` : ''}. Made by ${pack.madeBy}, ${say(pack.madeAt)}`, 'soft'), head, buttons, checked]
    if (handedOn) {
      const box = sheet(pairs([['Handed to you', say(handedOn.at)], ...handedOn.says.map(({ label, text }): [string, string] => [label ?? '', text])]))
      if (handedOn.receiptLink) {
        const link = make('a', 'Say that you have it', 'button') as HTMLAnchorElement
        link.href = handedOn.receiptLink
        link.rel = 'noreferrer'
        box.prepend(make('p', `Please tell ${pack.setting.name} that you have it, by ${say(handedOn.receiptBy)}. This opens a page of theirs, where you write your name and role.`), link)
      }
      parts.push(box)
    }
    parts.push(sheet(pairs([['Raised', `${say(concern.raisedAt)} by ${concern.raisedBy}, ${concern.danger}`], ['Who', concern.who], ['What', concern.what], ['How serious', concern.level], ['Where it stands', concern.state], ['Kind of worry', concern.kinds.join('; ')], ['Looked after by', concern.lookedAfterBy], ['Kept from', concern.keptFrom.join(', ')]])))
    if (pack.actions.length) {
      const todo = make('ol')
      for (const { what, owner, dueOn, end } of pack.actions) { const item = make('li'); item.append(make('b', what), make('span', `${owner}, by ${dueOn}${end ? `: ${end === 'done' ? 'done' : 'called off'}` : ''}`, 'soft')); todo.append(item) }
      parts.push(make('h2', 'What was to be done'), sheet(todo))
    }
    if (pack.agencies.length) {
      const asked = pack.agencies.map(({ name, phone, askedAt, isOpen, answer, reference }) => pairs([['Agency', [name, phone].filter(Boolean).join(', ')], ['Asked', say(askedAt)], ['They said', answer], ['Reference', reference], ['Now', isOpen ? 'still waited for' : 'answered']]))
      parts.push(make('h2', 'Agencies it was referred to'), sheet(...asked))
    }
    const newest = make('p', 'The newest link: ', 'soft')
    newest.append(make('code', pack.chain.head))
    parts.push(make('h2', 'Chronology'), sheet(lines), newest)
    the('opened').append(...parts)
    the('opened').hidden = false
    the('shut').remove()
    document.title = 'A safeguarding case'
    head.focus()
  }

  const [button, problem, field] = [the('open') as HTMLButtonElement, the('problem'), the('password') as HTMLInputElement]
  the('lock').addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    problem.textContent = ''
    void (async () => {
      try {
        const whole = await open(field.value)
        const pack = JSON.parse(whole.json) as Pack
        show(pack, whole, await firstBroken(pack))
      } catch (error) {
        problem.textContent = error instanceof Error ? error.message : String(error)
        button.disabled = false
        field.select()
      }
    })()
  })
})()
