-- The same rules, asked so that Postgres looks at less. Nothing here lets anybody see more, or less.

-- DropIndex
DROP INDEX "Decision_byId_organisationId_idx";

-- CreateIndex
CREATE INDEX "Decision_byId_organisationId_decidedAt_idx" ON "Decision"("byId", "organisationId", "decidedAt");

-- CreateIndex
CREATE INDEX "Concern_raisedByMenteeId_idx" ON "Concern"("raisedByMenteeId");

-- CreateIndex
CREATE INDEX "ConcernReceipt_byId_idx" ON "ConcernReceipt"("byId");

-- ── Whose name one may see ──────────────────────────────────────────────────────────────────────────────────────────
-- One policy instead of six: Postgres asks the arms of an OR from the left, and stops at the first that is true. Six policies were asked in an
-- order of its own, and each question that named anybody began with the dearest. What is cheap and mostly true stands first.
DROP POLICY known ON "Person";
DROP POLICY group_mates ON "Person";
DROP POLICY from_cohorts ON "Person";
DROP POLICY for_visitor ON "Person";
DROP POLICY of_assessment ON "Person";
DROP POLICY of_quality ON "Person";
CREATE POLICY known ON "Person" FOR SELECT TO app USING (
  id = (SELECT app.viewer())
  OR EXISTS (SELECT FROM app.people_known known WHERE known."personId" = id)
  OR id = ANY ((SELECT app.group_mates())::uuid[])
  OR EXISTS (SELECT FROM app.people_assessed known WHERE known."personId" = id)
  OR id = ANY ((SELECT app.people_of_my_cohorts())::uuid[])
  OR id = ANY ((SELECT app.people_of_quality())::uuid[])
  OR ((SELECT app.visitor()) IS NOT NULL AND id = ANY ((SELECT app.people_for_visitor())::uuid[])));

-- Who does nothing in assessment knows nobody from it, and is asked once.
CREATE OR REPLACE FUNCTION app.people_of_quality() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN (SELECT app.my_organisations('{assessor,quality_assurer,coordinator,external_quality_assurer}')) = '{}' THEN '{}'::uuid[] ELSE (
    WITH mine AS MATERIALIZED (SELECT app.my_organisations('{assessor,quality_assurer}') AS settings, app.my_organisations('{assessor,quality_assurer,coordinator}') AS struck, app.plans_open_to_me() AS plans, app.sampled_open_to_me() AS sampled)
    SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
      SELECT j."byId" AS id FROM "SampleJudgement" j WHERE j."organisationId" = ANY ((SELECT settings FROM mine)::uuid[])
      UNION ALL SELECT j."byId" FROM "SampleJudgement" j WHERE j."sampledId" = ANY ((SELECT sampled FROM mine)::uuid[])
      UNION ALL SELECT a."byId" FROM "QualityAction" a WHERE a."organisationId" = ANY ((SELECT settings FROM mine)::uuid[])
      UNION ALL SELECT a."byId" FROM "QualityAction" a WHERE a."sampledId" = ANY ((SELECT sampled FROM mine)::uuid[])
      UNION ALL SELECT p."madeById" FROM "SamplingPlan" p WHERE p."organisationId" = ANY ((SELECT settings FROM mine)::uuid[])
      UNION ALL SELECT p."madeById" FROM "SamplingPlan" p WHERE p.id = ANY ((SELECT plans FROM mine)::uuid[])
      UNION ALL SELECT s."byId" FROM "SignOff" s WHERE s."organisationId" = ANY ((SELECT settings FROM mine)::uuid[])
      UNION ALL SELECT d."byId" FROM "Decision" d WHERE d.id = ANY ((SELECT app.decisions_open_to_me())::uuid[])
      UNION ALL SELECT s."struckById" FROM "SignOff" s WHERE s."struckById" IS NOT NULL AND s."organisationId" = ANY ((SELECT struck FROM mine)::uuid[])
      UNION ALL SELECT q."struckById" FROM "StaffQualification" q WHERE q."struckById" IS NOT NULL AND q."organisationId" = ANY ((SELECT struck FROM mine)::uuid[])
      UNION ALL SELECT o."personId" FROM "ExternalOpening" o WHERE o."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])) people) END
$$;

-- ── Cohorts, places, organisations ──────────────────────────────────────────────────────────────────────────────────
-- Each way to see one is looked up by itself. Joined by OR they had every row of every setting read, for each question.
-- None calls another: Today asked these four times, and each call of a function in a function costs as much as its looking up.
CREATE OR REPLACE FUNCTION app.cohorts_i_run() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.id FROM "Cohort" c WHERE c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer}'))::uuid[])
    UNION ALL SELECT c.id FROM "Cohort" c WHERE c.kind = 'trainers' AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,programme_lead}'))::uuid[])
    UNION ALL SELECT m."cohortId" FROM "CohortMember" m WHERE m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL AND m.part = 'trainer') run
