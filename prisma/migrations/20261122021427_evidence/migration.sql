-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('met', 'not_yet', 'insufficient');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('answer', 'reflection', 'discussion', 'witness', 'observation');

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "specificationId" UUID NOT NULL,
    "registeredById" UUID NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "cardId" TEXT,
    "body" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "declarationVersion" INTEGER NOT NULL,
    "handedInAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceCriterion" (
    "evidenceId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "handedInAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "withdrawnAt" TIMESTAMPTZ(3),
    "decisionId" UUID,

    CONSTRAINT "EvidenceCriterion_pkey" PRIMARY KEY ("evidenceId","criterionId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "isValid" BOOLEAN NOT NULL,
    "isAuthentic" BOOLEAN NOT NULL,
    "isCurrent" BOOLEAN NOT NULL,
    "isSufficient" BOOLEAN NOT NULL,
    "feedback" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Registration_organisationId_registeredAt_idx" ON "Registration"("organisationId", "registeredAt");

-- CreateIndex
CREATE INDEX "Registration_specificationId_idx" ON "Registration"("specificationId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_personId_specificationId_key" ON "Registration"("personId", "specificationId");

-- CreateIndex
CREATE INDEX "Evidence_registrationId_handedInAt_idx" ON "Evidence"("registrationId", "handedInAt");

-- CreateIndex
CREATE INDEX "Evidence_organisationId_idx" ON "Evidence"("organisationId");

-- CreateIndex
CREATE INDEX "EvidenceCriterion_criterionId_idx" ON "EvidenceCriterion"("criterionId");

-- CreateIndex
CREATE INDEX "EvidenceCriterion_registrationId_criterionId_idx" ON "EvidenceCriterion"("registrationId", "criterionId");

-- CreateIndex
CREATE INDEX "EvidenceCriterion_decisionId_idx" ON "EvidenceCriterion"("decisionId");

-- CreateIndex
CREATE INDEX "EvidenceCriterion_organisationId_idx" ON "EvidenceCriterion"("organisationId");

-- CreateIndex
CREATE INDEX "Decision_criterionId_idx" ON "Decision"("criterionId");

-- CreateIndex
CREATE INDEX "Decision_personId_decidedAt_idx" ON "Decision"("personId", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_organisationId_idx" ON "Decision"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_registrationId_criterionId_attempt_key" ON "Decision"("registrationId", "criterionId", "attempt");

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_specificationId_fkey" FOREIGN KEY ("specificationId") REFERENCES "Specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCriterion" ADD CONSTRAINT "EvidenceCriterion_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCriterion" ADD CONSTRAINT "EvidenceCriterion_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCriterion" ADD CONSTRAINT "EvidenceCriterion_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceCriterion" ADD CONSTRAINT "EvidenceCriterion_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A desk is read often and holds little: what waits, and nothing that was decided or taken back.
CREATE INDEX "EvidenceCriterion_waiting" ON "EvidenceCriterion" ("organisationId", "handedInAt") WHERE "decisionId" IS NULL AND "withdrawnAt" IS NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Registration,Evidence,EvidenceCriterion,Decision}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY own ON %I FOR SELECT TO app USING ("personId" = (SELECT app.viewer()))', t);
  END LOOP;
  -- That somebody is registered, what waits and what was decided: those who teach them and look after them. Not the words.
  FOREACH t IN ARRAY '{Registration,EvidenceCriterion,Decision}'::text[] LOOP
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{assessor,quality_assurer,coordinator,trainer,youth_worker,specialist}''))::uuid[]))', t);
  END LOOP;
END $$;

-- ── Registration: the coordinator's ─────────────────────────────────────────────────────────────────────────────────
GRANT UPDATE ("withdrawnAt", "withdrawnById") ON "Registration" TO app;
CREATE POLICY registered ON "Registration" FOR INSERT TO app WITH CHECK ("registeredById" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
  AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "Registration"."personId" AND m."organisationId" = "Registration"."organisationId" AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))
  AND EXISTS (SELECT FROM "Specification" s WHERE s.id = "specificationId"));
CREATE POLICY withdrawn ON "Registration" FOR UPDATE TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])) WITH CHECK ("withdrawnById" = (SELECT app.viewer()));

