-- CreateEnum
CREATE TYPE "AdjustmentKind" AS ENUM ('reasonable_adjustment', 'special_consideration');

-- CreateEnum
CREATE TYPE "MalpracticeEnding" AS ENUM ('nothing_found', 'advice_given', 'put_right', 'passed_on');

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AdjustmentKind" NOT NULL,
    "words" BYTEA NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdjustmentAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "adjustmentId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isAgreed" BOOLEAN NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "AdjustmentAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "words" BYTEA NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealTaking" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AppealTaking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealOutcome" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isChanged" BOOLEAN NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AppealOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MalpracticeCase" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "aboutId" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "reportedById" UUID NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "MalpracticeCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MalpracticeNote" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "MalpracticeNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MalpracticeEnd" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "ending" "MalpracticeEnding" NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "MalpracticeEnd_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Adjustment_registrationId_idx" ON "Adjustment"("registrationId");

-- CreateIndex
CREATE INDEX "Adjustment_organisationId_askedAt_idx" ON "Adjustment"("organisationId", "askedAt");

-- CreateIndex
CREATE INDEX "Adjustment_personId_idx" ON "Adjustment"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AdjustmentAnswer_adjustmentId_key" ON "AdjustmentAnswer"("adjustmentId");

-- CreateIndex
CREATE INDEX "AdjustmentAnswer_registrationId_idx" ON "AdjustmentAnswer"("registrationId");

-- CreateIndex
CREATE INDEX "AdjustmentAnswer_organisationId_idx" ON "AdjustmentAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "AdjustmentAnswer_personId_idx" ON "AdjustmentAnswer"("personId");

-- CreateIndex
CREATE INDEX "Appeal_organisationId_raisedAt_idx" ON "Appeal"("organisationId", "raisedAt");

-- CreateIndex
CREATE INDEX "Appeal_personId_idx" ON "Appeal"("personId");

-- CreateIndex
CREATE INDEX "Appeal_registrationId_idx" ON "Appeal"("registrationId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_stage_key" ON "Appeal"("decisionId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "AppealTaking_appealId_key" ON "AppealTaking"("appealId");

-- CreateIndex
CREATE INDEX "AppealTaking_organisationId_idx" ON "AppealTaking"("organisationId");

-- CreateIndex
CREATE INDEX "AppealTaking_personId_idx" ON "AppealTaking"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "AppealOutcome_appealId_key" ON "AppealOutcome"("appealId");

-- CreateIndex
CREATE INDEX "AppealOutcome_organisationId_idx" ON "AppealOutcome"("organisationId");

-- CreateIndex
CREATE INDEX "AppealOutcome_personId_idx" ON "AppealOutcome"("personId");

-- CreateIndex
CREATE INDEX "MalpracticeCase_organisationId_reportedAt_idx" ON "MalpracticeCase"("organisationId", "reportedAt");

-- CreateIndex
CREATE INDEX "MalpracticeCase_aboutId_idx" ON "MalpracticeCase"("aboutId");

-- CreateIndex
CREATE INDEX "MalpracticeNote_caseId_at_idx" ON "MalpracticeNote"("caseId", "at");

-- CreateIndex
CREATE INDEX "MalpracticeNote_organisationId_idx" ON "MalpracticeNote"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "MalpracticeEnd_caseId_key" ON "MalpracticeEnd"("caseId");

-- CreateIndex
CREATE INDEX "MalpracticeEnd_organisationId_at_idx" ON "MalpracticeEnd"("organisationId", "at");

-- AddForeignKey
ALTER TABLE "Adjustment" ADD CONSTRAINT "Adjustment_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdjustmentAnswer" ADD CONSTRAINT "AdjustmentAnswer_adjustmentId_fkey" FOREIGN KEY ("adjustmentId") REFERENCES "Adjustment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppealTaking" ADD CONSTRAINT "AppealTaking_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppealOutcome" ADD CONSTRAINT "AppealOutcome_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MalpracticeNote" ADD CONSTRAINT "MalpracticeNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "MalpracticeCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MalpracticeEnd" ADD CONSTRAINT "MalpracticeEnd_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "MalpracticeCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Adjustment,AdjustmentAnswer,Appeal,AppealTaking,AppealOutcome,MalpracticeCase,MalpracticeNote,MalpracticeEnd}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
  END LOOP;
  FOREACH t IN ARRAY '{Adjustment,AdjustmentAnswer,Appeal,AppealTaking,AppealOutcome}'::text[] LOOP
    EXECUTE format('CREATE POLICY own ON %I FOR SELECT TO app USING ("personId" = (SELECT app.viewer()))', t);
  END LOOP;
  -- That somebody asked for a second look, and what came of it: those who assess and look after them. What they wrote is narrower, below.
  FOREACH t IN ARRAY '{Appeal,AppealTaking,AppealOutcome}'::text[] LOOP
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{assessor,quality_assurer,coordinator,youth_worker,specialist}''))::uuid[]))', t);
  END LOOP;