$$;
-- Those, and for heads, specialists and leads their settings' courses.
CREATE OR REPLACE FUNCTION app.cohorts_i_oversee() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.id FROM "Cohort" c WHERE c.kind = 'mentors'
      AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer,head,specialist,safeguarding_lead,deputy_lead}'))::uuid[])
    UNION ALL SELECT c.id FROM "Cohort" c WHERE c.kind = 'trainers' AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,programme_lead}'))::uuid[])
    UNION ALL SELECT m."cohortId" FROM "CohortMember" m WHERE m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL AND m.part = 'trainer') overseen
$$;
-- Those, the ones one learns in, for mentors and those who assess their settings' courses, and for coordinators and heads where their trainers are trained.
CREATE OR REPLACE FUNCTION app.cohorts_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.id FROM "Cohort" c WHERE c.kind = 'mentors'
      AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer,head,specialist,safeguarding_lead,deputy_lead,mentor,assessor,quality_assurer}'))::uuid[])
    UNION ALL SELECT c.id FROM "Cohort" c WHERE c.kind = 'trainers' AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,programme_lead}'))::uuid[])
    UNION ALL SELECT m."cohortId" FROM "CohortMember" m WHERE m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL
    UNION ALL SELECT c.id FROM "Organisation" setting JOIN "Cohort" c ON c."organisationId" = setting."supportedById" AND c.kind = 'trainers'
      WHERE setting.id = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[])) seen
$$;
CREATE OR REPLACE FUNCTION app.people_of_my_cohorts() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT "personId"), '{}') FROM (
    SELECT m."personId" FROM "CohortMember" m WHERE m."cohortId" = ANY ((SELECT app.cohorts_i_am_in('{trainer}'))::uuid[])
    UNION ALL SELECT m."personId" FROM "CohortMember" m WHERE m.part = 'trainer' AND m."leftAt" IS NULL AND m."cohortId" = ANY ((SELECT app.cohorts_i_am_in('{learner}'))::uuid[])
    UNION ALL SELECT m."personId" FROM "CohortMember" m WHERE m."leftAt" IS NULL AND m."placedAt" IS NOT NULL AND m."cohortId" = ANY ((SELECT app.trainer_cohorts_i_learn_in())::uuid[])
    UNION ALL SELECT m."personId" FROM "Cohort" c JOIN "CohortMember" m ON m."cohortId" = c.id WHERE c.kind = 'trainers' AND c.id = ANY ((SELECT app.cohorts_i_run())::uuid[])) people
$$;
CREATE OR REPLACE FUNCTION app.organisations_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT unnest(app.my_organisations()) AS id
    UNION SELECT o.id FROM "Organisation" o WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead,trainer,assessor,quality_assurer}'))::uuid[])
    UNION SELECT mine."supportedById" FROM "Organisation" mine WHERE mine.id = ANY ((SELECT app.my_organisations())::uuid[]) AND mine."supportedById" IS NOT NULL
    UNION SELECT place FROM app.visitor_organisation() place WHERE place IS NOT NULL) seen
$$;

-- ── Concerns ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.concerns_i_raised() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM "Concern" WHERE "raisedById" = (SELECT app.viewer())
    UNION ALL SELECT id FROM "Concern" WHERE "raisedByMenteeId" = (SELECT app.visitor())) raised
$$;

