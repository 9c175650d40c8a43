-- CreateEnum
CREATE TYPE "StaffQualificationKind" AS ENUM ('assessing', 'quality_assuring', 'development');

-- CreateTable
CREATE TABLE "StandardisationMeeting" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "specificationId" UUID NOT NULL,
    "heldOn" DATE NOT NULL,
    "presentIds" UUID[],
    "criterionIds" UUID[],
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "StandardisationMeeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffQualification" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "StaffQualificationKind" NOT NULL,
    "title" TEXT NOT NULL,
    "doneOn" DATE NOT NULL,
    "validUntil" DATE,
    "hours" INTEGER,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "StaffQualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Countersignature" (
    "decisionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Countersignature_pkey" PRIMARY KEY ("decisionId")
);

-- CreateIndex
CREATE INDEX "StandardisationMeeting_organisationId_heldOn_idx" ON "StandardisationMeeting"("organisationId", "heldOn");

-- CreateIndex
CREATE INDEX "StandardisationMeeting_specificationId_idx" ON "StandardisationMeeting"("specificationId");

-- CreateIndex
CREATE INDEX "StaffQualification_organisationId_personId_idx" ON "StaffQualification"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "StaffQualification_personId_idx" ON "StaffQualification"("personId");

-- CreateIndex
CREATE INDEX "Countersignature_organisationId_idx" ON "Countersignature"("organisationId");

-- AddForeignKey
ALTER TABLE "StandardisationMeeting" ADD CONSTRAINT "StandardisationMeeting_specificationId_fkey" FOREIGN KEY ("specificationId") REFERENCES "Specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffQualification" ADD CONSTRAINT "StaffQualification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Countersignature" ADD CONSTRAINT "Countersignature_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{StandardisationMeeting,StaffQualification,Countersignature}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{assessor,quality_assurer}''))::uuid[]))', t);
  END LOOP;
END $$;
CREATE POLICY standardisation_meetings ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'StandardisationMeeting' AND EXISTS (SELECT FROM "StandardisationMeeting" r WHERE r.id = "rowId"));

-- Who assesses in a setting and who looks decisions over there, by name: for one another and for the coordinator. Nobody else is in it.
CREATE FUNCTION app.assessment_staff() RETURNS TABLE ("organisationId" uuid, id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."organisationId", p.id, p."fullName", m.role::text FROM "Membership" m JOIN "Person" p ON p.id = m."personId"
  WHERE m.role IN ('assessor', 'quality_assurer') AND app.is_current(m."startsAt", m."endsAt") AND m."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[])
$$;
-- Decisions that stand and were made after the assessor's qualification had run out, without a colleague who stands by them. Where nothing is on
-- record nothing has run out: a setting begins with an empty list.
CREATE FUNCTION app.to_countersign(settings uuid[]) RETURNS TABLE ("decisionId" uuid, "registrationId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lapsed AS (
    SELECT q."organisationId", q."personId" FROM "StaffQualification" q
    WHERE q.kind = 'assessing' AND q."organisationId" = ANY (settings) AND q."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) GROUP BY 1, 2
    HAVING bool_or(q."validUntil" IS NOT NULL))
  SELECT d.id, d."registrationId" FROM lapsed l JOIN "Decision" d ON d."organisationId" = l."organisationId" AND d."byId" = l."personId"
  WHERE EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = d."byId" AND q."organisationId" = d."organisationId" AND q.kind = 'assessing' AND q."validUntil" < d."decidedAt"::date)
    AND NOT EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = d."byId" AND q."organisationId" = d."organisationId" AND q.kind = 'assessing'
      AND q."doneOn" <= d."decidedAt"::date AND (q."validUntil" IS NULL OR q."validUntil" >= d."decidedAt"::date))
    AND NOT EXISTS (SELECT FROM "Countersignature" c WHERE c."decisionId" = d.id)
    AND NOT EXISTS (SELECT FROM "Decision" later WHERE later."registrationId" = d."registrationId" AND later."criterionId" = d."criterionId" AND later.attempt > d.attempt)
$$;
REVOKE ALL ON FUNCTION app.assessment_staff(), app.to_countersign(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.assessment_staff(), app.to_countersign(uuid[]) TO app;

CREATE POLICY written ON "StandardisationMeeting" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) AND EXISTS (SELECT FROM "Specification" s WHERE s.id = "specificationId"));

CREATE POLICY own ON "StaffQualification" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY arranged ON "StaffQualification" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
-- Somebody else has seen it: nobody writes down their own.
CREATE POLICY recorded ON "StaffQualification" FOR INSERT TO app WITH CHECK ("recordedById" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM app.assessment_staff() s WHERE s.id = "personId" AND s."organisationId" = "StaffQualification"."organisationId"));

CREATE POLICY signed ON "Countersignature" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[])
  AND EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."organisationId" = "Countersignature"."organisationId" AND d."byId" <> (SELECT app.viewer()) AND d."personId" <> (SELECT app.viewer()))
  AND EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = (SELECT app.viewer()) AND q."organisationId" = "Countersignature"."organisationId" AND q.kind = 'assessing'
    AND q."doneOn" <= app.now()::date AND (q."validUntil" IS NULL OR q."validUntil" >= app.now()::date)));

CREATE OR REPLACE FUNCTION app.quality_waits(registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Registration" r WHERE r.id = registration AND r."organisationId" = ANY (app.my_organisations('{quality_assurer}')))
    AND (EXISTS (SELECT FROM "SampledDecision" s WHERE s."registrationId" = registration AND NOT EXISTS (SELECT FROM "SampleJudgement" j WHERE j."sampledId" = s.id))
      OR EXISTS (SELECT FROM "QualityAction" a WHERE a."registrationId" = registration AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id))
      OR EXISTS (SELECT FROM app.to_countersign((SELECT array_agg(r."organisationId") FROM "Registration" r WHERE r.id = registration)) w WHERE w."registrationId" = registration))
$$;
