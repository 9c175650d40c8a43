-- CreateEnum
CREATE TYPE "AlertWay" AS ENUM ('list', 'page', 'letter', 'webhook');

-- CreateEnum
CREATE TYPE "AttemptOutcome" AS ENUM ('done', 'waits', 'given_up', 'no_address', 'held_back');

-- CreateEnum
CREATE TYPE "AttemptTrouble" AS ENUM ('no_answer', 'too_slow', 'not_allowed', 'sent_elsewhere', 'refused');

-- CreateTable
CREATE TABLE "ConcernAttempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "concernId" UUID,
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

    CONSTRAINT "ConcernAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "address" BYTEA NOT NULL,
    "reaches" "Role"[],
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookSecret" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "webhookId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "WebhookSecret_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConcernAttempt_concernId_at_idx" ON "ConcernAttempt"("concernId", "at");

-- CreateIndex
CREATE INDEX "ConcernAttempt_organisationId_at_idx" ON "ConcernAttempt"("organisationId", "at");

-- CreateIndex
CREATE INDEX "ConcernAttempt_webhookId_at_idx" ON "ConcernAttempt"("webhookId", "at");

-- CreateIndex
CREATE INDEX "Webhook_organisationId_at_idx" ON "Webhook"("organisationId", "at");

-- CreateIndex
CREATE INDEX "WebhookSecret_webhookId_at_idx" ON "WebhookSecret"("webhookId", "at");

-- CreateIndex
CREATE INDEX "WebhookSecret_organisationId_idx" ON "WebhookSecret"("organisationId");

-- AddForeignKey
ALTER TABLE "ConcernAttempt" ADD CONSTRAINT "ConcernAttempt_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernAttempt" ADD CONSTRAINT "ConcernAttempt_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookSecret" ADD CONSTRAINT "WebhookSecret_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A setting is called at one address at a time.
CREATE UNIQUE INDEX "Webhook_one_of_a_setting" ON "Webhook" ("organisationId") WHERE "endedAt" IS NULL;
-- A job whose process died after it wrote down what came of it does not write it down twice.
CREATE UNIQUE INDEX "ConcernAttempt_each_try_once" ON "ConcernAttempt" ("messageId", tried) WHERE "messageId" IS NOT NULL;

-- ── How it reached people ───────────────────────────────────────────────────────────────────────────────────────────
-- Added to and never changed. Read by whoever reads the concern; a trial by those who keep the webhook.
ALTER TABLE "ConcernAttempt" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ConcernAttempt" TO app, system;
GRANT INSERT, DELETE ON "ConcernAttempt" TO system;
CREATE POLICY readers ON "ConcernAttempt" FOR SELECT TO app USING ("concernId" IS NOT NULL AND "concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));
CREATE POLICY trials ON "ConcernAttempt" FOR SELECT TO app USING ("concernId" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY jobs ON "ConcernAttempt" FOR SELECT TO system USING (true);
CREATE POLICY tried ON "ConcernAttempt" FOR INSERT TO system WITH CHECK ("concernId" IS NULL OR app.organisation_of_concern("concernId") = "organisationId");
INSERT INTO "RetentionRule" (what, days, because) VALUES ('safeguarding.attempts', 2557, 'Seven years show whether a concern reached people in time, for a review or a complaint; its chronology says who was told for as long as it is kept.');
CREATE POLICY kept_long_enough ON "ConcernAttempt" FOR DELETE TO system USING (at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'safeguarding.attempts') AND ("concernId" IS NULL OR NOT app.concern_is_held("concernId")));
GRANT EXECUTE ON FUNCTION app.concern_is_held(uuid) TO system;

-- Whoever is told has it on their list with that very row, whoever tells them. Before the row, so that somebody who is called again on a rung they were on already is noted too.
CREATE FUNCTION app.note_on_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ConcernAttempt" ("organisationId", "concernId", "personId", rung, way, outcome) VALUES (NEW."organisationId", NEW."concernId", NEW."personId", NEW.rung, 'list', 'done');
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.note_on_list() FROM PUBLIC;
CREATE TRIGGER on_their_list BEFORE INSERT ON "ConcernAlert" FOR EACH ROW EXECUTE FUNCTION app.note_on_list();

-- ── Webhooks ────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "Webhook" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WebhookSecret" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "Webhook", "WebhookSecret" TO system;
GRANT SELECT, INSERT ON "Webhook" TO app;
GRANT UPDATE ("endedAt", "endedById") ON "Webhook" TO app;
GRANT INSERT, SELECT (id, "organisationId", "webhookId", "byId", at) ON "WebhookSecret" TO app;
CREATE POLICY jobs ON "Webhook" FOR SELECT TO system USING (true);
CREATE POLICY jobs ON "WebhookSecret" FOR SELECT TO system USING (true);
CREATE POLICY keepers ON "Webhook" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY keepers ON "WebhookSecret" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY keepers_set ON "Webhook" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "endedById" IS NULL AND abs(extract(epoch FROM at - app.now())) < 60
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY keepers_end ON "Webhook" FOR UPDATE TO app USING ("endedAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]))
  WITH CHECK ("endedById" = (SELECT app.viewer()) AND "endedAt" IS NOT NULL);
CREATE POLICY keepers_make ON "WebhookSecret" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND abs(extract(epoch FROM at - app.now())) < 60
  AND EXISTS (SELECT FROM "Webhook" w WHERE w.id = "webhookId" AND w."organisationId" = "WebhookSecret"."organisationId" AND w."endedAt" IS NULL));
-- The address is its keepers' to read again. The secret is nobody's: it is shown once, by whoever made it, and then signs.
CREATE POLICY webhook_keepers ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Webhook' AND EXISTS (SELECT FROM "Webhook" w WHERE w.id = "rowId"));
