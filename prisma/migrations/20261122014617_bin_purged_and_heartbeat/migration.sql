-- AlterTable
ALTER TABLE "JournalEntry" ADD COLUMN     "purgedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "RetentionRule" (
    "what" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("what")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("what")
);

-- ── How long things are kept ────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "RetentionRule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_at_least_a_day" CHECK (days >= 1);
GRANT SELECT ON "RetentionRule" TO app, system;
CREATE POLICY whoever_is_in ON "RetentionRule" FOR SELECT TO app USING ((SELECT app.viewer()) IS NOT NULL);
CREATE POLICY jobs ON "RetentionRule" FOR SELECT TO system USING (true);
INSERT INTO "RetentionRule" (what, days, because) VALUES ('journal.bin', 30, 'Long enough to think again after a half term; what somebody threw away is not kept for longer than that.');

-- ── The bin of the journal ──────────────────────────────────────────────────────────────────────────────────────────
-- An entry that is gone for good keeps its row, because an adult's reply hangs on it, which others answer for. Its words are gone: the keys are
-- destroyed. For its writer it does not exist any more.
CREATE INDEX "JournalEntry_bin" ON "JournalEntry" ("binnedAt") WHERE "binnedAt" IS NOT NULL AND "purgedAt" IS NULL;
ALTER POLICY own ON "JournalEntry" USING ("personId" = (SELECT app.viewer()) AND "purgedAt" IS NULL);
ALTER POLICY own_changed ON "JournalEntry" USING ("personId" = (SELECT app.viewer()) AND "purgedAt" IS NULL);
GRANT SELECT ("id", "organisationId", "personId", "binnedAt", "purgedAt"), UPDATE ("purgedAt") ON "JournalEntry" TO system;
GRANT SELECT ("id", "entryId") ON "JournalOtherText", "JournalShare" TO system;
CREATE POLICY jobs_see ON "JournalEntry" FOR SELECT TO system USING ("binnedAt" IS NOT NULL);
CREATE POLICY jobs_purge ON "JournalEntry" FOR UPDATE TO system USING ("binnedAt" IS NOT NULL AND "purgedAt" IS NULL) WITH CHECK ("purgedAt" IS NOT NULL);
CREATE POLICY jobs ON "JournalOtherText" FOR SELECT TO system USING (EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId"));
CREATE POLICY jobs ON "JournalShare" FOR SELECT TO system USING (EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId"));

-- ── Do the jobs run? ────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "Heartbeat" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("at") ON "Heartbeat" TO system;
CREATE POLICY jobs ON "Heartbeat" TO system USING (true) WITH CHECK (true);
