-- CreateTable
CREATE TABLE "SignOff" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "signedOffAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_registrationId_key" ON "SignOff"("registrationId");

-- CreateIndex
CREATE INDEX "SignOff_organisationId_signedOffAt_idx" ON "SignOff"("organisationId", "signedOffAt");

-- CreateIndex
CREATE INDEX "SignOff_personId_idx" ON "SignOff"("personId");

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Does the viewer stand too near a learner to look their assessment over? How, or null. Nobody samples or signs off what they decided or wrote
-- themselves, nor the people of a course they taught or assessed, also after they have left it. It says something of the viewer alone.
CREATE FUNCTION app.too_near(learner uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN learner = app.viewer() THEN 'self'
    WHEN EXISTS (SELECT FROM "Decision" d WHERE d."personId" = learner AND d."byId" = app.viewer()) THEN 'decided'
    WHEN EXISTS (SELECT FROM "Registration" r JOIN "Evidence" e ON e."registrationId" = r.id WHERE r."personId" = learner AND e."byId" = app.viewer()) THEN 'wrote'
    WHEN EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" mine ON mine."cohortId" = theirs."cohortId"
      WHERE theirs."personId" = learner AND theirs.part = 'learner' AND mine."personId" = app.viewer() AND mine.part = 'trainer') THEN 'taught'
    WHEN EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" others ON others."cohortId" = theirs."cohortId" JOIN "Decision" d ON d."personId" = others."personId"
      WHERE theirs."personId" = learner AND theirs.part = 'learner' AND others.part = 'learner' AND d."byId" = app.viewer()) THEN 'assessed'
  END
$$;
REVOKE ALL ON FUNCTION app.too_near(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.too_near(uuid) TO app;

-- That somebody is signed off: the learner, and those who assess, teach and look after them. Signed off is who is met in everything, and by
-- a quality assurer who does not stand too near.
ALTER TABLE "SignOff" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "SignOff" TO app;
CREATE POLICY own ON "SignOff" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY of_my_setting ON "SignOff" FOR SELECT TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator,trainer,youth_worker,specialist}'))::uuid[]));
CREATE POLICY signed_off ON "SignOff" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.too_near("personId") IS NULL
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "SignOff"."personId" AND r."organisationId" = "SignOff"."organisationId" AND r."withdrawnAt" IS NULL)
  AND NOT EXISTS (SELECT FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId" WHERE r.id = "registrationId"
    AND (SELECT d.outcome FROM "Decision" d WHERE d."registrationId" = r.id AND d."criterionId" = c.id ORDER BY d.attempt DESC LIMIT 1) IS DISTINCT FROM 'met'));
