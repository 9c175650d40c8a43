-- AlterTable
ALTER TABLE "IdentityProvider" ADD COLUMN     "addedById" UUID,
ADD COLUMN     "switchedOffAt" TIMESTAMPTZ(3),
ADD COLUMN     "switchedOffById" UUID,
ADD COLUMN     "testProblem" TEXT,
ADD COLUMN     "testedAt" TIMESTAMPTZ(3);

-- A coordinator switches their setting's own sign-in off and on, and sees whether it answered when somebody last asked.
GRANT SELECT ("addedById", "switchedOffAt", "switchedOffById", "testedAt", "testProblem"), UPDATE ("switchedOffAt", "switchedOffById", "testedAt", "testProblem") ON "IdentityProvider" TO app;
CREATE POLICY coordinators_change ON "IdentityProvider" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));

-- How many people come in by a provider, and how many of them in no other way: what a coordinator should know before switching it off.
CREATE FUNCTION app.people_of_provider(provider uuid) RETURNS TABLE (linked int, only_this_way int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, count(*) FILTER (WHERE NOT EXISTS (SELECT FROM "Password" w WHERE w."personId" = e."personId") AND NOT EXISTS (SELECT FROM "Passkey" k WHERE k."personId" = e."personId"))::int
  FROM "ExternalIdentity" e JOIN "IdentityProvider" p ON p.id = e."providerId"
  WHERE p.id = provider AND p."organisationId" = ANY (app.my_organisations('{coordinator}'))
$$;
REVOKE ALL ON FUNCTION app.people_of_provider(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.people_of_provider(uuid) TO app;