END $$;

-- ── Adjustments: why is the learner's and the coordinator's; what is done is for those who do it too ────────────────
CREATE POLICY coordinators ON "Adjustment" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
CREATE POLICY asked ON "Adjustment" FOR INSERT TO app WITH CHECK ("askedById" = (SELECT app.viewer())
  AND ("personId" = (SELECT app.viewer()) OR "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]))
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "Adjustment"."personId" AND r."organisationId" = "Adjustment"."organisationId" AND r."withdrawnAt" IS NULL));
CREATE POLICY coordinators ON "AdjustmentAnswer" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
CREATE POLICY carried_out ON "AdjustmentAnswer" FOR SELECT TO app USING ("isAgreed" AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,trainer}'))::uuid[]));
CREATE POLICY answered ON "AdjustmentAnswer" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer()) AND "endedAt" IS NULL
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
  AND EXISTS (SELECT FROM "Adjustment" a WHERE a.id = "adjustmentId" AND a."registrationId" = "AdjustmentAnswer"."registrationId" AND a."personId" = "AdjustmentAnswer"."personId" AND a."organisationId" = "AdjustmentAnswer"."organisationId"));
GRANT UPDATE ("endedAt", "endedById") ON "AdjustmentAnswer" TO app;
CREATE POLICY ended ON "AdjustmentAnswer" FOR UPDATE TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]) AND "personId" <> (SELECT app.viewer())) WITH CHECK ("endedById" = (SELECT app.viewer()));
CREATE POLICY adjustments ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Adjustment' AND EXISTS (SELECT FROM "Adjustment" r WHERE r.id = "rowId"));
CREATE POLICY adjustment_answers ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'AdjustmentAnswer' AND EXISTS (SELECT FROM "AdjustmentAnswer" r WHERE r.id = "rowId"));

-- ── Appeals ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Had the viewer a part in what an appeal is about? Who decided that criterion for that learner, at any attempt, or heard the appeal before it.
CREATE FUNCTION app.has_part_in(appeal uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Appeal" a WHERE a.id = appeal AND (
    EXISTS (SELECT FROM "Decision" d WHERE d."registrationId" = a."registrationId" AND d."criterionId" = a."criterionId" AND d."byId" = app.viewer())
    OR EXISTS (SELECT FROM "Appeal" before JOIN "AppealTaking" t ON t."appealId" = before.id WHERE before."decisionId" = a."decisionId" AND before.id <> a.id AND t."byId" = app.viewer())))
$$;
-- Does the viewer look at this criterion of this learner again just now?
CREATE FUNCTION app.hears(registration uuid, criterion uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Appeal" a JOIN "AppealTaking" t ON t."appealId" = a.id
    WHERE a."registrationId" = registration AND a."criterionId" = criterion AND t."byId" = app.viewer() AND a."personId" <> app.viewer()
      AND a."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}')) AND NOT EXISTS (SELECT FROM "AppealOutcome" o WHERE o."appealId" = a.id))
$$;
REVOKE ALL ON FUNCTION app.has_part_in(uuid), app.hears(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.has_part_in(uuid), app.hears(uuid, uuid) TO app;
CREATE POLICY raised ON "Appeal" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND stage IN (1, 2)
  AND EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."personId" = "Appeal"."personId" AND d."organisationId" = "Appeal"."organisationId" AND d."registrationId" = "Appeal"."registrationId" AND d."criterionId" = "Appeal"."criterionId" AND d.outcome <> 'met'));
