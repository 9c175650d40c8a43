-- CreateEnum
CREATE TYPE "TeachingMoveKind" AS ENUM ('step', 'pause', 'go_on', 'end');

-- CreateTable
CREATE TABLE "Teaching" (
    "sessionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Teaching_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "TeachingLead" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "TeachingLead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeachingMove" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "TeachingMoveKind" NOT NULL,
    "place" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "TeachingMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeachingSeat" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "heldUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TeachingSeat_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "TeachingAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "chosen" TEXT,
    "words" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "shownAt" TIMESTAMPTZ(3),
    "takenOffAt" TIMESTAMPTZ(3),
    "takenOffById" UUID,

    CONSTRAINT "TeachingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeachingStuck" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "TeachingStuck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Teaching_organisationId_idx" ON "Teaching"("organisationId");

-- CreateIndex
CREATE INDEX "TeachingLead_organisationId_idx" ON "TeachingLead"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TeachingLead_sessionId_number_key" ON "TeachingLead"("sessionId", "number");

-- CreateIndex
CREATE INDEX "TeachingMove_organisationId_idx" ON "TeachingMove"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TeachingMove_sessionId_number_key" ON "TeachingMove"("sessionId", "number");

-- CreateIndex
CREATE INDEX "TeachingSeat_organisationId_idx" ON "TeachingSeat"("organisationId");

-- CreateIndex
CREATE INDEX "TeachingAnswer_organisationId_idx" ON "TeachingAnswer"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TeachingAnswer_sessionId_questionId_personId_key" ON "TeachingAnswer"("sessionId", "questionId", "personId");

-- CreateIndex
CREATE INDEX "TeachingStuck_sessionId_at_idx" ON "TeachingStuck"("sessionId", "at");

-- CreateIndex
CREATE INDEX "TeachingStuck_organisationId_idx" ON "TeachingStuck"("organisationId");

-- AddForeignKey
ALTER TABLE "Teaching" ADD CONSTRAINT "Teaching_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CohortSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeachingLead" ADD CONSTRAINT "TeachingLead_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Teaching"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeachingMove" ADD CONSTRAINT "TeachingMove_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Teaching"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeachingSeat" ADD CONSTRAINT "TeachingSeat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Teaching"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeachingAnswer" ADD CONSTRAINT "TeachingAnswer_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Teaching"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeachingStuck" ADD CONSTRAINT "TeachingStuck_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Teaching"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who may see and move the teaching of a sitting. Its trainers and the learners with a place; nobody else. Whose answer is whose, only the
-- one who gave it can see: trainers read answers through functions that leave the person out.

ALTER TABLE "Teaching" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeachingLead" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeachingMove" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeachingSeat" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeachingAnswer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TeachingStuck" ENABLE ROW LEVEL SECURITY;

-- Sittings of mentor courses the viewer is put on as a trainer, while the role that goes with it stands.
CREATE FUNCTION app.sittings_i_teach() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.id), '{}') FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
  WHERE m."personId" = (SELECT app.viewer()) AND m.part = 'trainer' AND m."leftAt" IS NULL AND c.kind = 'mentors'
    AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,trainee_trainer,youth_worker}'))::uuid[])
$$;

-- Sittings of mentor courses in which the viewer has a place as a learner, while they are a mentor there.
CREATE FUNCTION app.sittings_i_learn_in() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.id), '{}') FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
  WHERE m."personId" = (SELECT app.viewer()) AND m.part = 'learner' AND m."placedAt" IS NOT NULL AND m."leftAt" IS NULL AND c.kind = 'mentors'
    AND c."organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[])
$$;

-- Who has answered what, for its trainers: that they have, not what.
CREATE FUNCTION app.teaching_answered(session uuid, question text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a."personId" FROM "TeachingAnswer" a
  WHERE a."sessionId" = session AND a."questionId" = question AND session = ANY ((SELECT app.sittings_i_teach())::uuid[]) ORDER BY a."personId"
$$;

-- What is on the screen, for its trainers: without the person, and in the order of ids that know no time.
CREATE FUNCTION app.teaching_shown(session uuid, question text) RETURNS TABLE (id uuid, chosen text, words bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.chosen, a.words FROM "TeachingAnswer" a
  WHERE a."sessionId" = session AND a."questionId" = question AND a."shownAt" IS NOT NULL AND a."takenOffAt" IS NULL
    AND session = ANY ((SELECT app.sittings_i_teach())::uuid[]) ORDER BY a.id
$$;

-- The answers whose words a trainer may open.
CREATE FUNCTION app.teaching_answers_shown() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id), '{}') FROM "TeachingAnswer" a
  WHERE a."shownAt" IS NOT NULL AND a."takenOffAt" IS NULL AND a."sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
$$;

