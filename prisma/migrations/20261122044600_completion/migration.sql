-- CreateEnum
CREATE TYPE "TrainingSeen" AS ENUM ('certificate', 'register', 'letter');

-- CreateTable
CREATE TABLE "MentorAgreement" (
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "MentorAgreement_pkey" PRIMARY KEY ("personId","organisationId","version")
);

-- CreateTable
CREATE TABLE "SettingPolicy" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "datedOn" DATE NOT NULL,
    "address" TEXT,
    "namedById" UUID NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SettingPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyReading" (
    "policyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "PolicyReading_pkey" PRIMARY KEY ("policyId","personId")
);

-- CreateTable
CREATE TABLE "SessionTalkedOver" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "session" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SessionTalkedOver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierTraining" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "seen" "TrainingSeen" NOT NULL,
    "endedOn" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "EarlierTraining_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MentorAgreement_organisationId_idx" ON "MentorAgreement"("organisationId");

-- CreateIndex
CREATE INDEX "SettingPolicy_organisationId_namedAt_idx" ON "SettingPolicy"("organisationId", "namedAt");

-- CreateIndex
CREATE INDEX "PolicyReading_organisationId_personId_idx" ON "PolicyReading"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "PolicyReading_personId_idx" ON "PolicyReading"("personId");

-- CreateIndex
CREATE INDEX "SessionTalkedOver_organisationId_personId_idx" ON "SessionTalkedOver"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "SessionTalkedOver_personId_idx" ON "SessionTalkedOver"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SessionTalkedOver_cohortId_personId_session_key" ON "SessionTalkedOver"("cohortId", "personId", "session");

-- CreateIndex
CREATE INDEX "EarlierTraining_organisationId_personId_idx" ON "EarlierTraining"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "EarlierTraining_personId_idx" ON "EarlierTraining"("personId");

-- AddForeignKey
ALTER TABLE "MentorAgreement" ADD CONSTRAINT "MentorAgreement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorAgreement" ADD CONSTRAINT "MentorAgreement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SettingPolicy" ADD CONSTRAINT "SettingPolicy_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyReading" ADD CONSTRAINT "PolicyReading_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SettingPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyReading" ADD CONSTRAINT "PolicyReading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionTalkedOver" ADD CONSTRAINT "SessionTalkedOver_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionTalkedOver" ADD CONSTRAINT "SessionTalkedOver_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierTraining" ADD CONSTRAINT "EarlierTraining_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierTraining" ADD CONSTRAINT "EarlierTraining_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One record of earlier training counts for a course; one that was taken back makes room for the right one.
CREATE UNIQUE INDEX "EarlierTraining_one" ON "EarlierTraining" ("organisationId", "personId", "courseId") WHERE "takenBackAt" IS NULL;

-- Who learns with the viewer as a trainer of their mentor course, as "person organisation": a trainer of a cohort learns nothing of the
-- same person in another setting.
CREATE FUNCTION app.learners_i_train() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT theirs."personId" || ' ' || c."organisationId"), '{}')
  FROM "CohortMember" mine JOIN "Cohort" c ON c.id = mine."cohortId" JOIN "CohortMember" theirs ON theirs."cohortId" = c.id
  WHERE mine."personId" = app.viewer() AND mine.part = 'trainer' AND mine."leftAt" IS NULL AND c.kind = 'mentors'
    AND c."organisationId" = ANY (app.my_organisations('{trainer,trainee_trainer,youth_worker}'))
    AND theirs.part = 'learner' AND theirs."placedAt" IS NOT NULL AND theirs."leftAt" IS NULL
$$;
REVOKE ALL ON FUNCTION app.learners_i_train() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.learners_i_train() TO app;

-- What a mentor signed and read, what they made up, that they were trained before: they themself, the youth workers and coordinators of the
-- setting, the trainers of their course.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{MentorAgreement,PolicyReading,SessionTalkedOver,EarlierTraining}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY own ON %I FOR SELECT TO app USING ("personId" = (SELECT app.viewer()))', t);
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{youth_worker,coordinator}''))::uuid[]))', t);
    EXECUTE format('CREATE POLICY of_my_cohorts ON %I FOR SELECT TO app USING (("personId" || '' '' || "organisationId") = ANY ((SELECT app.learners_i_train())::text[]))', t);
  END LOOP;
END $$;

-- A mentor signs and says they have read for themself alone.
CREATE POLICY signed ON "MentorAgreement" FOR INSERT TO app
  WITH CHECK ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[]));
CREATE POLICY said_read ON "PolicyReading" FOR INSERT TO app
  WITH CHECK ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[])
    AND EXISTS (SELECT FROM "SettingPolicy" p WHERE p.id = "policyId" AND p."organisationId" = "PolicyReading"."organisationId"));

-- The policy of a setting: everybody who belongs there, and the programme lead who supports it.
ALTER TABLE "SettingPolicy" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "SettingPolicy" TO app;
CREATE POLICY of_my_setting ON "SettingPolicy" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]));
CREATE POLICY supported ON "SettingPolicy" FOR SELECT TO app
  USING (EXISTS (SELECT FROM "Organisation" o WHERE o.id = "organisationId" AND o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])));
CREATE POLICY named ON "SettingPolicy" FOR INSERT TO app
  WITH CHECK ("namedById" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));

-- A talk about a missed session: the trainers of the course and the youth workers of the setting, with somebody who has a place on it.
CREATE POLICY talked_over ON "SessionTalkedOver" FOR INSERT TO app
  WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
    AND ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]) OR ("personId" || ' ' || "organisationId") = ANY ((SELECT app.learners_i_train())::text[]))
    AND EXISTS (SELECT FROM "Cohort" c JOIN "CohortMember" m ON m."cohortId" = c.id WHERE c.id = "SessionTalkedOver"."cohortId" AND c.kind = 'mentors' AND c."organisationId" = "SessionTalkedOver"."organisationId"
      AND c."courseId" = "SessionTalkedOver"."courseId" AND m."personId" = "SessionTalkedOver"."personId" AND m.part = 'learner' AND m."placedAt" IS NOT NULL));

-- Earlier training is the coordinator's to write down, and to take back: who brings pairs together does not also say who was trained.
GRANT UPDATE ("takenBackAt", "takenBackById") ON "EarlierTraining" TO app;
CREATE POLICY seen ON "EarlierTraining" FOR INSERT TO app
  WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer()) AND "takenBackAt" IS NULL
    AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
    AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "EarlierTraining"."personId" AND m."organisationId" = "EarlierTraining"."organisationId" AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt")));
CREATE POLICY taken_back ON "EarlierTraining" FOR UPDATE TO app
  USING ("takenBackAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])) WITH CHECK ("takenBackById" = (SELECT app.viewer()));
