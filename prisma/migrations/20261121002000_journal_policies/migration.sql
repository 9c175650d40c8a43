-- A writing is one open page, from opening to closing. Its saves are numbered, so that one arriving late or twice changes nothing, and so
-- that an answer lost on the way back is not taken for a second text.
ALTER TABLE "JournalEntry" ADD COLUMN "step" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "writingFrom" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "writingId" UUID;
ALTER TABLE "JournalOtherText" ADD COLUMN "step" INTEGER NOT NULL, ADD COLUMN "writingId" UUID NOT NULL;
ALTER TABLE "JournalReply" ADD COLUMN "toId" UUID NOT NULL;
CREATE INDEX "JournalReply_toId_idx" ON "JournalReply"("toId");
CREATE INDEX "JournalReply_byId_idx" ON "JournalReply"("byId");

-- One other text a writing while the writer has not chosen; one open share an adult.
CREATE UNIQUE INDEX "JournalOtherText_one_a_writing" ON "JournalOtherText" ("entryId", "writingId") WHERE "settledAt" IS NULL;
CREATE UNIQUE INDEX "JournalShare_one_an_adult" ON "JournalShare" ("entryId", "withId") WHERE "takenBackAt" IS NULL;
CREATE INDEX "JournalShare_open" ON "JournalShare" ("withId", "sharedAt" DESC) WHERE "takenBackAt" IS NULL;
CREATE INDEX "JournalEntry_latest" ON "JournalEntry" ("personId", "startedAt" DESC, id DESC) WHERE "binnedAt" IS NULL;

-- ── Who supervises whom ─────────────────────────────────────────────────────────────────────────────────────────────
-- The supervisors of the viewer's own groups: still members of the group, and still youth worker or specialist of its setting.
CREATE FUNCTION app.my_supervisors() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT adult."personId"), '{}')
  FROM "GroupMember" me
  JOIN "SupervisionGroup" g ON g.id = me."groupId" AND g."closedAt" IS NULL
  JOIN "GroupMember" adult ON adult."groupId" = me."groupId" AND adult.part <> 'mentor' AND app.is_current(adult."startsAt", adult."endsAt")
  JOIN "Membership" m ON m."personId" = adult."personId" AND m."organisationId" = g."organisationId" AND m.role IN ('youth_worker', 'specialist') AND app.is_current(m."startsAt", m."endsAt")
  WHERE me."personId" = app.viewer() AND me.part = 'mentor' AND app.is_current(me."startsAt", me."endsAt")
$$;

-- Whom the viewer may hand an entry: their supervisors; with none, the youth workers of their setting.
CREATE FUNCTION app.my_journal_adults() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN cardinality(app.my_supervisors()) > 0 THEN app.my_supervisors() ELSE (
    SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "Membership" m
    WHERE m.role = 'youth_worker' AND m."organisationId" = ANY (app.my_organisations('{mentor}')) AND app.is_current(m."startsAt", m."endsAt") AND m."personId" <> app.viewer()) END
$$;

-- No private channel: who else can read what this adult writes to this young person. The other supervisors of a group they share; where
-- there is none, the other youth workers and specialists of the young person's setting.
CREATE FUNCTION app.journal_overseers(writer uuid, adult uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH beside AS (
    SELECT DISTINCT other."personId" AS id
    FROM "GroupMember" w
    JOIN "SupervisionGroup" g ON g.id = w."groupId" AND g."closedAt" IS NULL
    JOIN "GroupMember" a ON a."groupId" = w."groupId" AND a."personId" = adult AND a.part <> 'mentor' AND app.is_current(a."startsAt", a."endsAt")
    JOIN "GroupMember" other ON other."groupId" = w."groupId" AND other."personId" <> adult AND other.part <> 'mentor' AND app.is_current(other."startsAt", other."endsAt")
    JOIN "Membership" m ON m."personId" = other."personId" AND m."organisationId" = g."organisationId" AND m.role IN ('youth_worker', 'specialist') AND app.is_current(m."startsAt", m."endsAt")
    WHERE w."personId" = writer AND w.part = 'mentor' AND app.is_current(w."startsAt", w."endsAt")),
  about AS (
    SELECT DISTINCT other."personId" AS id
    FROM "Membership" w
    JOIN "Membership" other ON other."organisationId" = w."organisationId" AND other.role IN ('youth_worker', 'specialist') AND app.is_current(other."startsAt", other."endsAt") AND other."personId" NOT IN (writer, adult)
    WHERE w."personId" = writer AND w.role = 'mentor' AND app.is_current(w."startsAt", w."endsAt"))
  SELECT coalesce(array_agg(id), '{}') FROM (SELECT id FROM beside UNION ALL SELECT id FROM about WHERE NOT EXISTS (SELECT FROM beside)) readers
  -- Asked by the two it concerns, or by one of the readers; anybody else learns nothing.
  WHERE app.viewer() IN (writer, adult) OR app.viewer() IN (SELECT id FROM beside UNION ALL SELECT id FROM about)
$$;

-- The same from the other end, all at once: the pairs of young person and adult whose replies the viewer can read.
CREATE FUNCTION app.journal_pairs_i_oversee() RETURNS TABLE (writer uuid, adult uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH pairs AS (
    SELECT DISTINCT r."toId" AS writer, r."byId" AS adult FROM "JournalReply" r
    WHERE r."organisationId" = ANY (app.my_organisations('{youth_worker,specialist}')) AND r."byId" <> app.viewer())
  SELECT writer, adult FROM pairs WHERE app.viewer() = ANY (app.journal_overseers(writer, adult))
$$;

REVOKE ALL ON FUNCTION app.my_supervisors(), app.my_journal_adults(), app.journal_overseers(uuid, uuid), app.journal_pairs_i_oversee() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_supervisors(), app.my_journal_adults(), app.journal_overseers(uuid, uuid), app.journal_pairs_i_oversee() TO app;

-- ── Entries: the writer's, and nobody's besides ─────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON "JournalEntry", "JournalOtherText", "JournalShare", "JournalReply" TO app;
GRANT UPDATE ("body", "revision", "words", "writingId", "writingFrom", "step", "savedAt", "binnedAt") ON "JournalEntry" TO app;
GRANT UPDATE ("body", "step", "savedAt", "settledAt") ON "JournalOtherText" TO app;
GRANT UPDATE ("openedAt", "takenBackAt") ON "JournalShare" TO app;

CREATE POLICY own ON "JournalEntry" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own_begun ON "JournalEntry" FOR INSERT TO app
  WITH CHECK ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[]));
