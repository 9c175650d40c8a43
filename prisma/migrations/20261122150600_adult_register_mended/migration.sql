-- Which time round it is: the line that began it. A clock runs once a time round, and a concern that begins anew has clocks of its own.
ALTER TABLE "AdultClimb" ADD COLUMN "episode" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "AdultClimb" DROP CONSTRAINT "AdultClimb_pkey", ADD CONSTRAINT "AdultClimb_pkey" PRIMARY KEY ("adultConcernId", "clock", "rung", "episode");
ALTER TABLE "AdultClimb" ALTER COLUMN "episode" DROP DEFAULT;

-- ── Who keeps it ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who was lead or head there and is not now: the form says who reads a worry about them.
CREATE FUNCTION app.adult_ladder_once(place uuid) RETURNS TABLE ("personId" uuid, role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", m.role FROM "Membership" m
  WHERE m."organisationId" = place AND m.role IN ('safeguarding_lead', 'head') AND m."startsAt" <= app.now() AND NOT app.is_current(m."startsAt", m."endsAt")
    AND (place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR place = ANY (app.settings_of_adult_concerns()))
$$;

-- Which of them this viewer keeps: the way is worked out once for each setting and each set of people it is kept from, not for every concern there ever was.
CREATE OR REPLACE FUNCTION app.adult_concerns_i_keep() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH near AS MATERIALIZED (
    SELECT c.id, c."organisationId" AS place, ARRAY(SELECT k."personId" FROM "AdultKeptFrom" k WHERE k."adultConcernId" = c.id ORDER BY 1) AS kept,
      EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = c.id AND t."personId" = (SELECT app.viewer()) AND t.rung <> 'delivery_site') AS was_told
    FROM "AdultConcern" c WHERE c."organisationId" IN (SELECT o.id FROM "Organisation" o
      WHERE o.id = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}'))::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[]))),
  ways AS MATERIALIZED (
    SELECT w.place, w.kept, app.viewer() = ANY (app.adult_keepers_of(w.place, w.kept)) AS keeps, app.viewer() IN (SELECT l."personId" FROM app.adult_ladder_of(w.place) l) AS answers
    FROM (SELECT DISTINCT place, kept FROM near) w WHERE (SELECT app.viewer()) <> ALL (w.kept))
  SELECT coalesce(array_agg(n.id), '{}') FROM near n JOIN ways w ON w.place = n.place AND w.kept = n.kept WHERE w.keeps OR (n.was_told AND w.answers)
$$;

-- The settings of others in whose register somebody of the delivery site has a part. Nobody else needs to be asked: a setting's own people see it anyway.
CREATE FUNCTION app.settings_i_keep_for() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM "Organisation" o WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])) THEN app.settings_of_adult_concerns() ELSE '{}' END
$$;

-- A policy's name says when it is asked: after the house's own, so that only what they do not answer costs this.
DROP POLICY adult_register ON "WrappingKey";
CREATE POLICY of_what_i_keep ON "WrappingKey" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.settings_i_keep_for())::uuid[]));
CREATE POLICY of_what_i_keep ON "Organisation" FOR SELECT TO app USING (id = ANY ((SELECT app.settings_i_keep_for())::uuid[]));
CREATE POLICY of_what_i_keep ON "Act" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.settings_i_keep_for())::uuid[]));

-- ── Whom it may be about ────────────────────────────────────────────────────────────────────────────────────────────