-- ── Evidence: the learner, the assessors and the quality assurers of the setting, and nobody else ───────────────────
CREATE POLICY assessed ON "Evidence" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[]));
GRANT UPDATE ("withdrawnAt") ON "Evidence" TO app;
CREATE POLICY handed_in ON "Evidence" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "withdrawnAt" IS NULL
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "Evidence"."personId" AND r."organisationId" = "Evidence"."organisationId" AND r."withdrawnAt" IS NULL)
  AND (("personId" = (SELECT app.viewer()) AND kind IN ('answer', 'reflection'))
    OR ("personId" <> (SELECT app.viewer()) AND kind IN ('discussion', 'witness', 'observation') AND "organisationId" = ANY ((SELECT app.my_organisations('{trainer}'))::uuid[]))));
CREATE POLICY taken_back ON "Evidence" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer())) WITH CHECK ("personId" = (SELECT app.viewer()));

-- Did the viewer hand this piece in? A trainer does not see it again, and says what it shows in the same transaction.
CREATE FUNCTION app.handed_in(evidence uuid, registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Evidence" e WHERE e.id = evidence AND e."registrationId" = registration AND e."byId" = app.viewer())
$$;
REVOKE ALL ON FUNCTION app.handed_in(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.handed_in(uuid, uuid) TO app;
CREATE POLICY handed_in ON "EvidenceCriterion" FOR INSERT TO app WITH CHECK ("decisionId" IS NULL AND "withdrawnAt" IS NULL AND app.handed_in("evidenceId", "registrationId")
  AND EXISTS (SELECT FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId"
    WHERE r.id = "registrationId" AND c.id = "criterionId" AND r."personId" = "EvidenceCriterion"."personId" AND r."organisationId" = "EvidenceCriterion"."organisationId"));
GRANT UPDATE ("withdrawnAt", "decisionId") ON "EvidenceCriterion" TO app;
CREATE POLICY taken_back ON "EvidenceCriterion" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) AND "decisionId" IS NULL) WITH CHECK ("personId" = (SELECT app.viewer()) AND "decisionId" IS NULL);
CREATE POLICY decided ON "EvidenceCriterion" FOR UPDATE TO app
  USING ("decisionId" IS NULL AND "withdrawnAt" IS NULL AND "personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[]))
  WITH CHECK ("withdrawnAt" IS NULL AND EXISTS (SELECT FROM "Decision" d WHERE d.id = "decisionId" AND d."registrationId" = "EvidenceCriterion"."registrationId" AND d."criterionId" = "EvidenceCriterion"."criterionId" AND d."byId" = (SELECT app.viewer())));

-- ── Decisions ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY decided ON "Decision" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{assessor}'))::uuid[])
  AND EXISTS (SELECT FROM "Registration" r JOIN "Criterion" c ON c."specificationId" = r."specificationId"
    WHERE r.id = "registrationId" AND c.id = "criterionId" AND r."personId" = "Decision"."personId" AND r."organisationId" = "Decision"."organisationId" AND r."withdrawnAt" IS NULL));

-- ── Row keys ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY evidence ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Evidence' AND EXISTS (SELECT FROM "Evidence" r WHERE r.id = "rowId"));
-- What an assessor writes to a young person can be read by those who supervise there: there is no private channel. Trainers and
-- coordinators see how it was decided, and not what was written.
CREATE POLICY decisions ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Decision' AND EXISTS (SELECT FROM "Decision" r WHERE r.id = "rowId"
  AND (r."personId" = (SELECT app.viewer()) OR r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer,youth_worker,specialist}'))::uuid[]))));

-- ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever assesses knows the learners registered there, who handed in for them and who decided; a learner knows who decided.
CREATE FUNCTION app.people_of_assessment() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT r."personId" AS id FROM "Registration" r WHERE r."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))
    UNION ALL SELECT e."byId" FROM "Evidence" e WHERE e."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))
    UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."personId" = app.viewer() OR d."organisationId" = ANY (app.my_organisations('{assessor,quality_assurer}'))) people
$$;
REVOKE ALL ON FUNCTION app.people_of_assessment() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.people_of_assessment() TO app;
CREATE POLICY of_assessment ON "Person" FOR SELECT TO app USING (id = ANY ((SELECT app.people_of_assessment())::uuid[]));
