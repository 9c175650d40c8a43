-- A photo or a file of a learner's work: theirs, and once it is handed in, whoever may read that piece of evidence. Nobody else's.

ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_is_what_is_allowed" CHECK (type IN ('image/jpeg', 'application/pdf', 'text/plain') AND size BETWEEN 1 AND 12000000);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_only_work_is_a_file" CHECK ("fileId" IS NULL OR kind = 'work');

ALTER TABLE "EvidenceFile" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "EvidenceFile" TO app;
CREATE POLICY own ON "EvidenceFile" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
-- Who may read the piece is said once, at "Evidence": its policies hold in here too.
CREATE POLICY with_the_piece ON "EvidenceFile" FOR SELECT TO app USING ((SELECT app.viewer()) IS NOT NULL AND EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = "EvidenceFile".id AND e."withdrawnAt" IS NULL));
CREATE POLICY kept ON "EvidenceFile" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer())
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "EvidenceFile"."personId" AND r."organisationId" = "EvidenceFile"."organisationId" AND r."withdrawnAt" IS NULL));
-- What is handed in stays with the piece; what is not, or was taken back, goes.
CREATE POLICY let_go ON "EvidenceFile" FOR DELETE TO app USING ("personId" = (SELECT app.viewer())
  AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = "EvidenceFile".id AND e."withdrawnAt" IS NULL));
CREATE POLICY evidence_files ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'EvidenceFile' AND EXISTS (SELECT FROM "EvidenceFile" f WHERE f.id = "rowId"));

-- A file's key goes with it, whoever lets it go: a copy of the bytes in a backup opens for nobody.
CREATE FUNCTION app.destroy_file_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "RowKey" WHERE "ofTable" = 'EvidenceFile' AND "rowId" = OLD.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.destroy_file_key() FROM PUBLIC;
CREATE TRIGGER key_destroyed AFTER DELETE ON "EvidenceFile" FOR EACH ROW EXECUTE FUNCTION app.destroy_file_key();

-- Is this the viewer's own file, kept for this registration, and not yet to be let go? (Asked as owner: the policies of the two tables would ask one another.)
CREATE FUNCTION app.kept_file(file uuid, registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "EvidenceFile" f WHERE f.id = file AND f."registrationId" = registration AND f."personId" = app.viewer()
    AND f."keptAt" > app.now() - make_interval(days => (SELECT days FROM "RetentionRule" WHERE what = 'evidence.file-not-handed-in')))
$$;
REVOKE ALL ON FUNCTION app.kept_file(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_file(uuid, uuid) TO app;

DROP POLICY handed_in ON "Evidence";
CREATE POLICY handed_in ON "Evidence" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "withdrawnAt" IS NULL
  AND EXISTS (SELECT FROM "Registration" r WHERE r.id = "registrationId" AND r."personId" = "Evidence"."personId" AND r."organisationId" = "Evidence"."organisationId" AND r."withdrawnAt" IS NULL)
  AND (("personId" = (SELECT app.viewer()) AND kind IN ('answer', 'reflection'))
    OR ("personId" = (SELECT app.viewer()) AND kind = 'work' AND app.kept_file("fileId", "registrationId"))
    OR ("personId" <> (SELECT app.viewer()) AND kind IN ('discussion', 'witness', 'observation') AND "organisationId" = ANY ((SELECT app.my_organisations('{trainer}'))::uuid[]))));

-- ── What nobody hands in is not kept ────────────────────────────────────────────────────────────────────────────────
INSERT INTO "RetentionRule" (what, days, because) VALUES ('evidence.file-not-handed-in', 1, 'Long enough to finish a form in the evening; a photo nobody handed in is nobody''s to keep.');
GRANT SELECT ("id", "keptAt"), DELETE ON "EvidenceFile" TO system;
GRANT SELECT ("fileId") ON "Evidence" TO system;
CREATE POLICY jobs_see ON "EvidenceFile" FOR SELECT TO system USING (true);
CREATE POLICY jobs ON "Evidence" FOR SELECT TO system USING ("fileId" IS NOT NULL);
CREATE POLICY jobs_let_go ON "EvidenceFile" FOR DELETE TO system USING (NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = "EvidenceFile".id));
