-- CreateTable
CREATE TABLE "ExternalOpening" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "ExternalOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalLook" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "openingId" UUID NOT NULL,
    "sampledId" UUID,
    "byId" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ExternalLook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExternalOpening_organisationId_openedAt_idx" ON "ExternalOpening"("organisationId", "openedAt");

-- CreateIndex
CREATE INDEX "ExternalOpening_planId_idx" ON "ExternalOpening"("planId");

-- CreateIndex
CREATE INDEX "ExternalOpening_personId_idx" ON "ExternalOpening"("personId");

-- CreateIndex
CREATE INDEX "ExternalLook_openingId_lookedAt_idx" ON "ExternalLook"("openingId", "lookedAt");

-- CreateIndex
CREATE INDEX "ExternalLook_sampledId_idx" ON "ExternalLook"("sampledId");

-- CreateIndex
CREATE INDEX "ExternalLook_organisationId_idx" ON "ExternalLook"("organisationId");

-- AddForeignKey
ALTER TABLE "ExternalOpening" ADD CONSTRAINT "ExternalOpening_planId_fkey" FOREIGN KEY ("planId") REFERENCES "SamplingPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalOpening" ADD CONSTRAINT "ExternalOpening_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalLook" ADD CONSTRAINT "ExternalLook_openingId_fkey" FOREIGN KEY ("openingId") REFERENCES "ExternalOpening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalLook" ADD CONSTRAINT "ExternalLook_sampledId_fkey" FOREIGN KEY ("sampledId") REFERENCES "SampledDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── The external quality assurer ────────────────────────────────────────────────────────────────────────────────────
-- What is open to the viewer at this moment: a box in time, inside a role that lasts. Outside of either there is nothing.
CREATE FUNCTION app.plans_open_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT o."planId"), '{}') FROM "ExternalOpening" o
  WHERE o."personId" = (SELECT app.viewer()) AND o."endedAt" IS NULL AND o."opensAt" <= app.now() AND o."closesAt" > app.now()
    AND o."organisationId" = ANY ((SELECT app.my_organisations('{external_quality_assurer}'))::uuid[])
$$;
CREATE FUNCTION app.sampled_open_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.id), '{}') FROM "SampledDecision" s WHERE s."planId" = ANY ((SELECT app.plans_open_to_me())::uuid[])
$$;
CREATE FUNCTION app.registrations_open_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT s."registrationId"), '{}') FROM "SampledDecision" s WHERE s."planId" = ANY ((SELECT app.plans_open_to_me())::uuid[])
$$;
-- Every decision about a criterion of which one was drawn, and the pieces those decisions looked at.
CREATE FUNCTION app.decisions_open_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT d.id), '{}') FROM "SampledDecision" s JOIN "Decision" d ON d."registrationId" = s."registrationId" AND d."criterionId" = s."criterionId"
  WHERE s."planId" = ANY ((SELECT app.plans_open_to_me())::uuid[])
