-- DropIndex
DROP INDEX "SignOff_registrationId_key";

-- AlterTable
ALTER TABLE "Countersignature" DROP CONSTRAINT "Countersignature_pkey",
ADD CONSTRAINT "Countersignature_pkey" PRIMARY KEY ("decisionId", "byId");

-- AlterTable
ALTER TABLE "SignOff" ADD COLUMN     "struckAt" TIMESTAMPTZ(3),
ADD COLUMN     "struckById" UUID,
ADD COLUMN     "struckWhy" BYTEA;

-- AlterTable
ALTER TABLE "StaffQualification" ADD COLUMN     "struckAt" TIMESTAMPTZ(3),
ADD COLUMN     "struckById" UUID,
ADD COLUMN     "struckWhy" BYTEA;

-- CreateIndex
CREATE INDEX "SignOff_registrationId_idx" ON "SignOff"("registrationId");

-- One sign-off of a registration stands. What was struck through stays, and another may follow it.
CREATE UNIQUE INDEX "SignOff_one_stands" ON "SignOff" ("registrationId") WHERE "struckAt" IS NULL;
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_struck_says_why" CHECK (num_nonnulls("struckAt", "struckById", "struckWhy") IN (0, 3));
ALTER TABLE "StaffQualification" ADD CONSTRAINT "StaffQualification_struck_says_why" CHECK (num_nonnulls("struckAt", "struckById", "struckWhy") IN (0, 3));

-- Struck through by whoever could have written it, with a reason; never about oneself, never a second time, and never deleted.
GRANT UPDATE ("struckAt", "struckById", "struckWhy") ON "SignOff", "StaffQualification" TO app;
CREATE POLICY struck ON "SignOff" FOR UPDATE TO app
  USING ("struckAt" IS NULL AND "personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]))
  WITH CHECK ("struckById" = (SELECT app.viewer()));
CREATE POLICY struck ON "StaffQualification" FOR UPDATE TO app
  USING ("struckAt" IS NULL AND "personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,quality_assurer}'))::uuid[]))
  WITH CHECK ("struckById" = (SELECT app.viewer()));
-- Why is between adults: those who assess there and the coordinators. Of a qualification also whose it is.
CREATE POLICY sign_offs ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'SignOff' AND EXISTS (SELECT FROM "SignOff" r WHERE r.id = "rowId"
  AND r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[])));
CREATE POLICY staff_qualifications ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'StaffQualification' AND EXISTS (SELECT FROM "StaffQualification" r WHERE r.id = "rowId"));

-- ── What leaned on it asks again ────────────────────────────────────────────────────────────────────────────────────
-- Did somebody have a qualification to assess, good on that day, that still stands?
CREATE FUNCTION app.was_qualified(person uuid, setting uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = person AND q."organisationId" = setting AND q.kind = 'assessing' AND q."struckAt" IS NULL
    AND q."doneOn" <= at::date AND (q."validUntil" IS NULL OR q."validUntil" >= at::date))
$$;
REVOKE ALL ON FUNCTION app.was_qualified(uuid, uuid, timestamptz) FROM PUBLIC;

-- A decision that leaned on what was struck through waits for a colleague like one made after it had run out: striking the last entry must not make it
-- as if nothing had ever been on record. A colleague's signature counts while they were qualified on that day, so theirs is asked again too.
CREATE OR REPLACE FUNCTION app.to_countersign(settings uuid[]) RETURNS TABLE ("decisionId" uuid, "registrationId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH lapsed AS (
    SELECT q."organisationId", q."personId" FROM "StaffQualification" q
    WHERE q.kind = 'assessing' AND q."organisationId" = ANY (settings) AND q."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[]) GROUP BY 1, 2
    HAVING bool_or(q."validUntil" IS NOT NULL OR q."struckAt" IS NOT NULL))
  SELECT d.id, d."registrationId" FROM lapsed l JOIN "Decision" d ON d."organisationId" = l."organisationId" AND d."byId" = l."personId"
  WHERE EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = d."byId" AND q."organisationId" = d."organisationId" AND q.kind = 'assessing'
      AND (q."validUntil" < d."decidedAt"::date OR (q."struckAt" IS NOT NULL AND q."doneOn" <= d."decidedAt"::date)))
    AND NOT app.was_qualified(d."byId", d."organisationId", d."decidedAt")
    AND NOT EXISTS (SELECT FROM "Countersignature" c WHERE c."decisionId" = d.id AND app.was_qualified(c."byId", c."organisationId", c."signedAt"))
    AND NOT EXISTS (SELECT FROM "Decision" later WHERE later."registrationId" = d."registrationId" AND later."criterionId" = d."criterionId" AND later.attempt > d.attempt)
$$;
ALTER POLICY signed ON "Countersignature" WITH CHECK ("byId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[])
  AND EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."organisationId" = "Countersignature"."organisationId" AND d."byId" <> (SELECT app.viewer()) AND d."personId" <> (SELECT app.viewer()))
  AND EXISTS (SELECT FROM "StaffQualification" q WHERE q."personId" = (SELECT app.viewer()) AND q."organisationId" = "Countersignature"."organisationId" AND q.kind = 'assessing' AND q."struckAt" IS NULL
    AND q."doneOn" <= app.now()::date AND (q."validUntil" IS NULL OR q."validUntil" >= app.now()::date)));

