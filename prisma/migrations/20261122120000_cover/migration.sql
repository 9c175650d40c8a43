-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "coverId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "routedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_organisationId_startsAt_idx" ON "Absence"("organisationId", "startsAt");

-- CreateIndex
CREATE INDEX "Absence_personId_idx" ON "Absence"("personId");

-- CreateIndex
CREATE INDEX "Absence_coverId_idx" ON "Absence"("coverId");

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Cover for who is away ───────────────────────────────────────────────────────────────────────────────────────────
-- Who may cover for whom: a lead or deputy is covered by another; a youth worker by any of them or another youth worker. So cover opens nothing that
-- the one who covers might not have been told anyway. The same as modules/safeguarding/who-covers.ts.
CREATE FUNCTION app.may_cover(place uuid, person uuid, cover uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT person <> cover
    AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = place AND m."personId" = person AND app.is_current(m."startsAt", m."endsAt") AND m.role IN ('safeguarding_lead', 'deputy_lead', 'youth_worker'))
    AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = place AND m."personId" = cover AND app.is_current(m."startsAt", m."endsAt") AND (m.role IN ('safeguarding_lead', 'deputy_lead')
      OR (m.role = 'youth_worker' AND NOT EXISTS (SELECT FROM "Membership" l WHERE l."organisationId" = place AND l."personId" = person AND app.is_current(l."startsAt", l."endsAt") AND l.role IN ('safeguarding_lead', 'deputy_lead')))))
$$;

-- Who is away now, and who covers: while it lasts, and while each still is what it takes.
CREATE FUNCTION app.away_now(place uuid) RETURNS TABLE ("personId" uuid, "coverId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (a."personId") a."personId", a."coverId" FROM "Absence" a
  WHERE a."organisationId" = place AND app.is_current(a."startsAt", a."endsAt") AND app.may_cover(place, a."personId", a."coverId")
    AND (session_user = 'system' OR place = ANY (app.my_organisations()) OR place = app.visitor_organisation())
  ORDER BY a."personId", a."endsAt" DESC
$$;

CREATE FUNCTION app.covered_by_me() RETURNS TABLE ("organisationId" uuid, "personId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT a."organisationId", a."personId" FROM "Absence" a
  WHERE a."coverId" = app.viewer() AND app.is_current(a."startsAt", a."endsAt") AND app.may_cover(a."organisationId", a."personId", a."coverId")
$$;

-- What somebody was asked to do is their cover's to read and to do, while it lasts; never what is kept from the cover.
CREATE FUNCTION app.actions_i_cover() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "CaseAction" c JOIN app.covered_by_me() v ON v."organisationId" = c."organisationId" AND v."personId" = c."ownerId"
  WHERE c."concernId" <> ALL (app.concerns_kept_from_me()) AND NOT EXISTS (SELECT FROM "Concern" r WHERE r.id = c."concernId" AND r."raisedById" = app.viewer())
$$;
REVOKE ALL ON FUNCTION app.may_cover(uuid, uuid, uuid), app.away_now(uuid), app.covered_by_me(), app.actions_i_cover() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_cover(uuid, uuid, uuid), app.away_now(uuid), app.covered_by_me(), app.actions_i_cover() TO app;
GRANT EXECUTE ON FUNCTION app.may_cover(uuid, uuid, uuid), app.away_now(uuid) TO system;

ALTER TABLE "Absence" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "Absence" TO app;
GRANT UPDATE ("endsAt", "endedById") ON "Absence" TO app;
GRANT SELECT ON "Absence" TO system;
GRANT UPDATE ("routedAt") ON "Absence" TO system;
CREATE POLICY colleagues ON "Absence" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,safeguarding_lead,deputy_lead,head,coordinator}'))::uuid[]));
CREATE POLICY jobs ON "Absence" FOR SELECT TO system USING (true);
CREATE POLICY routed ON "Absence" FOR UPDATE TO system USING (true);
CREATE POLICY said ON "Absence" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "routedAt" IS NULL AND "endedById" IS NULL AND app.may_cover("organisationId", "personId", "coverId")
  -- Nobody but a lead makes themself the cover of a colleague: what waits for them would be theirs to read at once.
  AND ("coverId" <> (SELECT app.viewer()) OR "organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead}'))::uuid[]))
  AND ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[])
    OR ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]))));
-- Sooner, and by whom: never longer.
CREATE POLICY ended ON "Absence" FOR UPDATE TO app USING ("endedById" IS NULL AND "endsAt" > app.now() AND ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[])
    OR ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]))))
  WITH CHECK ("endedById" = (SELECT app.viewer()) AND "endsAt" <= greatest("startsAt", app.now()));

CREATE POLICY covers ON "CaseAction" FOR SELECT TO app USING (id = ANY ((SELECT app.actions_i_cover())::uuid[]));
CREATE POLICY covers ON "CaseActionEnd" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "isDone" AND "actionId" = ANY ((SELECT app.actions_i_cover())::uuid[])
  AND EXISTS (SELECT FROM "CaseAction" a WHERE a.id = "actionId" AND a."organisationId" = "CaseActionEnd"."organisationId"));

-- On duty is somebody of the ladder, whoever writes the rota.
DROP POLICY rota ON "Duty";
CREATE POLICY rota ON "Duty" FOR INSERT TO app WITH CHECK (EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = "Duty"."organisationId" AND m."personId" = "Duty"."personId" AND app.is_current(m."startsAt", m."endsAt") AND m.role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead'))
  AND ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[])
    OR ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]))));