CREATE POLICY taken ON "AppealTaking" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND NOT app.has_part_in("appealId")
  AND EXISTS (SELECT FROM "Appeal" a WHERE a.id = "appealId" AND a."personId" = "AppealTaking"."personId" AND a."organisationId" = "AppealTaking"."organisationId" AND a."personId" <> (SELECT app.viewer())
    AND (a."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]) OR (a.stage = 1 AND a."organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[])))));
CREATE POLICY answered ON "AppealOutcome" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  AND EXISTS (SELECT FROM "AppealTaking" t WHERE t."appealId" = "AppealOutcome"."appealId" AND t."byId" = (SELECT app.viewer()) AND t."personId" = "AppealOutcome"."personId" AND t."organisationId" = "AppealOutcome"."organisationId"));
-- Who looks again may decide anew, as met, while the appeal is open; and takes along what waits.
CREATE POLICY on_appeal ON "Decision" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer()) AND outcome = 'met' AND app.hears("registrationId", "criterionId")
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "Decision"."personId" AND r."organisationId" = "Decision"."organisationId" AND r."withdrawnAt" IS NULL));
CREATE POLICY on_appeal ON "EvidenceCriterion" FOR UPDATE TO app
  USING ("decisionId" IS NULL AND "withdrawnAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[]) AND app.hears("registrationId", "criterionId"))
  WITH CHECK ("withdrawnAt" IS NULL AND EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."registrationId" = "EvidenceCriterion"."registrationId" AND d."criterionId" = "EvidenceCriterion"."criterionId" AND d."byId" = (SELECT app.viewer())));
-- What the learner says: themself, and those who may look. Not whose decision it is about.
CREATE POLICY appeals ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Appeal' AND EXISTS (SELECT FROM "Appeal" r WHERE r.id = "rowId"
  AND (r."personId" = (SELECT app.viewer()) OR (r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]) AND NOT app.has_part_in(r.id)))));
