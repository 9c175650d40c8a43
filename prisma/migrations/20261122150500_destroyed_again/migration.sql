-- ── After a restore ─────────────────────────────────────────────────────────────────────────────────────────────────
-- What was destroyed after a backup was made is there again when it is restored: done again, by the list kept outside the database. The owner's alone. Gives back how many records went; null: one of them is not closed in this backup, and none of them went.
-- For the register too.
CREATE FUNCTION app.destroy_again(list jsonb) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d "Destruction" := jsonb_populate_record(NULL::"Destruction", list); items uuid[];
BEGIN
  SELECT coalesce(array_agg(c.id ORDER BY c.id), '{}') INTO items FROM jsonb_array_elements(list->'items') i JOIN (SELECT id, "organisationId" FROM "Concern" UNION ALL SELECT id, "organisationId" FROM "AdultConcern") c ON c.id = (i->>'subjectId')::uuid
    WHERE c."organisationId" = d."organisationId" AND NOT app.adult_is_destroyed(c.id) AND NOT EXISTS (SELECT FROM "ConcernDestroyed" x WHERE x."concernId" = c.id);
  IF items = '{}' THEN RETURN 0; END IF;
  IF EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = ANY (items) AND h.state NOT IN ('closed', 'duplicate', 'transferred')) OR EXISTS (SELECT FROM "AdultHead" h WHERE h."adultConcernId" = ANY (items) AND h.state <> 'closed') THEN RETURN NULL; END IF;
  INSERT INTO "Destruction" (id, "organisationId", rule, days, because, count, "askedById", "askedAt", reason, "endedAt", "endedById", "isDestroyed")
    VALUES (d.id, d."organisationId", d.rule, d.days, coalesce(d.because, (SELECT r.because FROM "RetentionRule" r WHERE r.what = d.rule), ''), d.count, d."askedById", d."askedAt", '\x00', d."endedAt", d."endedById", true)
    ON CONFLICT (id) DO UPDATE SET "endedAt" = excluded."endedAt", "endedById" = excluded."endedById", "isDestroyed" = true;
  INSERT INTO "DestructionItem" ("destructionId", "subjectId", "organisationId", length)
    SELECT d.id, (i->>'subjectId')::uuid, d."organisationId", (i->>'length')::int FROM jsonb_array_elements(list->'items') i ON CONFLICT DO NOTHING;
  PERFORM app.destroy_subjects(d.id, items);
  RETURN cardinality(items);
END $$;
REVOKE ALL ON FUNCTION app.destroy_again(jsonb) FROM PUBLIC;

-- The list is written by a job.
GRANT SELECT ON "Destruction", "DestructionItem" TO system;
CREATE POLICY jobs ON "Destruction" FOR SELECT TO system USING (true);
CREATE POLICY jobs ON "DestructionItem" FOR SELECT TO system USING (true);

-- ── Learners ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who is held, for the coordinator who would let go of their assessment: that they are, and never why. Not themself.
CREATE FUNCTION app.learners_held() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(l."personId"), '{}') FROM "LegalHold" l WHERE l."endedAt" IS NULL AND l."personId" <> app.viewer() AND l."organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
$$;
REVOKE ALL ON FUNCTION app.learners_held() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.learners_held() TO app;