-- Puts answers on the screen, never fewer than three at once, or the moment one came would say whose it is. By itself when everybody who is
-- here has answered, or when three or more have not: then they make up the next three. A trainer need not wait for the last. Says how many went up.
CREATE FUNCTION app.show_answers(session uuid, question text, without_waiting boolean) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE waiting int; missing int;
BEGIN
  IF NOT (session = ANY (app.sittings_i_teach()) OR (NOT without_waiting AND session = ANY (app.sittings_i_learn_in()))) THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('teaching ' || session::text || question, 0));
  SELECT count(*) INTO waiting FROM "TeachingAnswer" a WHERE a."sessionId" = session AND a."questionId" = question AND a."shownAt" IS NULL;
  SELECT count(*) INTO missing FROM "TeachingSeat" s WHERE s."sessionId" = session AND s."heldUntil" > app.now()
    AND NOT EXISTS (SELECT FROM "TeachingAnswer" a WHERE a."sessionId" = session AND a."questionId" = question AND a."personId" = s."personId");
  IF waiting < 3 OR NOT (without_waiting OR missing = 0 OR missing >= 3) THEN RETURN 0; END IF;
  UPDATE "TeachingAnswer" a SET "shownAt" = app.now() WHERE a."sessionId" = session AND a."questionId" = question AND a."shownAt" IS NULL;
  RETURN waiting;
END $$;

-- A trainer takes one answer off the screen, without learning whose it is.
CREATE FUNCTION app.take_off_answer(session uuid, answer uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH off AS (
    UPDATE "TeachingAnswer" a SET "takenOffAt" = app.now(), "takenOffById" = app.viewer()
    WHERE a.id = answer AND a."sessionId" = session AND a."shownAt" IS NOT NULL AND a."takenOffAt" IS NULL AND session = ANY ((SELECT app.sittings_i_teach())::uuid[])
    RETURNING a.id)
  SELECT EXISTS (SELECT FROM off)
$$;

REVOKE ALL ON FUNCTION app.sittings_i_teach(), app.sittings_i_learn_in(), app.teaching_answered(uuid, text), app.teaching_shown(uuid, text), app.teaching_answers_shown(),
  app.show_answers(uuid, text, boolean), app.take_off_answer(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sittings_i_teach(), app.sittings_i_learn_in(), app.teaching_answered(uuid, text), app.teaching_shown(uuid, text), app.teaching_answers_shown(),
  app.show_answers(uuid, text, boolean), app.take_off_answer(uuid, uuid) TO app;

GRANT SELECT, INSERT ON "Teaching", "TeachingLead", "TeachingMove", "TeachingSeat", "TeachingAnswer", "TeachingStuck" TO app;
GRANT UPDATE ("heldUntil") ON "TeachingSeat" TO app;
GRANT UPDATE ("endedAt", "endedById") ON "TeachingStuck" TO app;

CREATE POLICY in_the_room ON "Teaching" FOR SELECT TO app USING ("sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]) OR "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[]));
CREATE POLICY in_the_room ON "TeachingLead" FOR SELECT TO app USING ("sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]) OR "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[]));
CREATE POLICY in_the_room ON "TeachingMove" FOR SELECT TO app USING ("sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]) OR "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[]));

CREATE POLICY opened ON "Teaching" FOR INSERT TO app WITH CHECK ("openedById" = (SELECT app.viewer()) AND "sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
  AND EXISTS (SELECT FROM "CohortSession" s WHERE s.id = "sessionId" AND s."organisationId" = "Teaching"."organisationId"));
CREATE POLICY led ON "TeachingLead" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
  AND EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = "TeachingLead"."sessionId" AND t."organisationId" = "TeachingLead"."organisationId"));
CREATE POLICY moved ON "TeachingMove" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
  AND EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = "TeachingMove"."sessionId" AND t."organisationId" = "TeachingMove"."organisationId"));

CREATE POLICY own ON "TeachingSeat" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY taught ON "TeachingSeat" FOR SELECT TO app USING ("sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]));
CREATE POLICY taken ON "TeachingSeat" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[])
  AND EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = "TeachingSeat"."sessionId" AND t."organisationId" = "TeachingSeat"."organisationId"));
CREATE POLICY renewed ON "TeachingSeat" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) AND "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[]));

CREATE POLICY own ON "TeachingAnswer" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY given ON "TeachingAnswer" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND "shownAt" IS NULL AND "takenOffAt" IS NULL AND "takenOffById" IS NULL
  AND "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[])
  AND EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = "TeachingAnswer"."sessionId" AND t."organisationId" = "TeachingAnswer"."organisationId"));
CREATE POLICY room_answers ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'TeachingAnswer'
  AND (EXISTS (SELECT FROM "TeachingAnswer" r WHERE r.id = "rowId") OR "rowId" = ANY ((SELECT app.teaching_answers_shown())::uuid[])));

CREATE POLICY own ON "TeachingStuck" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY taught ON "TeachingStuck" FOR SELECT TO app USING ("sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]));
CREATE POLICY pressed ON "TeachingStuck" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "sessionId" = ANY ((SELECT app.sittings_i_learn_in())::uuid[])
  AND EXISTS (SELECT FROM "Teaching" t WHERE t."sessionId" = "TeachingStuck"."sessionId" AND t."organisationId" = "TeachingStuck"."organisationId"));
CREATE POLICY over ON "TeachingStuck" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) OR "sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[]))
  WITH CHECK ("endedById" = (SELECT app.viewer()));