-- Nobody is claimed for, and no certificate is made out, on a sign-off that was struck through or while a decision waits for a colleague.
ALTER POLICY claimed ON "Claim" WITH CHECK ("sentAs" IS NULL AND "takenOutAt" IS NULL
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
  AND EXISTS (SELECT FROM "ClaimBatch" b JOIN "Registration" r ON r."specificationId" = b."specificationId" AND r."organisationId" = b."organisationId"
    WHERE b.id = "batchId" AND r.id = "registrationId" AND b."organisationId" = "Claim"."organisationId" AND r."personId" = "Claim"."personId" AND r."withdrawnAt" IS NULL)
  AND EXISTS (SELECT FROM "SignOff" s WHERE s."registrationId" = "Claim"."registrationId" AND s."struckAt" IS NULL)
  AND NOT EXISTS (SELECT FROM app.to_countersign(ARRAY["Claim"."organisationId"]) w WHERE w."registrationId" = "Claim"."registrationId"));
ALTER POLICY awarded ON "Award" WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND issue = app.next_issue("personId", "courseId", "registrationId")
  AND ((kind = 'course' AND "registrationId" IS NULL AND "certificateNumber" IS NULL AND app.awards_here("organisationId", "cohortId")
      AND EXISTS (SELECT FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" WHERE c.id = "Award"."cohortId" AND c."organisationId" = "Award"."organisationId" AND c."courseId" = "Award"."courseId"
        AND c.kind = 'mentors' AND m."personId" = "Award"."personId" AND m.part = 'learner' AND m."placedAt" IS NOT NULL))
    OR (kind = 'qualification' AND "courseId" IS NULL AND "cohortId" IS NULL AND app.awards_here("organisationId", NULL)
      -- With the number the awarding body gave, and no other.
      AND EXISTS (SELECT FROM "Claim" c JOIN "ClaimState" n ON n."claimId" = c.id WHERE c."registrationId" = "Award"."registrationId" AND n.standing = 'accepted' AND n."certificateNumber" = "Award"."certificateNumber")
      AND EXISTS (SELECT FROM "Registration" r JOIN "SignOff" s ON s."registrationId" = r.id WHERE r.id = "Award"."registrationId"
        AND r."personId" = "Award"."personId" AND r."organisationId" = "Award"."organisationId" AND r."withdrawnAt" IS NULL AND s."struckAt" IS NULL)
      AND NOT EXISTS (SELECT FROM app.to_countersign(ARRAY["Award"."organisationId"]) w WHERE w."registrationId" = "Award"."registrationId"))));

-- Whose sign-off was struck through may be drawn again.
CREATE OR REPLACE FUNCTION app.sampling_pool(setting uuid, specification uuid, at_the_end boolean)
RETURNS TABLE ("decisionId" uuid, "registrationId" uuid, "personId" uuid, "criterionId" uuid, "assessorId" uuid, attempt int, methods text[], site uuid, "isSiteSeen" boolean, "isLearnerSeen" boolean, "isCriterionSeen" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH learners AS (
    SELECT r.id, r."personId", (SELECT m."cohortId" FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" AND c.kind = 'mentors' AND c."organisationId" = setting
        WHERE m."personId" = r."personId" AND m.part = 'learner' AND m."placedAt" IS NOT NULL ORDER BY m."placedAt" DESC LIMIT 1) AS site
    FROM "Registration" r WHERE r."organisationId" = setting AND r."specificationId" = specification AND r."withdrawnAt" IS NULL
      AND setting = ANY (app.my_organisations('{quality_assurer}')) AND NOT EXISTS (SELECT FROM "SignOff" o WHERE o."registrationId" = r.id AND o."struckAt" IS NULL)),
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

-- ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who struck something through, for those who read why.
CREATE OR REPLACE FUNCTION app.people_of_quality() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT j."byId" AS id FROM "SampleJudgement" j WHERE j."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR j."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])
    UNION ALL SELECT a."byId" FROM "QualityAction" a WHERE a."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR a."sampledId" = ANY ((SELECT app.sampled_open_to_me())::uuid[])
    UNION ALL SELECT p."madeById" FROM "SamplingPlan" p WHERE p."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) OR p.id = ANY ((SELECT app.plans_open_to_me())::uuid[])
    UNION ALL SELECT s."byId" FROM "SignOff" s WHERE s."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
    UNION ALL SELECT d."byId" FROM "Decision" d WHERE d.id = ANY ((SELECT app.decisions_open_to_me())::uuid[])
    UNION ALL SELECT s."struckById" FROM "SignOff" s WHERE s."struckById" IS NOT NULL AND s."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[])
    UNION ALL SELECT q."struckById" FROM "StaffQualification" q WHERE q."struckById" IS NOT NULL AND q."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[])
    UNION ALL SELECT o."personId" FROM "ExternalOpening" o WHERE o."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])) people
$$;