$$;
CREATE FUNCTION app.evidence_open_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT k."evidenceId"), '{}') FROM "EvidenceCriterion" k WHERE k."withdrawnAt" IS NULL AND k."decisionId" = ANY ((SELECT app.decisions_open_to_me())::uuid[])
$$;
-- Who was given the role in a setting: for its quality assurers, who open samples to them.
CREATE FUNCTION app.external_assurers() RETURNS TABLE ("organisationId" uuid, id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."organisationId", p.id, p."fullName" FROM "Membership" m JOIN "Person" p ON p.id = m."personId"
  WHERE m.role = 'external_quality_assurer' AND app.is_current(m."startsAt", m."endsAt") AND m."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
$$;
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY '{plans_open_to_me,sampled_open_to_me,registrations_open_to_me,decisions_open_to_me,evidence_open_to_me,external_assurers}'::text[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%I() TO app', f);
  END LOOP;
END $$;

CREATE POLICY open_to_me ON "SamplingPlan" FOR SELECT TO app USING (id = ANY ((SELECT app.plans_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "SampledDecision" FOR SELECT TO app USING (id = ANY ((SELECT app.sampled_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "SampleJudgement" FOR SELECT TO app USING ("sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "QualityAction" FOR SELECT TO app USING ("sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "ActionAnswer" FOR SELECT TO app USING (EXISTS (SELECT FROM "QualityAction" a WHERE a.id = "actionId" AND a."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])));
CREATE POLICY open_to_me ON "ActionSettling" FOR SELECT TO app USING (EXISTS (SELECT FROM "QualityAction" a WHERE a.id = "actionId" AND a."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])));
CREATE POLICY open_to_me ON "Registration" FOR SELECT TO app USING (id = ANY ((SELECT app.registrations_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "Decision" FOR SELECT TO app USING (id = ANY ((SELECT app.decisions_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "EvidenceCriterion" FOR SELECT TO app USING ("withdrawnAt" IS NULL AND "decisionId" = ANY ((SELECT app.decisions_open_to_me())::uuid[]));
CREATE POLICY open_to_me ON "Evidence" FOR SELECT TO app USING (id = ANY ((SELECT app.evidence_open_to_me())::uuid[]));
CREATE POLICY decisions_open_to_me ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Decision' AND "rowId" = ANY ((SELECT app.decisions_open_to_me())::uuid[]));

-- ── Openings and looks ──────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "ExternalOpening" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ExternalLook" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "ExternalOpening", "ExternalLook" TO app;
GRANT UPDATE ("endedAt", "endedById") ON "ExternalOpening" TO app;
CREATE POLICY of_my_setting ON "ExternalOpening" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]));
-- Whose it is knows of it until it is over, also before it begins.
CREATE POLICY own ON "ExternalOpening" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "closesAt" > app.now()
  AND "organisationId" = ANY ((SELECT app.my_organisations('{external_quality_assurer}'))::uuid[]));
CREATE POLICY opened ON "ExternalOpening" FOR INSERT TO app WITH CHECK ("openedById" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "opensAt" < "closesAt"
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "SamplingPlan" p WHERE p.id = "planId" AND p."organisationId" = "ExternalOpening"."organisationId")
  AND EXISTS (SELECT FROM app.external_assurers() e WHERE e.id = "personId" AND e."organisationId" = "ExternalOpening"."organisationId"));
CREATE POLICY ended ON "ExternalOpening" FOR UPDATE TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]) AND "endedAt" IS NULL) WITH CHECK ("endedById" = (SELECT app.viewer()));
CREATE POLICY of_my_setting ON "ExternalLook" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]));
CREATE POLICY own ON "ExternalLook" FOR SELECT TO app USING ("byId" = (SELECT app.viewer()) AND EXISTS (SELECT FROM "ExternalOpening" o WHERE o.id = "openingId"));
CREATE POLICY looked ON "ExternalLook" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND EXISTS (SELECT FROM "ExternalOpening" o WHERE o.id = "openingId" AND o."organisationId" = "ExternalLook"."organisationId" AND o."personId" = (SELECT app.viewer()) AND o."planId" = ANY ((SELECT app.plans_open_to_me())::uuid[])
    AND ("sampledId" IS NULL OR EXISTS (SELECT FROM "SampledDecision" s WHERE s.id = "sampledId" AND s."planId" = o."planId"))));

-- ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- An external quality assurer knows who decided and who looked it over, and no learner; a setting's quality assurers know whom they opened to.
CREATE OR REPLACE FUNCTION app.people_of_quality() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT j."byId" AS id FROM "SampleJudgement" j WHERE j."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR j."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])
    UNION ALL SELECT a."byId" FROM "QualityAction" a WHERE a."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR a."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])
    UNION ALL SELECT p."madeById" FROM "SamplingPlan" p WHERE p."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR p.id = ANY ((SELECT app.plans_open_to_me())::uuid[])
    UNION ALL SELECT s."byId" FROM "SignOff" s WHERE s."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
    UNION ALL SELECT d."byId" FROM "Decision" d WHERE d.id = ANY ((SELECT app.decisions_open_to_me())::uuid[])
    UNION ALL SELECT o."personId" FROM "ExternalOpening" o WHERE o."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])) people
$$;

-- ── Least ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Until there were samples to open, an external quality assurer saw a setting's cohorts. They need none of them.
CREATE OR REPLACE FUNCTION app.cohorts_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE c.id = ANY ((SELECT app.cohorts_i_oversee())::uuid[]) OR c.id = ANY ((SELECT app.cohorts_i_am_in())::uuid[])
     OR (c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{mentor,assessor,quality_assurer}'))::uuid[]))
     OR (c.kind = 'trainers' AND EXISTS (SELECT FROM "Organisation" setting
           WHERE setting.id = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[]) AND setting."supportedById" = c."organisationId"))
$$;
