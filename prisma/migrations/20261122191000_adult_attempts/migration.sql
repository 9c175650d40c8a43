-- CreateTable
CREATE TABLE "AdultAttempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "adultConcernId" UUID NOT NULL,
    "personId" UUID,
    "rung" "Rung",
    "way" "AlertWay" NOT NULL,
    "webhookId" UUID,
    "messageId" UUID,
    "tried" INTEGER NOT NULL DEFAULT 0,
    "outcome" "AttemptOutcome" NOT NULL,
    "trouble" "AttemptTrouble",
    "status" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AdultAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AdultAttempt_adultConcernId_at_idx" ON "AdultAttempt"("adultConcernId", "at");

-- CreateIndex
CREATE INDEX "AdultAttempt_organisationId_at_idx" ON "AdultAttempt"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AdultAttempt_webhookId_at_idx" ON "AdultAttempt"("webhookId", "at");

-- AddForeignKey
ALTER TABLE "AdultAttempt" ADD CONSTRAINT "AdultAttempt_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultAttempt" ADD CONSTRAINT "AdultAttempt_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A job whose process died after it wrote down what came of it does not write it down twice.
CREATE UNIQUE INDEX "AdultAttempt_each_try_once" ON "AdultAttempt" ("messageId", tried) WHERE "messageId" IS NOT NULL;

-- ── How a concern about an adult reached people ─────────────────────────────────────────────────────────────────────
-- In the shape of a concern's attempts, and a table of its own: other readers. Added to and never changed; kept as long as those are, and longer where what is about the adult is held.
ALTER TABLE "AdultAttempt" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "AdultAttempt" TO app, system;
GRANT INSERT, DELETE ON "AdultAttempt" TO system;
CREATE POLICY keepers ON "AdultAttempt" FOR SELECT TO app USING ("adultConcernId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[]));
CREATE POLICY jobs ON "AdultAttempt" FOR SELECT TO system USING (true);
CREATE POLICY tried ON "AdultAttempt" FOR INSERT TO system WITH CHECK (EXISTS (SELECT FROM "AdultConcern" c WHERE c.id = "adultConcernId" AND c."organisationId" = "AdultAttempt"."organisationId"));
CREATE FUNCTION app.adult_is_held(record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "LegalHold" h JOIN "AdultHead" d ON d."adultConcernId" = record AND h."personId" = d."aboutId" WHERE h."organisationId" = d."organisationId" AND h."endedAt" IS NULL)
$$;
CREATE POLICY kept_long_enough ON "AdultAttempt" FOR DELETE TO system USING (at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'safeguarding.attempts') AND NOT app.adult_is_held("adultConcernId"));

-- Whoever is told has it on their list with that very row. Before the row, so that somebody who is called again on a rung they were on already is noted too.
CREATE FUNCTION app.note_on_adult_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "AdultAttempt" ("organisationId", "adultConcernId", "personId", rung, way, outcome) VALUES (NEW."organisationId", NEW."adultConcernId", NEW."personId", NEW.rung, 'list', 'done');
  RETURN NEW;
END $$;
CREATE TRIGGER on_their_list BEFORE INSERT ON "AdultTold" FOR EACH ROW EXECUTE FUNCTION app.note_on_adult_list();

-- A text at that minute tells whoever's phone rings that there is something. So a webhook is called where everybody whose phone may ring there reads it, or was told that it waits;
-- and never where it is kept from somebody who has the address.
CREATE FUNCTION app.adult_call_is_held_back(record uuid, hook uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Webhook" w JOIN "Membership" m ON m."organisationId" = w."organisationId" AND m.role = ANY (w.reaches) AND app.is_current(m."startsAt", m."endsAt") WHERE w.id = hook
      AND (m."personId" = ANY (app.adult_kept_from(record)) OR (m."personId" <> ALL (app.adult_readers(record)) AND NOT EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = record AND t."personId" = m."personId"))))
    OR EXISTS (SELECT FROM "AdultKeptFrom" k JOIN "Webhook" w ON w.id = hook WHERE k."adultConcernId" = record AND (k."personId" = w."byId" OR EXISTS (SELECT FROM "WebhookSecret" s WHERE s."webhookId" = hook AND s."byId" = k."personId")
      OR EXISTS (SELECT FROM "Membership" m WHERE m."personId" = k."personId" AND m."organisationId" = w."organisationId" AND m.role IN ('safeguarding_lead', 'deputy_lead', 'programme_lead') AND app.is_current(m."startsAt", m."endsAt"))))
$$;

REVOKE ALL ON FUNCTION app.adult_is_held(uuid), app.note_on_adult_list(), app.adult_call_is_held_back(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adult_is_held(uuid), app.adult_call_is_held_back(uuid, uuid) TO system;
