-- Which time round it is: the line that began it. A clock runs once a time round, and a concern that begins anew has clocks of its own.
ALTER TABLE "AdultClimb" ADD COLUMN "episode" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "AdultClimb" DROP CONSTRAINT "AdultClimb_pkey", ADD CONSTRAINT "AdultClimb_pkey" PRIMARY KEY ("adultConcernId", "clock", "rung", "episode");
ALTER TABLE "AdultClimb" ALTER COLUMN "episode" DROP DEFAULT;

-- ── Who keeps it ────────────────────────────────────────────────────────────────────────────────────────────────────
-- What whoever it is kept from was here counts whether or not they still are: no ended role opens it to the people it went round.
CREATE OR REPLACE FUNCTION app.adult_route(place uuid, kept uuid[]) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN 'head' = ANY (n.kept_roles) THEN 'delivery_site'
    WHEN 'safeguarding_lead' = ANY (n.kept_roles) OR NOT n.has_lead THEN CASE WHEN n.has_head THEN 'head' ELSE 'delivery_site' END
    ELSE 'leads' END
  FROM (SELECT coalesce(array_agg(m.role::text) FILTER (WHERE m."personId" = ANY (kept)), '{}') AS kept_roles,
      coalesce(bool_or(m.role IN ('safeguarding_lead', 'deputy_lead') AND m."personId" <> ALL (kept) AND app.is_current(m."startsAt", m."endsAt")), false) AS has_lead,
      coalesce(bool_or(m.role = 'head' AND m."personId" <> ALL (kept) AND app.is_current(m."startsAt", m."endsAt")), false) AS has_head
    FROM "Membership" m WHERE m."organisationId" = place AND m."startsAt" <= app.now()) n
$$;

