-- CreateTable
CREATE TABLE "AdultOrigin" (
    "adultConcernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" "OriginKind" NOT NULL,
    "source" TEXT NOT NULL,
    "sourceAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdultOrigin_pkey" PRIMARY KEY ("adultConcernId")
);

-- CreateIndex
CREATE INDEX "AdultOrigin_organisationId_idx" ON "AdultOrigin"("organisationId");

-- AddForeignKey
ALTER TABLE "AdultOrigin" ADD CONSTRAINT "AdultOrigin_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Where a concern about an adult comes from ───────────────────────────────────────────────────────────────────────
-- What somebody had before them, and when it was: of what is theirs to see in that setting, and no row otherwise. The same for a concern and for the register.
CREATE FUNCTION app.origin_found(setting uuid, origin "OriginKind", source text) RETURNS TABLE (at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH row_id AS (SELECT CASE WHEN source ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN source::uuid END AS id)
  SELECT e."startedAt" FROM "JournalEntry" e, row_id WHERE origin = 'journal_entry' AND e.id = row_id.id AND e."personId" = app.viewer() AND e."purgedAt" IS NULL AND e."organisationId" = setting
  UNION ALL SELECT s."sharedAt" FROM "JournalShare" s, row_id WHERE origin = 'shared_entry' AND s.id = row_id.id AND s."withId" = app.viewer() AND s."takenBackAt" IS NULL AND s."organisationId" = setting
    AND s."organisationId" = ANY (app.my_organisations('{youth_worker,specialist}'))
  UNION ALL SELECT m."startsAt" FROM "Meeting" m, row_id WHERE origin = 'meeting' AND m.id = row_id.id AND m."groupId" = ANY (app.my_groups()) AND m."organisationId" = setting
  UNION ALL SELECT p."startsAt" FROM "Pair" p, row_id WHERE origin = 'pair' AND p.id = row_id.id AND p."organisationId" = setting
    AND (p."mentorId" = app.viewer() OR p."organisationId" = ANY (app.my_organisations('{youth_worker}')))
  UNION ALL SELECT NULL WHERE origin = 'unit' AND app.viewer() IS NOT NULL AND source ~ '^[a-z0-9-]{1,80}/[a-z0-9-]{1,80}$'
$$;
CREATE OR REPLACE FUNCTION app.name_origin(concern uuid, origin "OriginKind", source text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH noted AS (
    INSERT INTO "ConcernOrigin" ("concernId", "organisationId", kind, source, "sourceAt")
    SELECT concern, c."organisationId", origin, source, found.at FROM "Concern" c, app.origin_found(c."organisationId", origin, source) found WHERE c.id = concern AND app.am_raising(concern, c."organisationId") RETURNING 1)
  SELECT EXISTS (SELECT FROM noted)
$$;

-- The name that goes with it: of the writer, the group, or the bird. Nothing that was written there.
CREATE FUNCTION app.name_of_origin(origin "OriginKind", source text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE origin
    WHEN 'shared_entry' THEN (SELECT p.name FROM "JournalShare" s JOIN "Person" p ON p.id = s."fromId" WHERE s.id = source::uuid)
    WHEN 'meeting' THEN (SELECT g.name FROM "Meeting" m JOIN "SupervisionGroup" g ON g.id = m."groupId" WHERE m.id = source::uuid)
    WHEN 'pair' THEN (SELECT m."birdName" FROM "Pair" p JOIN "Mentee" m ON m.id = p."menteeId" WHERE p.id = source::uuid) END
$$;
CREATE OR REPLACE FUNCTION app.origin_name(concern uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.name_of_origin(o.kind, o.source) FROM "ConcernOrigin" o WHERE o."concernId" = concern AND concern <> ALL (app.concerns_kept_from_me())
    AND (o."organisationId" = ANY (app.settings_i_safeguard()) OR concern = ANY (app.concerns_to_read()))
$$;
CREATE FUNCTION app.adult_origin_name(record uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.name_of_origin(o.kind, o.source) FROM "AdultOrigin" o JOIN "AdultSharer" s ON s."adultConcernId" = o."adultConcernId"
  WHERE o."adultConcernId" = record AND record = ANY (app.adult_concerns_i_keep()) AND (NOT s."isApart" OR record = ANY (app.adult_sharers_i_asked()))
$$;

-- Whoever shares it says where they were, while nothing was done with it yet. It says whether it was noted. Where their name is kept apart, where they were says who they
-- are: then its line holds a digest, salted as that of their id, and it is read by whoever asked for the name.
CREATE FUNCTION app.name_adult_origin(record uuid, origin "OriginKind", source text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s "AdultSharer"; head "AdultHead"; at_that timestamptz; moment timestamptz; said text := origin || ':' || source;
BEGIN
  SELECT * INTO s FROM "AdultSharer" x WHERE x."adultConcernId" = record AND (x."personId" = app.viewer() OR x."menteeId" = app.visitor());
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  IF s.id IS NULL OR EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind NOT IN ('raised', 'told')) THEN RETURN false; END IF;
  SELECT f.at INTO at_that FROM app.origin_found(head."organisationId", origin, source) f;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT at INTO moment FROM "AdultLine" WHERE "adultConcernId" = record AND number = 1;
  INSERT INTO "AdultOrigin" ("adultConcernId", "organisationId", kind, source, "sourceAt") VALUES (record, head."organisationId", origin, source, at_that);
  PERFORM app.chain_adult_line(record, uuidv7(), 'came-from', CASE WHEN NOT s."isApart" THEN app.viewer() END,
    jsonb_build_object('origin', CASE WHEN s."isApart" THEN encode(sha256(convert_to(s.salt || '|' || said, 'UTF8')), 'hex') ELSE said END), NULL, head.state, moment);
  RETURN true;
END $$;

-- As before, with where it comes from, what whoever shared it adds, and that it was put on paper: each leaves it where it stands.
CREATE OR REPLACE FUNCTION app.adult_after(state "AdultState", was_allegation boolean, step text, went text DEFAULT NULL) RETURNS "AdultState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step = 'kept-from' AND went = 'holder' THEN 'waiting'
    WHEN step = 'kept-from' AND went = 'closer' AND state IN ('closing', 'closed') THEN 'weighed'
    WHEN step IN ('told', 'climbed', 'looked', 'note', 'asked-sharer', 'kept-from', 'brought-in', 'struck', 'came-from', 'added', 'printed') THEN state
    WHEN step = 'held' AND state = 'waiting' THEN 'held'
    WHEN step = 'took-over' AND state IN ('held', 'weighed', 'closing') THEN state
    WHEN step IN ('acted', 'lado-told') AND state IN ('held', 'weighed') THEN state
    WHEN step = 'weighed' AND state IN ('held', 'weighed') THEN 'weighed'
    WHEN step = 'closed' AND state = 'weighed' THEN CASE WHEN was_allegation THEN 'closing' ELSE 'closed' END::"AdultState"
    WHEN step = 'signed' AND state = 'closing' THEN 'closed'
    WHEN step = 'not-signed' AND state = 'closing' THEN 'weighed'
    WHEN step = 'reopened' AND state = 'closed' THEN 'weighed'
  END
$$;

ALTER TABLE "AdultOrigin" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "AdultOrigin" TO app, system;
-- Who sees who shared it, sees where they were.
CREATE POLICY keepers ON "AdultOrigin" FOR SELECT TO app USING (EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = "AdultOrigin"."adultConcernId"));
CREATE POLICY jobs ON "AdultOrigin" FOR SELECT TO system USING (true);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AdultOrigin" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

REVOKE ALL ON FUNCTION app.origin_found(uuid, "OriginKind", text), app.name_of_origin("OriginKind", text), app.adult_origin_name(uuid), app.name_adult_origin(uuid, "OriginKind", text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adult_origin_name(uuid), app.name_adult_origin(uuid, "OriginKind", text) TO app;