-- What an adult writes to a young person can be read by those who supervise there: there is no private channel.
CREATE POLICY appeal_outcomes ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'AppealOutcome' AND EXISTS (SELECT FROM "AppealOutcome" r WHERE r.id = "rowId"
  AND (r."personId" = (SELECT app.viewer()) OR r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,youth_worker,specialist}'))::uuid[]))));

-- ── Malpractice: the head and the quality assurers, never whom it is about ──────────────────────────────────────────
-- Does somebody belong to a setting, now or once? Asked of a person the viewer names, not listed.
CREATE FUNCTION app.belongs_to(person uuid, organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT organisation = ANY (app.my_organisations('{assessor,quality_assurer,coordinator,trainer,head}')) AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = organisation)
$$;
-- Who looks into a case, for who has just written it down.
CREATE FUNCTION app.keepers_of_case(malpractice uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "MalpracticeCase" c JOIN "Membership" m ON m."organisationId" = c."organisationId"
  WHERE c.id = malpractice AND c."reportedById" = app.viewer() AND m.role IN ('head', 'quality_assurer') AND app.is_current(m."startsAt", m."endsAt") AND m."personId" <> c."aboutId"
$$;
-- May this viewer look into this case?
CREATE FUNCTION app.keeps_case(malpractice uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "MalpracticeCase" c WHERE c.id = malpractice AND c."aboutId" <> app.viewer() AND c."organisationId" = ANY (app.my_organisations('{head,quality_assurer}')))
$$;
-- Does a learner's claim wait, because something about them is looked into? Asked by whoever claims; who is looked into is told nothing by it.
CREATE FUNCTION app.claim_waits(registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Registration" r JOIN "MalpracticeCase" c ON c."aboutId" = r."personId" AND c."organisationId" = r."organisationId"
    WHERE r.id = registration AND r."organisationId" = ANY (app.my_organisations('{coordinator}')) AND r."personId" <> app.viewer() AND NOT EXISTS (SELECT FROM "MalpracticeEnd" e WHERE e."caseId" = c.id))
$$;
REVOKE ALL ON FUNCTION app.belongs_to(uuid, uuid), app.keepers_of_case(uuid), app.keeps_case(uuid), app.claim_waits(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.belongs_to(uuid, uuid), app.keepers_of_case(uuid), app.keeps_case(uuid), app.claim_waits(uuid) TO app;

CREATE POLICY keepers ON "MalpracticeCase" FOR SELECT TO app USING ("aboutId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{head,quality_assurer}'))::uuid[]));
CREATE POLICY own ON "MalpracticeCase" FOR SELECT TO app USING ("reportedById" = (SELECT app.viewer()) AND "aboutId" <> (SELECT app.viewer()));
CREATE POLICY reported ON "MalpracticeCase" FOR INSERT TO app WITH CHECK ("reportedById" = (SELECT app.viewer()) AND "aboutId" <> (SELECT app.viewer()) AND app.belongs_to("aboutId", "organisationId"));
CREATE POLICY keepers ON "MalpracticeNote" FOR SELECT TO app USING (app.keeps_case("caseId"));
CREATE POLICY noted ON "MalpracticeNote" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.keeps_case("caseId")
  AND EXISTS (SELECT FROM "MalpracticeCase" c WHERE c.id = "caseId" AND c."organisationId" = "MalpracticeNote"."organisationId") AND NOT EXISTS (SELECT FROM "MalpracticeEnd" e WHERE e."caseId" = "MalpracticeNote"."caseId"));
CREATE POLICY keepers ON "MalpracticeEnd" FOR SELECT TO app USING (app.keeps_case("caseId"));
-- Who wrote it down sees that it has ended; not how.
CREATE POLICY reporters ON "MalpracticeEnd" FOR SELECT TO app USING (EXISTS (SELECT FROM "MalpracticeCase" c WHERE c.id = "caseId" AND c."reportedById" = (SELECT app.viewer())));
CREATE POLICY ended ON "MalpracticeEnd" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.keeps_case("caseId")
  AND EXISTS (SELECT FROM "MalpracticeCase" c WHERE c.id = "caseId" AND c."organisationId" = "MalpracticeEnd"."organisationId"));
CREATE POLICY malpractice_cases ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'MalpracticeCase' AND app.keeps_case("rowId"));
CREATE POLICY malpractice_notes ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'MalpracticeNote' AND EXISTS (SELECT FROM "MalpracticeNote" r WHERE r.id = "rowId"));
CREATE POLICY malpractice_ends ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'MalpracticeEnd' AND EXISTS (SELECT FROM "MalpracticeEnd" r WHERE r.id = "rowId" AND app.keeps_case(r."caseId")));

-- How long: the job that takes them away sees what has ended.
INSERT INTO "RetentionRule" (what, days, because) VALUES ('accreditation.malpractice', 1827, 'Awarding bodies ask to see how a case was handled for some years after it; five is the longest we know of. A setting whose awarding body says otherwise changes this row.');
GRANT SELECT, DELETE ON "MalpracticeCase", "MalpracticeNote", "MalpracticeEnd" TO system;
CREATE POLICY jobs_see ON "MalpracticeEnd" FOR SELECT TO system USING (true);
CREATE POLICY jobs_see ON "MalpracticeNote" FOR SELECT TO system USING (true);
CREATE POLICY jobs_see ON "MalpracticeCase" FOR SELECT TO system USING (true);
CREATE POLICY jobs_purge ON "MalpracticeEnd" FOR DELETE TO system USING (at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'accreditation.malpractice'));
CREATE POLICY jobs_purge ON "MalpracticeNote" FOR DELETE TO system USING (EXISTS (SELECT FROM "MalpracticeEnd" e WHERE e."caseId" = "MalpracticeNote"."caseId" AND e.at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'accreditation.malpractice')));
-- The row that said it had ended goes before it.
CREATE POLICY jobs_purge ON "MalpracticeCase" FOR DELETE TO system USING ("reportedAt" <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'accreditation.malpractice'));
