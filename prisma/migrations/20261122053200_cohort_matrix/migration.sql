-- CreateIndex
CREATE INDEX "Decision_byId_organisationId_idx" ON "Decision"("byId", "organisationId");

-- CreateIndex
CREATE INDEX "Evidence_byId_organisationId_idx" ON "Evidence"("byId", "organisationId");

-- CreateIndex
CREATE INDEX "Registration_organisationId_id_idx" ON "Registration"("organisationId", "id");

-- What waits of one learner, the oldest first; and whose oldest it is, without counting everybody's.
CREATE INDEX "EvidenceCriterion_waiting_of" ON "EvidenceCriterion" ("registrationId", "handedInAt", "evidenceId", "criterionId") WHERE "decisionId" IS NULL AND "withdrawnAt" IS NULL;

-- Whom the viewer knows from assessment, as rows the planner can look one person up in: who assesses knows the learners registered there, who
-- handed in for them and who decided; a learner knows who decided. The function it replaces read all evidence of a setting for every question that
-- named a person. The view reads as its owner, past the policies; it says nothing but whose name the viewer may see.
CREATE VIEW app.people_assessed WITH (security_barrier) AS
  SELECT r."personId" FROM "Registration" r WHERE r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT e."byId" FROM "Evidence" e WHERE e."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."personId" = (SELECT app.viewer());
ALTER VIEW app.people_assessed OWNER TO owner;
GRANT SELECT ON app.people_assessed TO app;
DROP POLICY of_assessment ON "Person";
CREATE POLICY of_assessment ON "Person" FOR SELECT TO app USING (EXISTS (SELECT FROM app.people_assessed known WHERE known."personId" = id));
DROP FUNCTION app.people_of_assessment();

-- Who is registered of those who have a place on a course, for everybody who may see the registrations of its setting. Those who assess do not
-- see the places of a course; this says of the learners they assess who is on it.
CREATE FUNCTION app.registered_of_cohort(cohort uuid) RETURNS TABLE (registration uuid, specification uuid, name text, withdrawn boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, r."specificationId", p.name, r."withdrawnAt" IS NOT NULL
  FROM "Cohort" c JOIN "CohortMember" m ON m."cohortId" = c.id AND m.part = 'learner' AND m."placedAt" IS NOT NULL AND m."leftAt" IS NULL
    JOIN "Registration" r ON r."personId" = m."personId" AND r."organisationId" = c."organisationId" JOIN "Person" p ON p.id = m."personId"
  WHERE c.id = cohort AND c.kind = 'mentors' AND c."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer,coordinator,trainer,youth_worker,specialist}'))
$$;
REVOKE ALL ON FUNCTION app.registered_of_cohort(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.registered_of_cohort(uuid) TO app;