-- ── Decisions that wait for a colleague ─────────────────────────────────────────────────────────────────────────────
-- The days on which no qualification was good are worked out first, and decisions looked up by day: most assessors have no such day, and decisions are many.
-- They begin the day after the first ran out, or on the first day of one that was struck through.
CREATE OR REPLACE FUNCTION app.to_countersign(settings uuid[]) RETURNS TABLE ("decisionId" uuid, "registrationId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH without AS MATERIALIZED (
    SELECT q."organisationId", q."personId", lower(gap)::timestamptz AS since, coalesce(upper(gap)::timestamptz, 'infinity') AS until
    FROM (SELECT "organisationId", "personId", datemultirange(daterange(least(min("validUntil") + 1, min("doneOn") FILTER (WHERE "struckAt" IS NOT NULL)), NULL))
          - coalesce(range_agg(daterange("doneOn", "validUntil", '[]')) FILTER (WHERE "struckAt" IS NULL AND ("validUntil" IS NULL OR "validUntil" >= "doneOn")), '{}') AS gaps
      FROM "StaffQualification" WHERE kind = 'assessing' AND "organisationId" = ANY (settings) AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,coordinator}'))::uuid[])
      GROUP BY 1, 2 HAVING bool_or("validUntil" IS NOT NULL OR "struckAt" IS NOT NULL)) q, unnest(q.gaps) gap WHERE lower(gap) <= app.now()::date)
  SELECT d.id, d."registrationId" FROM without w,
    LATERAL (SELECT * FROM "Decision" d WHERE d."byId" = w."personId" AND d."organisationId" = w."organisationId" AND d."decidedAt" >= w.since AND d."decidedAt" < w.until OFFSET 0) d
  WHERE NOT EXISTS (SELECT FROM "Countersignature" c WHERE c."decisionId" = d.id AND app.was_qualified(c."byId", c."organisationId", c."signedAt"))
    -- Not NOT EXISTS, for which Postgres reads every decision there is.
    AND d.attempt = (SELECT max(later.attempt) FROM "Decision" later WHERE later."registrationId" = d."registrationId" AND later."criterionId" = d."criterionId")
$$;

-- ── Too near to look over ───────────────────────────────────────────────────────────────────────────────────────────
-- Somebody who never decided anything did not decide on the course of this learner: said first, before thousands who learn together are gone through.
CREATE OR REPLACE FUNCTION app.too_near(learner uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN learner = app.viewer() THEN 'self'
    WHEN EXISTS (SELECT FROM "Decision" d WHERE d."personId" = learner AND d."byId" = (SELECT app.viewer())) THEN 'decided'
    WHEN EXISTS (SELECT FROM "Registration" r JOIN "Evidence" e ON e."registrationId" = r.id WHERE r."personId" = learner AND e."byId" = (SELECT app.viewer())) THEN 'wrote'
    WHEN EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" mine ON mine."cohortId" = theirs."cohortId"
      WHERE theirs."personId" = learner AND theirs.part = 'learner' AND mine."personId" = (SELECT app.viewer()) AND mine.part = 'trainer') THEN 'taught'
    WHEN EXISTS (SELECT FROM "Decision" d WHERE d."byId" = (SELECT app.viewer()))
     AND EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" others ON others."cohortId" = theirs."cohortId" JOIN "Decision" d ON d."personId" = others."personId"
      WHERE theirs."personId" = learner AND theirs.part = 'learner' AND others.part = 'learner' AND d."byId" = (SELECT app.viewer())) THEN 'assessed'
  END
$$;

-- ── The samples of an external quality assurer ──────────────────────────────────────────────────────────────────────
-- Postgres asks a table's policies in the order of their names, from the last to the first. What is open to an external quality assurer is the dearest to
-- work out and nearly never the reason, so its policy is called by a name that comes after "of_my_setting" and "own".
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{SamplingPlan,SampledDecision,SampleJudgement,QualityAction,ActionAnswer,ActionSettling,Registration,Decision,EvidenceCriterion,Evidence}'::text[] LOOP
    EXECUTE format('ALTER POLICY open_to_me ON %I RENAME TO by_sample', t);
  END LOOP;
END $$;
