DROP POLICY kept ON "VettingCheck";
CREATE POLICY kept ON "VettingCheck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
  AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "VettingCheck"."personId" AND m."organisationId" = "VettingCheck"."organisationId" AND m.role <> 'mentor' AND (m."endsAt" IS NULL OR m."endsAt" > app.now())));
DROP POLICY struck ON "VettingCheckStruck";
CREATE POLICY struck ON "VettingCheckStruck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
  AND EXISTS (SELECT FROM "VettingCheck" c WHERE c.id = "checkId" AND c."organisationId" = "VettingCheckStruck"."organisationId" AND c."personId" <> (SELECT app.viewer())));

-- A role that has not begun holds no part, whatever its end.
CREATE OR REPLACE FUNCTION app.part_ends(person uuid, organisation uuid, part "GroupPart") RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(coalesce(m."endsAt", 'infinity')) FROM "Membership" m
  WHERE m."personId" = person AND m."organisationId" = organisation AND m.role::text = part::text AND m."startsAt" <= app.now()
$$;
