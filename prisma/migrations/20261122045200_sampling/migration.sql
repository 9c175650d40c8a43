-- CreateEnum
CREATE TYPE "SamplingStage" AS ENUM ('interim', 'summative');

-- CreateTable
CREATE TABLE "SamplingPlan" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "specificationId" UUID NOT NULL,
    "stage" "SamplingStage" NOT NULL,
    "seed" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "pool" INTEGER NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SamplingPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampledDecision" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "assessorId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "why" TEXT[],
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SampledDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleJudgement" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sampledId" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SampleJudgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QualityAction" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sampledId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "QualityAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "decisionId" UUID,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ActionAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionSettling" (
    "actionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "settledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ActionSettling_pkey" PRIMARY KEY ("actionId")
);

-- CreateIndex
CREATE INDEX "SamplingPlan_organisationId_madeAt_idx" ON "SamplingPlan"("organisationId", "madeAt");

-- CreateIndex
CREATE INDEX "SamplingPlan_specificationId_idx" ON "SamplingPlan"("specificationId");

-- CreateIndex
CREATE UNIQUE INDEX "SampledDecision_decisionId_key" ON "SampledDecision"("decisionId");

-- CreateIndex
CREATE INDEX "SampledDecision_organisationId_drawnAt_idx" ON "SampledDecision"("organisationId", "drawnAt");

-- CreateIndex
CREATE INDEX "SampledDecision_registrationId_idx" ON "SampledDecision"("registrationId");

-- CreateIndex
CREATE INDEX "SampledDecision_criterionId_idx" ON "SampledDecision"("criterionId");

-- CreateIndex
CREATE UNIQUE INDEX "SampledDecision_planId_place_key" ON "SampledDecision"("planId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "SampleJudgement_sampledId_key" ON "SampleJudgement"("sampledId");

-- CreateIndex
CREATE INDEX "SampleJudgement_organisationId_idx" ON "SampleJudgement"("organisationId");

-- CreateIndex
CREATE INDEX "QualityAction_organisationId_madeAt_idx" ON "QualityAction"("organisationId", "madeAt");

-- CreateIndex
CREATE INDEX "QualityAction_registrationId_idx" ON "QualityAction"("registrationId");

-- CreateIndex
CREATE UNIQUE INDEX "QualityAction_sampledId_number_key" ON "QualityAction"("sampledId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ActionAnswer_actionId_key" ON "ActionAnswer"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionAnswer_decisionId_key" ON "ActionAnswer"("decisionId");

-- CreateIndex
CREATE INDEX "ActionAnswer_organisationId_idx" ON "ActionAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "ActionSettling_organisationId_idx" ON "ActionSettling"("organisationId");

-- AddForeignKey
ALTER TABLE "SamplingPlan" ADD CONSTRAINT "SamplingPlan_specificationId_fkey" FOREIGN KEY ("specificationId") REFERENCES "Specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledDecision" ADD CONSTRAINT "SampledDecision_planId_fkey" FOREIGN KEY ("planId") REFERENCES "SamplingPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledDecision" ADD CONSTRAINT "SampledDecision_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledDecision" ADD CONSTRAINT "SampledDecision_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledDecision" ADD CONSTRAINT "SampledDecision_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleJudgement" ADD CONSTRAINT "SampleJudgement_sampledId_fkey" FOREIGN KEY ("sampledId") REFERENCES "SampledDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QualityAction" ADD CONSTRAINT "QualityAction_sampledId_fkey" FOREIGN KEY ("sampledId") REFERENCES "SampledDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QualityAction" ADD CONSTRAINT "QualityAction_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionAnswer" ADD CONSTRAINT "ActionAnswer_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "QualityAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionAnswer" ADD CONSTRAINT "ActionAnswer_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionSettling" ADD CONSTRAINT "ActionSettling_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "QualityAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who sees a sample ───────────────────────────────────────────────────────────────────────────────────────────────
-- Those who assess in the setting, and its quality assurers: the words go between adults about a decision, and not to the learner.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{SamplingPlan,SampledDecision,SampleJudgement,QualityAction,ActionAnswer,ActionSettling}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{assessor,quality_assurer}''))::uuid[]))', t);
  END LOOP;
  FOREACH t IN ARRAY '{SampleJudgement,QualityAction,ActionAnswer}'::text[] LOOP
    EXECUTE format('CREATE POLICY of_quality_%s ON "RowKey" FOR SELECT TO app USING ("ofTable" = %L AND EXISTS (SELECT FROM %I r WHERE r.id = "rowId"))', lower(t), t, t);
  END LOOP;
