/** For the modules that stand on this one: a registration, held until the transaction ends, so that decisions and what is said of them wait for one another. */
export { findRegistration as holdRegistration, refuseIfWithdrawn } from './parts/find-registration.server.ts'
