-- Two mentees of one setting with one bird's name cannot be told apart on any page. Where there are two, those who came later get a number.
DO $$ DECLARE twin record; number int; BEGIN
  FOR twin IN SELECT m.id, m."organisationId", m."birdName" FROM "Mentee" m WHERE EXISTS (
    SELECT FROM "Mentee" first WHERE first."organisationId" = m."organisationId" AND lower(first."birdName") = lower(m."birdName") AND first.id < m.id) ORDER BY m.id
  LOOP
    number := 2;
    WHILE EXISTS (SELECT FROM "Mentee" o WHERE o."organisationId" = twin."organisationId" AND lower(o."birdName") = lower(twin."birdName" || ' ' || number)) LOOP number := number + 1; END LOOP;
    UPDATE "Mentee" SET "birdName" = twin."birdName" || ' ' || number WHERE id = twin.id;
  END LOOP;
END $$;
CREATE UNIQUE INDEX "Mentee_one_bird_a_setting" ON "Mentee" ("organisationId", lower("birdName"));

-- The sittings of a cohort that were opened, or marked, before their hour. Who closes a cohort need not be in the room, and so does not see its teaching.
CREATE FUNCTION app.begun_early(cohort uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id FROM "CohortSession" s JOIN "Cohort" c ON c.id = s."cohortId"
  WHERE s."cohortId" = cohort AND s."startsAt" > app.now() AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,trainer,programme_lead}'))::uuid[])
    AND (EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = s.id) OR EXISTS (SELECT FROM "SessionMark" m WHERE m."sessionId" = s.id))
$$;
REVOKE ALL ON FUNCTION app.begun_early(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.begun_early(uuid) TO app;
