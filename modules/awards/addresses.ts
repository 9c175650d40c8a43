/** Where everything public about badges and certificates is found. The addresses stand in signed badges and on paper: they never change. */
export const addresses = (base: string) => ({
  badge: (badgeId: string) => `${base}/badges/${badgeId}`,
  picture: (kind: string, type: 'png' | 'svg' = 'png') => `${base}/badges/pictures/${kind}.${type}`,
  issuer: (issuerId: string) => `${base}/badges/issuers/${issuerId}`,
  achievement: (achievementId: string) => `${base}/badges/achievements/${achievementId}`,
  key: (keyId: string) => `${base}/badges/keys/${keyId}`,
  takenBack: `${base}/badges/taken-back`,
  certificate: (mark: string) => `${base}/certificates/${mark}`,
})

/** What stands in a certificate's address: 16 letters and digits that nobody mixes up, in fours. 80 bits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const markFrom = (bytes: Uint8Array): string => [...bytes.subarray(0, 16)].map((byte) => letters[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-')

/** A mark as somebody may have typed it off the paper. */
export const markTyped = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1').slice(0, 16).replace(/(.{4})(?=.)/g, '$1-')