END $$;

CREATE POLICY drawn ON "SamplingPlan" FOR INSERT TO app WITH CHECK ("madeById" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]) AND EXISTS (SELECT FROM "Specification" s WHERE s.id = "specificationId"));
CREATE POLICY drawn ON "SampledDecision" FOR INSERT TO app WITH CHECK (
  EXISTS (SELECT FROM "SamplingPlan" p JOIN "Decision" d ON d."organisationId" = p."organisationId"
    JOIN "Criterion" c ON c.id = d."criterionId" AND c."specificationId" = p."specificationId"
    WHERE p.id = "planId" AND p."madeById" = (SELECT app.viewer()) AND d.id = "decisionId" AND d."organisationId" = "SampledDecision"."organisationId"
      AND d."registrationId" = "SampledDecision"."registrationId" AND d."personId" = "SampledDecision"."personId" AND d."criterionId" = "SampledDecision"."criterionId" AND d."byId" = "assessorId"));

-- Nobody looks over what they decided or whom they taught: the database says no whatever the deed forgot.
CREATE POLICY judged ON "SampleJudgement" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "SampledDecision" s WHERE s.id = "sampledId" AND s."organisationId" = "SampleJudgement"."organisationId" AND s."assessorId" <> (SELECT app.viewer()) AND app.too_near(s."personId") IS NULL));
CREATE POLICY asked ON "QualityAction" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "SampledDecision" s JOIN "SampleJudgement" j ON j."sampledId" = s.id AND NOT j.agrees
    WHERE s.id = "QualityAction"."sampledId" AND s."organisationId" = "QualityAction"."organisationId" AND s."registrationId" = "QualityAction"."registrationId" AND s."assessorId" = "ownerId" AND app.too_near(s."personId") IS NULL));
CREATE POLICY answered ON "ActionAnswer" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[])
  AND EXISTS (SELECT FROM "QualityAction" a WHERE a.id = "actionId" AND a."organisationId" = "ActionAnswer"."organisationId"
    AND ("decisionId" IS NULL OR EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."registrationId" = a."registrationId" AND d."byId" = (SELECT app.viewer())))));
CREATE POLICY settled ON "ActionSettling" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "QualityAction" a JOIN "SampledDecision" s ON s.id = a."sampledId" WHERE a.id = "actionId" AND a."organisationId" = "ActionSettling"."organisationId" AND app.too_near(s."personId") IS NULL));

-- Nor is anybody signed off while something drawn of theirs waits, or an action about it is open.
CREATE FUNCTION app.quality_waits(registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Registration" r WHERE r.id = registration AND r."organisationId" = ANY (app.my_organisations('{quality_assurer}')))
    AND (EXISTS (SELECT FROM "SampledDecision" s WHERE s."registrationId" = registration AND NOT EXISTS (SELECT FROM "SampleJudgement" j WHERE j."sampledId" = s.id))
      OR EXISTS (SELECT FROM "QualityAction" a WHERE a."registrationId" = registration AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id)))
$$;
REVOKE ALL ON FUNCTION app.quality_waits(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.quality_waits(uuid) TO app;
ALTER POLICY signed_off ON "SignOff" WITH CHECK ("byId" = (SELECT app.viewer()) AND app.too_near("personId") IS NULL AND NOT app.quality_waits("registrationId")
  AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "SignOff"."personId" AND r."organisationId" = "SignOff"."organisationId" AND r."withdrawnAt" IS NULL)
  AND NOT EXISTS (SELECT FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId" WHERE r.id = "registrationId"
    AND (SELECT d.outcome FROM "Decision" d WHERE d."registrationId" = r.id AND d."criterionId" = c.id ORDER BY d.attempt DESC LIMIT 1) IS DISTINCT FROM 'met'));