-- A setting that stands alone has no delivery site; its head is its head.
CREATE OR REPLACE FUNCTION app.adult_ladder_of(place uuid) RETURNS TABLE ("personId" uuid, name text, role "Role", "isSite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", p.name, m.role, coalesce(m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END, false)
  FROM "Organisation" o JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head'))
    OR (m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END AND m.role IN ('head', 'programme_lead'))
  JOIN "Person" p ON p.id = m."personId" WHERE o.id = place AND app.is_current(m."startsAt", m."endsAt")
$$;

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

CREATE OR REPLACE FUNCTION app.settings_of_adult_concerns() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT c."organisationId"), '{}') FROM "AdultConcern" c WHERE c.id = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])
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
-- The day they were born decides, whatever else they are or were; where nobody knows it, that they work there, or did until they left.
CREATE OR REPLACE FUNCTION app.is_for_adult_register(place uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT about IS NULL OR coalesce((SELECT p."bornOn" <= (app.now() - interval '18 years')::date FROM "Person" p WHERE p.id = about),
    (SELECT coalesce(bool_or(m.role <> 'mentor') FILTER (WHERE app.is_current(m."startsAt", m."endsAt")), bool_or(m.role <> 'mentor'), false)
      FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = about AND m."organisationId" IN (o.id, o."supportedById")))
$$;

-- How old a peer mentor is, to be noted; nothing for whoever works there.
CREATE FUNCTION app.age_for_register(place uuid, about uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT extract(year FROM age(app.now(), p."bornOn"))::int FROM "Person" p
  WHERE p.id = about AND NOT EXISTS (SELECT FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = about AND m.role <> 'mentor' AND m."organisationId" IN (o.id, o."supportedById") AND app.is_current(m."startsAt", m."endsAt"))
$$;

CREATE OR REPLACE FUNCTION app.adults_it_may_be_about(place uuid) RETURNS TABLE ("personId" uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (p.name, p.id) p.id, p.name, m.role::text FROM "Organisation" o JOIN "Membership" m ON m."organisationId" IN (o.id, o."supportedById") JOIN "Person" p ON p.id = m."personId"
  WHERE o.id = place AND (place = ANY (app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}')) OR place = ANY (app.settings_of_adult_concerns()))
    AND m.role NOT IN ('evaluator', 'external_quality_assurer') AND (m.role <> 'mentor' OR m."organisationId" = o.id) AND app.is_for_adult_register(place, p.id)
  ORDER BY p.name, p.id, app.is_current(m."startsAt", m."endsAt") DESC, m."startsAt" DESC
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
-- Does one of these people read it, as anybody does?
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

-- ── The three that write ────────────────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.share_adult_concern(record uuid, sharer uuid, place uuid, how_near "Danger", about uuid, sealed_who bytea, sealed_child bytea, sealed_what bytea, named uuid[], wants_apart boolean, sealed_told_by bytea, salted text, found_in uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := app.viewer(); kept uuid[]; told uuid[]; is_apart boolean := wants_apart AND about IS DISTINCT FROM me; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  IF NOT coalesce(place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR (found_in IS NOT NULL AND app.keeps_concern(found_in)), false)
    OR (found_in IS NOT NULL AND NOT coalesce(app.keeps_concern(found_in) AND app.organisation_of_concern(found_in) = place, false))
  THEN RAISE EXCEPTION 'not yours to share there' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT FROM unnest(named || about) one WHERE one IS NOT NULL AND NOT app.is_somebody_here(place, one)) THEN RAISE EXCEPTION 'nobody of this setting' USING ERRCODE = 'BL006'; END IF;
  IF NOT app.is_for_adult_register(place, about) THEN RAISE EXCEPTION 'a young person' USING ERRCODE = 'BL004'; END IF;
  kept := ARRAY(SELECT DISTINCT one FROM unnest(named || about || ARRAY(SELECT k."personId" FROM "ConcernKeptFrom" k WHERE k."concernId" = found_in)) one WHERE one IS NOT NULL ORDER BY one);
  IF app.adult_keepers_of(place, kept) = '{}' THEN RAISE EXCEPTION 'nobody is left to keep it' USING ERRCODE = 'BL005'; END IF;

  INSERT INTO "AdultConcern" (id, "organisationId", "sharedAt", danger, who, child, what, "concernId") VALUES (record, place, moment, how_near, sealed_who, sealed_child, sealed_what, found_in);
  INSERT INTO "AdultSharer" (id, "adultConcernId", "organisationId", "personId", "menteeId", "isApart", "toldBy", salt) VALUES (sharer, record, place, me, CASE WHEN me IS NULL THEN app.visitor() END, is_apart, sealed_told_by, salted);
  INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") SELECT record, one, place FROM unnest(kept) one;
  -- Whoever shared it knows it, and whoever keeps it besides is told. Where their name is kept apart they stand among them: who is missing would say it.
  told := ARRAY(SELECT one FROM unnest(app.adult_keepers_of(place, kept)) one WHERE is_apart OR one IS DISTINCT FROM me ORDER BY one);
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, 'first', place, moment FROM unnest(told) one;
  INSERT INTO "AdultHead" ("adultConcernId", "organisationId", hash) VALUES (record, place, decode(repeat('00', 32), 'hex'));
  PERFORM app.chain_adult_line(record, record, 'raised', CASE WHEN NOT is_apart THEN me END, jsonb_strip_nulls(jsonb_build_object(
    'danger', how_near, 'who', encode(sha256(sealed_who), 'hex'), 'child', encode(sha256(sealed_child), 'hex'), 'what', encode(sha256(sealed_what), 'hex'), 'toldBy', encode(sha256(sealed_told_by), 'hex'),
    'keptFrom', to_jsonb(kept), 'aboutId', about, 'concernId', found_in, 'isApart', CASE WHEN is_apart THEN true END, 'isSelf', CASE WHEN about = me THEN true END,
    'age', app.age_for_register(place, about),
    'sharer', encode(sha256(convert_to(salted || '|' || coalesce(me, app.visitor())::text, 'UTF8')), 'hex'))), NULL, 'waiting', moment);
  PERFORM app.chain_adult_line(record, uuidv7(), 'told', NULL, jsonb_build_object('rung', 'first', 'people', to_jsonb(told)), NULL, 'waiting', moment);
  RETURN ARRAY(SELECT one FROM unnest(told) one WHERE one IS DISTINCT FROM me);
END $$;

CREATE OR REPLACE FUNCTION app.add_adult_line(line uuid, record uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c "AdultConcern"; head "AdultHead"; me uuid := app.viewer(); who uuid := (line_facts->>'personId')::uuid; next_state "AdultState"; was_allegation boolean; told uuid[]; went text; kept uuid[]; keepers uuid[]; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  SELECT * INTO c FROM "AdultConcern" WHERE id = record;
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  kept := app.adult_kept_from(record); keepers := app.adult_keepers_of(c."organisationId", kept);
  IF head."adultConcernId" IS NULL OR NOT coalesce(me = ANY (app.adult_readers(record)) AND (line_words IS NOT NULL OR line_kind IN ('looked', 'held', 'took-over', 'signed'))
    -- A line says what its kind says, and nothing beside it.
    AND NOT EXISTS (SELECT FROM jsonb_object_keys(line_facts) one WHERE one <> ALL (CASE line_kind WHEN 'weighed' THEN '{weight,harm}' WHEN 'kept-from' THEN '{personId,aboutId}' WHEN 'brought-in' THEN '{personId}' WHEN 'struck' THEN '{number}' WHEN 'lado-told' THEN '{happenedAt}' WHEN 'closed' THEN '{outcome}' ELSE '{}' END::text[]))
    AND CASE line_kind
    WHEN 'weighed' THEN line_facts->>'weight' = 'low_level' OR (line_facts->>'weight' = 'allegation' AND line_facts->>'harm' IN ('harmed', 'crime', 'risk', 'unsuitable'))
    WHEN 'asked-sharer' THEN EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = record AND s."isApart")
    WHEN 'kept-from' THEN app.is_somebody_here(c."organisationId", who) AND (NOT line_facts ? 'aboutId' OR line_facts->>'aboutId' = who::text)
      -- Whom it is about can turn out to be somebody it was kept from already.
      AND (who <> ALL (kept) OR (line_facts ? 'aboutId' AND head."aboutId" IS DISTINCT FROM who))
      -- Only who keeps it, or was called, takes it from somebody who keeps it; not a reader brought in.
      AND (who <> ALL (keepers) OR me = ANY (keepers) OR EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND ((l.kind IN ('told', 'climbed') AND l.facts->'people' ? me::text) OR (l.kind = 'kept-from' AND l.facts->'told' ? me::text))))
    WHEN 'brought-in' THEN who IN (SELECT l."personId" FROM app.adult_ladder_of(c."organisationId") l) AND who <> ALL (kept) AND who <> ALL (app.adult_readers(record))
    WHEN 'signed' THEN me <> (SELECT l."byId" FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'closed' ORDER BY l.number DESC LIMIT 1)
    WHEN 'struck' THEN EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.number = (line_facts->>'number')::int AND l.kind IN ('note', 'acted'))
      AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'struck' AND l.facts->>'number' = line_facts->>'number')
    ELSE line_kind IN ('looked', 'held', 'took-over', 'note', 'acted', 'lado-told', 'closed', 'not-signed', 'reopened') END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'looked' AND l."byId" = me AND l.at > app.now() - interval '15 minutes') THEN RETURN NULL; END IF;
  -- What was an allegation once needs a second signature, whatever it was weighed as afterwards.
  was_allegation := EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'weighed' AND l.facts->>'weight' = 'allegation');
  went := CASE WHEN line_kind <> 'kept-from' THEN NULL WHEN who = head."holderId" THEN 'holder'
    WHEN head.state IN ('closing', 'closed') AND who IN (SELECT DISTINCT ON (l.kind) first_value(l."byId") OVER (PARTITION BY l.kind ORDER BY l.number DESC) FROM "AdultLine" l
      WHERE l."adultConcernId" = record AND l.kind IN ('closed', 'signed') AND l.number > (SELECT begun FROM app.adult_times(record))) THEN 'closer' END;
  next_state := app.adult_after(head.state, was_allegation, line_kind, went);
  IF next_state IS NULL OR (line_kind = 'took-over' AND head."holderId" = me) THEN RAISE EXCEPTION 'not a step from %', head.state USING ERRCODE = 'BL001'; END IF;
  IF line_kind = 'closed' AND was_allegation AND NOT (SELECT "isLadoTold" FROM app.adult_times(record)) THEN RAISE EXCEPTION 'the LADO was not told' USING ERRCODE = 'BL003'; END IF;
  IF line_facts ? 'aboutId' AND (line_kind <> 'kept-from' OR NOT app.is_for_adult_register(c."organisationId", who)) THEN RAISE EXCEPTION 'a young person' USING ERRCODE = 'BL004'; END IF;
  IF line_kind = 'kept-from' THEN
    INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") VALUES (record, who, c."organisationId") ON CONFLICT DO NOTHING;
    keepers := app.adult_keepers_of(c."organisationId", kept || who);
    -- It may go another way from here: who keeps it now, and had not heard of it, is told. And whoever took the step had read it.
    told := ARRAY(SELECT DISTINCT one FROM unnest(keepers || me) one WHERE one <> who AND NOT EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = record AND t."personId" = one AND t.rung <> 'delivery_site') ORDER BY one);
    line_facts := jsonb_strip_nulls(line_facts || jsonb_build_object('told', to_jsonb(told), 'went', went, 'age', CASE WHEN line_facts ? 'aboutId' THEN app.age_for_register(c."organisationId", who) END));
  ELSIF line_kind = 'brought-in' THEN told := ARRAY[who]; END IF;
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, 'first', c."organisationId", moment FROM unnest(told) one ON CONFLICT DO NOTHING;
  IF line_kind = 'kept-from' AND app.adult_readers(record) = '{}' THEN RAISE EXCEPTION 'nobody is left to keep it' USING ERRCODE = 'BL005'; END IF;
  PERFORM app.chain_adult_line(record, line, line_kind, me, line_facts, line_words, next_state, moment);
  RETURN ARRAY(SELECT one FROM unnest(app.adult_readers(record)) one WHERE one <> me);