-- How old a peer mentor is, to be noted; nothing for whoever works there.
CREATE FUNCTION app.age_for_register(place uuid, about uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT extract(year FROM age(app.now(), p."bornOn"))::int FROM "Person" p
  WHERE p.id = about AND NOT EXISTS (SELECT FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = about AND m.role <> 'mentor' AND m."organisationId" IN (o.id, o."supportedById") AND app.is_current(m."startsAt", m."endsAt"))
$$;

-- ── Where it stands ─────────────────────────────────────────────────────────────────────────────────────────────────
-- The time round it is in: when it began, what it was weighed as since, and whether the LADO was told since. Reads as whoever asks.
CREATE FUNCTION app.adult_times(record uuid) RETURNS TABLE (begun int, since timestamptz, "decidedAs" text, "isLadoTold" boolean)
LANGUAGE sql STABLE AS $$
  SELECT b.number, b.at, (SELECT l.facts->>'weight' FROM public."AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'weighed' AND l.number > b.number ORDER BY l.number DESC LIMIT 1),
    EXISTS (SELECT FROM public."AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'lado-told' AND l.number > b.number)
  FROM (SELECT l.number, l.at FROM public."AdultLine" l WHERE l."adultConcernId" = record AND (l.kind IN ('raised', 'reopened') OR l.facts ? 'went') ORDER BY l.number DESC LIMIT 1) b
$$;

-- As before, and what follows where it turns out to be about whoever held it, or closed or signed it (`went`): nobody has it, or it is open again.
DROP FUNCTION app.adult_after("AdultState", boolean, text);
CREATE FUNCTION app.adult_after(state "AdultState", was_allegation boolean, step text, went text DEFAULT NULL) RETURNS "AdultState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step = 'kept-from' AND went = 'holder' THEN 'waiting'
    WHEN step = 'kept-from' AND went = 'closer' AND state IN ('closing', 'closed') THEN 'weighed'
    WHEN step IN ('told', 'climbed', 'looked', 'note', 'asked-sharer', 'kept-from', 'brought-in', 'struck') THEN state
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

-- Every row that hangs on a line is of the same moment.
DROP FUNCTION app.chain_adult_line(uuid, uuid, text, uuid, jsonb, bytea, "AdultState");
CREATE FUNCTION app.chain_adult_line(record uuid, line uuid, line_kind text, line_by uuid, line_facts jsonb, line_words bytea, next_state "AdultState", moment timestamptz DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AdultHead"; link bytea; line_at timestamptz(3) := date_trunc('milliseconds', coalesce(moment, app.now()));
BEGIN
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  link := app.link_after(head.hash, head.length + 1, line, record, head."organisationId", line_kind, line_by, line_at, line_facts, line_words);
  INSERT INTO "AdultLine" (id, "organisationId", "adultConcernId", number, kind, "byId", at, facts, words, hash) VALUES (line, head."organisationId", record, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "AdultHead" SET length = head.length + 1, hash = link, state = next_state,
    weight = CASE WHEN line_kind = 'weighed' THEN (line_facts->>'weight')::"AdultWeight" ELSE head.weight END,
    "aboutId" = CASE WHEN line_facts ? 'aboutId' THEN (line_facts->>'aboutId')::uuid ELSE head."aboutId" END,
    "holderId" = CASE WHEN line_kind IN ('held', 'took-over', 'reopened') THEN line_by WHEN line_kind = 'kept-from' AND line_facts->>'personId' = head."holderId"::text THEN NULL ELSE head."holderId" END
  WHERE "adultConcernId" = record;
END $$;

-- ── A child's concern ───────────────────────────────────────────────────────────────────────────────────────────────
-- Does one of these people read it, by the rules that hold for everybody?
CREATE FUNCTION app.somebody_reads_concern(concern uuid, people uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "Membership" m ON m."personId" = ANY (people) AND app.is_current(m."startsAt", m."endsAt")
    WHERE c.id = concern AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = m."personId")
      AND ((m."organisationId" = c."organisationId" AND m.role IN ('safeguarding_lead', 'deputy_lead'))
        OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = c.id AND r."personId" = m."personId" AND r."endedAt" IS NULL)
        OR EXISTS (SELECT FROM "GlassBroken" g WHERE g."concernId" = c.id AND g."personId" = m."personId" AND g.until > app.now())
        OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = m."personId" AND a.rung <> 'delivery_site' AND a."organisationId" = m."organisationId"
          AND (m.role IN ('head', 'programme_lead') OR (m.role = 'youth_worker' AND NOT EXISTS (SELECT FROM "TakingOn" k WHERE k."concernId" = c.id))))))
$$;

-- It says that something about an adult is kept elsewhere, and no more: not which, and not at all while somebody reads it from whom that is kept, or where whoever shared it asked that their name is kept apart (a line has a name).
CREATE FUNCTION app.may_point(record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT c."concernId" IS NOT NULL AND s."personId" = app.viewer() AND NOT s."isApart" AND NOT app.somebody_reads_concern(c."concernId", app.adult_kept_from(c.id))
    FROM "AdultConcern" c JOIN "AdultSharer" s ON s."adultConcernId" = c.id WHERE c.id = record), false)
$$;
CREATE OR REPLACE FUNCTION app.line_points(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT facts = '{}' AND (SELECT count(*) FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'pointed' AND e."byId" = app.viewer())
    < (SELECT count(*) FROM "AdultConcern" c WHERE c."concernId" = concern AND app.may_point(c.id))
$$;

-- ── Whom a line told ────── ────────────────────────────────────────────────────────────────────────────────────────────

-- Whom a line brought it to, for whoever wrote it; they may have kept themself out with it.
CREATE FUNCTION app.told_by_adult_line(line uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT one::uuid FROM "AdultLine" l, jsonb_array_elements_text(l.facts->'told') one WHERE l.id = line AND l."byId" = app.viewer() AND l.kind = 'kept-from' AND one::uuid <> app.viewer())
$$;

-- ── Whoever shared it ───────────────────────────────────────────────────────────────────────────────────────────────

-- What a delivery site learns when a clock has climbed to it: that something waits at a setting, and since when; for as long as nobody has it or it is not decided.
CREATE OR REPLACE FUNCTION app.adult_waiting_elsewhere() RETURNS TABLE (id uuid, "organisationName" text, phone text, "sharedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.name, o.phone, c."sharedAt" FROM "AdultTold" t JOIN "AdultConcern" c ON c.id = t."adultConcernId" JOIN "Organisation" o ON o.id = c."organisationId" JOIN "AdultHead" d ON d."adultConcernId" = c.id
  WHERE t."personId" = app.viewer() AND t.rung = 'delivery_site' AND d.state IN ('waiting', 'held', 'weighed') AND EXISTS (SELECT FROM app.adult_times(c.id) x WHERE d.state <> 'weighed' OR x."decidedAs" IS NULL OR (x."decidedAs" = 'allegation' AND NOT x."isLadoTold")) AND o."supportedById" = ANY (app.my_organisations('{head,programme_lead}'))
    AND app.viewer() <> ALL (app.adult_kept_from(c.id)) AND app.viewer() <> ALL (app.adult_readers(c.id))
$$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname IN ('adult_ladder_once', 'settings_i_keep_for', 'age_for_register', 'adult_times', 'adult_after', 'chain_adult_line', 'somebody_reads_concern', 'may_point', 'told_by_adult_line')
  LOOP EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f); END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.adult_ladder_once(uuid), app.settings_i_keep_for(), app.may_point(uuid), app.told_by_adult_line(uuid) TO app;
GRANT EXECUTE ON FUNCTION app.adult_times(uuid) TO app, system;

-- ── Concerns that belong together ───────────────────────────────────────────────────────────────────────────────────
-- Who links says which two, how and why; when it was, and when it ended, the database says.
REVOKE INSERT ON "ConcernLink" FROM app;
GRANT INSERT (id, "organisationId", "concernId", "otherId", kind, words, "byId") ON "ConcernLink" TO app;
CREATE FUNCTION app.link_ends_now() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN NEW."endedAt" := CASE WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL THEN app.now() ELSE OLD."endedAt" END; RETURN NEW; END $$;
REVOKE ALL ON FUNCTION app.link_ends_now() FROM PUBLIC;
CREATE TRIGGER ends_now BEFORE UPDATE ON "ConcernLink" FOR EACH ROW EXECUTE FUNCTION app.link_ends_now();
