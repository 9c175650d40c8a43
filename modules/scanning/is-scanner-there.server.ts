import { askClamd, scannersAddress } from './ask-clamd.server.ts'

/** Does the virus scanner answer? True where the house has none: nothing is missing then. */
export const isScannerThere = async (address = scannersAddress()): Promise<boolean> =>
  !address || await askClamd(address, 'PING', null, 2000).then((said) => said === 'PONG', () => false)
