-- As before. The people of a large course are read in one go, not one after the other.
CREATE OR REPLACE FUNCTION app.registered_of_cohort(cohort uuid) RETURNS TABLE (registration uuid, specification uuid, name text, withdrawn boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET enable_nestloop = off SET search_path = public, pg_temp AS $$
  WITH place AS MATERIALIZED (SELECT c."organisationId", ARRAY (SELECT m."personId" FROM "CohortMember" m WHERE m."cohortId" = c.id AND m.part = 'learner' AND m."placedAt" IS NOT NULL AND m."leftAt" IS NULL) AS learners
    FROM "Cohort" c WHERE c.id = cohort AND c.kind = 'mentors' AND c."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer,coordinator,trainer,youth_worker,specialist}'))),
  person AS MATERIALIZED (SELECT p.id, p.name FROM "Person" p WHERE p.id = ANY ((SELECT learners FROM place)::uuid[]))
  SELECT r.id, r."specificationId", p.name, r."withdrawnAt" IS NOT NULL
  FROM "Registration" r JOIN person p ON p.id = r."personId"
  WHERE r."personId" = ANY ((SELECT learners FROM place)::uuid[]) AND r."organisationId" = (SELECT "organisationId" FROM place)
$$;
