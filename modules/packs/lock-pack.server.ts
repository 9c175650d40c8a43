import { createCipheriv, createHash, hkdfSync, pbkdf2, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What PBKDF2-SHA-256 is told to do: WebCrypto has nothing harder to guess against. OWASP asks for 600,000 (2023); the password is a long one. */
export const iterations = 1_000_000
const derive = promisify(pbkdf2)

/** What is locked and cannot be another without the file saying so. docs/case-packs.md. */
export const aboutLock = ({ salt, nonce }: { salt: string; nonce: string }) => `belay-case-pack|1|PBKDF2-SHA-256|${iterations}|${salt}|AES-256-GCM|${nonce}`

/** A case as one file that opens by itself in a browser, without a network, for whoever has the password. Nothing of it stands in clear but which setting made it, and when. */
export async function lockPack({ pdf, json, password, settingName, madeAt }: { pdf: Buffer; json: string; password: string; settingName: string; madeAt: Date }): Promise<string> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const root = await derive(password.normalize('NFC'), salt, iterations, 32, 'sha256')
  const part = (what: string) => Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `belay-case-pack ${what}`, 32))
  const given = { salt: salt.toString('base64'), nonce: nonce.toString('base64') }
  const cipher = createCipheriv('aes-256-gcm', part('key'), nonce).setAAD(Buffer.from(aboutLock(given)))
  const sealed = Buffer.concat([cipher.update(JSON.stringify({ json, pdf: pdf.toString('base64') })), cipher.final(), cipher.getAuthTag()])
  // Tells a wrong password from a file that was changed. It says no more of the key than the sealed text does.
  const check = createHash('sha256').update(part('check')).digest('base64')
  return page({ settingName, madeAt, locked: { format: 'belay-case-pack', version: 1, kdf: 'PBKDF2-SHA-256', iterations, ...given, cipher: 'AES-256-GCM', check, sealed: sealed.toString('base64') } })
}

const part = (name: string) => readFileSync(join(process.cwd(), 'modules/packs/file', name), 'utf8')
/** The script of the file, as a browser reads it. */
let script: string | undefined
const opening = () => (script ??= stripTypeScriptTypes(part('open-pack.ts')).replace(/^\s*\n/gm, ''))

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const safely = (text: string) => text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!)
const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' })

function page({ settingName, madeAt, locked }: { settingName: string; madeAt: Date; locked: object }): string {
  const [css, js] = [part('open-pack.css'), opening()]
  const allowed = `default-src 'none'; script-src ${hashOf(js)}; style-src ${hashOf(css)}; base-uri 'none'; form-action 'none'`
  const parts: Record<string, string> = { allowed, css, js, setting: safely(settingName), made: moment.format(madeAt), locked: JSON.stringify(locked) }
  return part('open-pack.html').replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name]!)
}