END $$;

-- Whom a line brought it to, for whoever wrote it; they may have kept themself out with it.
CREATE FUNCTION app.told_by_adult_line(line uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT one::uuid FROM "AdultLine" l, jsonb_array_elements_text(l.facts->'told') one WHERE l.id = line AND l."byId" = app.viewer() AND l.kind = 'kept-from' AND one::uuid <> app.viewer())
$$;

CREATE OR REPLACE FUNCTION app.climb_adult(record uuid, which "AdultClock", from_rung "Rung") RETURNS TABLE (people uuid[], rung "Rung")
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AdultHead"; kept uuid[] := app.adult_kept_from(record); asked "Rung"; called uuid[] := '{}'; told_on "Rung" := from_rung; episode int; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  episode := (SELECT begun FROM app.adult_times(record));
  INSERT INTO "AdultClimb" ("adultConcernId", clock, rung, episode, "organisationId", at) VALUES (record, which, from_rung, episode, head."organisationId", moment) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  FOREACH asked IN ARRAY '{deputies,head,delivery_site}'::"Rung"[] LOOP
    CONTINUE WHEN asked < from_rung OR called <> '{}';
    -- What goes round the head stays with the delivery site.
    called := CASE WHEN asked = 'deputies' OR app.adult_route(head."organisationId", kept) = 'delivery_site' THEN app.adult_keepers_of(head."organisationId", kept) ELSE app.adults_on_rung(head."organisationId", kept, asked::text) END;
    told_on := asked;
  END LOOP;
  -- Whose it is to keep anyway reads it, on whichever rung they are called again.
  IF called <@ app.adult_keepers_of(head."organisationId", kept) THEN told_on := 'deputies'; END IF;
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, told_on, head."organisationId", moment FROM unnest(called) one ON CONFLICT DO NOTHING;
  PERFORM app.chain_adult_line(record, uuidv7(), 'climbed', NULL, jsonb_build_object('clock', which, 'rung', told_on, 'from', from_rung, 'people', to_jsonb(called), 'episode', episode), NULL, head.state, moment);
  RETURN QUERY SELECT called, told_on;
