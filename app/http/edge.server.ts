import { randomBytes } from 'node:crypto'
import { Router, type Request, type Response, type NextFunction } from 'express'
import helmet from 'helmet'
import { settings } from '#modules/settings.server.ts'
import { pageSeconds } from './metrics.server.ts'
import { mostAt } from './uploads.ts'

const methods = new Set(['GET', 'HEAD', 'POST'])

/** What every request passes before Remix sees it: method, origin, headers. */
export function guardTheEdge({ isDevelopment }: { isDevelopment: boolean }) {
  const { baseUrl } = settings()
  const origin = new URL(baseUrl).origin
  const isSecure = baseUrl.startsWith('https:')
  const router = Router()

  router.use((request: Request, response: Response, next: NextFunction) => {
    const end = pageSeconds.startTimer({ method: methods.has(request.method) ? request.method : 'other' })
    response.on('finish', () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }))
    response.locals.nonce = randomBytes(16).toString('base64')
    if (!methods.has(request.method)) return void response.status(405).set('Allow', 'GET, HEAD, POST').type('text').send('Belay knows GET, HEAD and POST.')
    try {
      // No address of Belay's has another letter in it; and where one is carried on into a header, no header takes it.
      if (!/^[ -~]*$/.test(decodeURIComponent(request.path))) return void response.status(404).type('text').send('There is nothing at that address.')
    } catch {
      return void response.status(400).type('text').send('That address is not written correctly.')
    }
    if (request.method === 'POST' && !fits(request)) return void response.status(413).type('text').send('That is more than fits in one go. What you wrote is still on your device: go back to it.')
    if (request.method === 'POST' && !isOwn(request, origin)) return void response.status(403).type('text').send('This was sent from another site, so Belay did not do it.')
    next()
  })

  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce as string}'`
  router.use(helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'", nonce], styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce], styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'], mediaSrc: ["'self'", 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'", origin.replace(/^http/, 'ws')], manifestSrc: ["'self'"], workerSrc: ["'self'"],
        formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"], objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    // `no-referrer` would make forms without script post `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  }))
  router.use((request, response, next) => {
    // The microphone is for recording evidence. It is said on every page and not on that one: a page reached without loading keeps what the first one was told.
    response.set('Permissions-Policy', 'camera=(), microphone=(self), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)')
    if (!/^\/(assets|fonts)\//.test(request.path)) response.set('Cache-Control', 'no-store')
    next()
  })
  return router
}

/** At most what fits there, and said beforehand. */
const fits = (request: Request): boolean => Number(request.headers['content-length'] ?? Number.NaN) <= mostAt(request.path)

/** Was this form sent from one of our own pages? Browsers always say: by Origin, by Sec-Fetch-Site, or both. Silence is refused. */
function isOwn(request: Request, origin: string): boolean {
  const from = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return from === undefined ? site === 'same-origin' : from === origin || from === `${request.protocol}://${request.headers.host}`
}
