import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type Transporter } from 'nodemailer'
import { newId } from '../db/new-id.ts'
import { settings } from '../settings.server.ts'
import type { Letter } from './letter.ts'

let transport: Transporter | undefined

/** Hands a letter to the mail server, or, with none set (the demo), writes it into `data/outbox`. Throws if it is not taken: the job then tries again. */
export async function post({ to, subject, text }: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM, dataDir } = settings()
  if (SMTP_URL) {
    transport ??= nodemailer.createTransport({ url: SMTP_URL, connectionTimeout: 10_000 })
    await transport.sendMail({ from: MAIL_FROM, to, subject, text })
    return
  }
  const folder = join(dataDir, 'outbox')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${newId()}.eml`), `From: ${MAIL_FROM}\nTo: ${to}\nSubject: ${subject}\nDate: ${new Date().toUTCString()}\n\n${text}\n`)
}