END $$;

-- ── Whoever shared it ───────────────────────────────────────────────────────────────────────────────────────────────
-- Who was told, and who has it. Where it turned out to be about whoever shared it, or somebody close to it, as it stood before that: nothing says that it moved.
CREATE OR REPLACE FUNCTION app.my_adult_concerns() RETURNS TABLE (id uuid, "organisationId" uuid, "organisationName" text, phone text, "sharedAt" timestamptz, "holderName" text, "heldAt" timestamptz, "toldNames" text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.id, o.name, o.phone, c."sharedAt", CASE WHEN h.at IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = CASE WHEN u.number IS NULL THEN d."holderId" ELSE h.holder END), 'An adult') END, h.at,
    ARRAY(SELECT DISTINCT p.name FROM "AdultLine" l,
        jsonb_array_elements_text(CASE WHEN l.kind IN ('told', 'climbed') THEN l.facts->'people' WHEN l.kind = 'kept-from' THEN l.facts->'told' WHEN l.kind = 'brought-in' THEN jsonb_build_array(l.facts->'personId') ELSE '[]' END) one JOIN "Person" p ON p.id = one::uuid
      WHERE l."adultConcernId" = c.id AND (u.number IS NULL OR l.number < u.number) AND l.facts->>'rung' IS DISTINCT FROM 'delivery_site' AND p.id IS DISTINCT FROM s."personId" ORDER BY p.name)
  FROM "AdultSharer" s JOIN "AdultConcern" c ON c.id = s."adultConcernId" JOIN "Organisation" o ON o.id = c."organisationId" JOIN "AdultHead" d ON d."adultConcernId" = c.id
  LEFT JOIN LATERAL (SELECT min(l.number) AS number FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'kept-from' AND l.facts->>'personId' = s."personId"::text) u ON true
  LEFT JOIN LATERAL (SELECT min(l.at) FILTER (WHERE l.kind = 'held') AS at, (array_agg(l."byId" ORDER BY l.number DESC))[1] AS holder FROM "AdultLine" l
    WHERE l."adultConcernId" = c.id AND l.kind IN ('held', 'took-over', 'reopened') AND (u.number IS NULL OR l.number < u.number)) h ON true
  WHERE s."personId" = app.viewer() OR s."menteeId" = app.visitor()
$$;

CREATE OR REPLACE FUNCTION app.tell_adult_sharer(record uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT pg_notify('belay', jsonb_build_object('to', 'person:' || s."personId", 'event', 'concern:received', 'ids', jsonb_build_object('concernId', record))::text)
  FROM "AdultSharer" s WHERE s."adultConcernId" = record AND s."personId" IS NOT NULL AND record = ANY (app.adult_concerns_i_keep())
    AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'kept-from' AND l.facts->>'personId' = s."personId"::text)
$$;

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