CREATE POLICY own_changed ON "JournalEntry" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()));

CREATE POLICY own ON "JournalOtherText" FOR SELECT TO app USING (EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId"));
CREATE POLICY own_kept ON "JournalOtherText" FOR INSERT TO app
  WITH CHECK (EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId" AND e."organisationId" = "JournalOtherText"."organisationId"));
CREATE POLICY own_settled ON "JournalOtherText" FOR UPDATE TO app USING (EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId"));

-- ── Shares: the writer, and the named adult for as long as it is not taken back and they still work there ───────────
CREATE POLICY handed_over ON "JournalShare" FOR SELECT TO app USING ("fromId" = (SELECT app.viewer()));
CREATE POLICY handed_to_me ON "JournalShare" FOR SELECT TO app
  USING ("withId" = (SELECT app.viewer()) AND "takenBackAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist}'))::uuid[]));
CREATE POLICY own_shared ON "JournalShare" FOR INSERT TO app
  WITH CHECK ("fromId" = (SELECT app.viewer()) AND "withId" = ANY ((SELECT app.my_journal_adults())::uuid[]) AND "openedAt" IS NULL AND "takenBackAt" IS NULL
    AND EXISTS (SELECT FROM "JournalEntry" e WHERE e.id = "entryId" AND e."organisationId" = "JournalShare"."organisationId"));
CREATE POLICY own_taken_back ON "JournalShare" FOR UPDATE TO app USING ("fromId" = (SELECT app.viewer()));
CREATE POLICY opened_by_me ON "JournalShare" FOR UPDATE TO app
  USING ("withId" = (SELECT app.viewer()) AND "takenBackAt" IS NULL) WITH CHECK ("withId" = (SELECT app.viewer()) AND "takenBackAt" IS NULL);

-- ── Replies: the young person, the adult who wrote, and those who see to it that there is no private channel ────────
CREATE POLICY to_me ON "JournalReply" FOR SELECT TO app USING ("toId" = (SELECT app.viewer()));
CREATE POLICY by_me ON "JournalReply" FOR SELECT TO app USING ("byId" = (SELECT app.viewer()));
CREATE POLICY overseen ON "JournalReply" FOR SELECT TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist}'))::uuid[])
    AND ("toId", "byId") IN (SELECT writer, adult FROM app.journal_pairs_i_oversee()));
CREATE POLICY written_back ON "JournalReply" FOR INSERT TO app
  WITH CHECK ("byId" = (SELECT app.viewer()) AND EXISTS (SELECT FROM "JournalShare" s
    WHERE s.id = "shareId" AND s."withId" = (SELECT app.viewer()) AND s."fromId" = "toId" AND s."organisationId" = "JournalReply"."organisationId"));

-- ── Row keys follow their rows ──────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY journal_entries ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'JournalEntry' AND EXISTS (SELECT FROM "JournalEntry" r WHERE r.id = "rowId"));
CREATE POLICY journal_other_texts ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'JournalOtherText' AND EXISTS (SELECT FROM "JournalOtherText" r WHERE r.id = "rowId"));
CREATE POLICY journal_shares ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'JournalShare' AND EXISTS (SELECT FROM "JournalShare" r WHERE r.id = "rowId"));
CREATE POLICY journal_replies ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'JournalReply' AND EXISTS (SELECT FROM "JournalReply" r WHERE r.id = "rowId"));
