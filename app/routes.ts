import { flatRoutes } from '@remix-run/fs-routes'

/** Every file in app/routes is an address: dots are slashes, `$` is a parameter. */
export default flatRoutes()
