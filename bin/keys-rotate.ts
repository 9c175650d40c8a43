import './settings-first.ts'
import { changeBadgeKey } from '#modules/awards/badge-keys.server.ts'
import { rotateKeys } from '#modules/crypto/rotate-keys.server.ts'
import { pepperKey } from '#modules/crypto/master-key.server.ts'
import { sayAndEnd, withDatabase } from './with-database.ts'

/** New keys for every organisation and the house, all row keys moved over. Run beside a running Belay, or after a change of MASTER_KEY before its start. */
await sayAndEnd(async () => {
  pepperKey()
  await withDatabase({ isPrepared: true }, async () => {
    const { rewrapped, made, moved, retired } = await rotateKeys()
    await changeBadgeKey()
    console.log(`New wrapping keys: ${made}. Row keys moved: ${moved}. Old wrapping keys taken away: ${retired}. A new key for badges; what the old one signed can still be checked.${rewrapped ? ` Wrapped again under the new master key: ${rewrapped}; MASTER_KEY_PREVIOUS is no longer needed, PEPPER is.` : ''}`)
  })
})
