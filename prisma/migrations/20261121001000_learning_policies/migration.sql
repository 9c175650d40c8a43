-- Who may see how far somebody is in a course. How far is seen by the learner, by the trainers of their cohort, and by the youth workers and
-- coordinators of their setting. What they chose and what they wrote is the learner's alone.

-- The learners whose way through a course the viewer follows as a trainer, as "person course": a trainer of one cohort learns nothing of
-- the same person in another course.
CREATE FUNCTION app.learning_i_train() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT theirs."personId" || ' ' || c."courseId"), '{}')
  FROM "CohortMember" mine JOIN "Cohort" c ON c.id = mine."cohortId" JOIN "CohortMember" theirs ON theirs."cohortId" = c.id
  WHERE mine."personId" = app.viewer() AND mine.part = 'trainer' AND mine."leftAt" IS NULL
    AND c."organisationId" = ANY (app.my_organisations('{trainer,trainee_trainer,youth_worker}'))
    AND theirs.part = 'learner' AND theirs."placedAt" IS NOT NULL AND theirs."leftAt" IS NULL
$$;
REVOKE ALL ON FUNCTION app.learning_i_train() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.learning_i_train() TO app;

GRANT SELECT, INSERT ON "UnitProgress", "CardAnswer" TO app;
GRANT UPDATE ("cardId", "movedAt", "finishedAt") ON "UnitProgress" TO app;

CREATE POLICY own ON "UnitProgress" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY of_my_setting ON "UnitProgress" FOR SELECT TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,coordinator}'))::uuid[]));
CREATE POLICY of_my_cohorts ON "UnitProgress" FOR SELECT TO app
  USING (("personId" || ' ' || "courseId") = ANY ((SELECT app.learning_i_train())::text[]));
CREATE POLICY begun ON "UnitProgress" FOR INSERT TO app
  WITH CHECK ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{mentor,trainee_trainer}'))::uuid[]));
CREATE POLICY moved ON "UnitProgress" FOR UPDATE TO app
  USING ("personId" = (SELECT app.viewer())) WITH CHECK ("personId" = (SELECT app.viewer()));

-- The learner is named here again: whoever may see how far somebody is must not come to their answers by it.
CREATE POLICY own ON "CardAnswer" FOR SELECT TO app USING (EXISTS (
  SELECT FROM "UnitProgress" p WHERE p.id = "progressId" AND p."personId" = (SELECT app.viewer())));
CREATE POLICY given ON "CardAnswer" FOR INSERT TO app WITH CHECK (EXISTS (
  SELECT FROM "UnitProgress" p WHERE p.id = "progressId" AND p."personId" = (SELECT app.viewer()) AND p."organisationId" = "CardAnswer"."organisationId"));
CREATE POLICY own_answers ON "RowKey" FOR SELECT TO app USING (
  "ofTable" = 'CardAnswer' AND EXISTS (SELECT FROM "CardAnswer" r WHERE r.id = "rowId"));