-- ── What a sample is drawn from ─────────────────────────────────────────────────────────────────────────────────────
-- The decisions of a setting that stand and that nobody has drawn, each with what it would be drawn for. A quality assurer does not see who is
-- in which cohort, so the cohort, which stands for the site, comes as an id alone.
CREATE FUNCTION app.sampling_pool(setting uuid, specification uuid, at_the_end boolean)
RETURNS TABLE ("decisionId" uuid, "registrationId" uuid, "personId" uuid, "criterionId" uuid, "assessorId" uuid, attempt int, methods text[], site uuid, "isSiteSeen" boolean, "isLearnerSeen" boolean, "isCriterionSeen" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH learners AS (
    SELECT r.id, r."personId", (SELECT m."cohortId" FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" AND c.kind = 'mentors' AND c."organisationId" = setting
        WHERE m."personId" = r."personId" AND m.part = 'learner' AND m."placedAt" IS NOT NULL ORDER BY m."placedAt" DESC LIMIT 1) AS site
    FROM "Registration" r WHERE r."organisationId" = setting AND r."specificationId" = specification AND r."withdrawnAt" IS NULL
      AND setting = ANY (app.my_organisations('{quality_assurer}')) AND NOT EXISTS (SELECT FROM "SignOff" o WHERE o."registrationId" = r.id)),
  standing AS (
    SELECT d.*, l.site FROM learners l JOIN "Decision" d ON d."registrationId" = l.id
    WHERE NOT EXISTS (SELECT FROM "Decision" later WHERE later."registrationId" = d."registrationId" AND later."criterionId" = d."criterionId" AND later.attempt > d.attempt)),
  whole AS (
    SELECT s."registrationId" FROM standing s GROUP BY 1
    HAVING count(*) FILTER (WHERE s.outcome = 'met') = (SELECT count(*) FROM "Criterion" c WHERE c."specificationId" = specification)),
  seen AS (SELECT s."personId", s."criterionId" FROM "SampledDecision" s WHERE s."organisationId" = setting),
  seen_sites AS (SELECT DISTINCT m."cohortId" FROM "CohortMember" m WHERE m.part = 'learner' AND m."personId" IN (SELECT seen."personId" FROM seen))
  SELECT s.id, s."registrationId", s."personId", s."criterionId", s."byId", s.attempt,
    ARRAY (SELECT DISTINCT e.kind::text FROM "EvidenceCriterion" k JOIN "Evidence" e ON e.id = k."evidenceId" WHERE k."decisionId" = s.id ORDER BY 1), s.site,
    s.site IN (SELECT "cohortId" FROM seen_sites), s."personId" IN (SELECT seen."personId" FROM seen), s."criterionId" IN (SELECT seen."criterionId" FROM seen)
  FROM standing s
  WHERE (NOT at_the_end OR s."registrationId" IN (SELECT "registrationId" FROM whole))
    AND NOT EXISTS (SELECT FROM "SampledDecision" drawn WHERE drawn."decisionId" = s.id)
    AND NOT EXISTS (SELECT FROM "ActionAnswer" answer WHERE answer."decisionId" = s.id)
  ORDER BY s.id
$$;
REVOKE ALL ON FUNCTION app.sampling_pool(uuid, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sampling_pool(uuid, uuid, boolean) TO app;

-- ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Those who assess in a setting know its quality assurers by what they did.
CREATE FUNCTION app.people_of_quality() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT j."byId" AS id FROM "SampleJudgement" j WHERE j."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))
    UNION ALL SELECT a."byId" FROM "QualityAction" a WHERE a."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))
    UNION ALL SELECT p."madeById" FROM "SamplingPlan" p WHERE p."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))
    UNION ALL SELECT s."byId" FROM "SignOff" s WHERE s."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))) people
$$;
REVOKE ALL ON FUNCTION app.people_of_quality() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.people_of_quality() TO app;
CREATE POLICY of_quality ON "Person" FOR SELECT TO app USING (id = ANY ((SELECT app.people_of_quality())::uuid[]));
