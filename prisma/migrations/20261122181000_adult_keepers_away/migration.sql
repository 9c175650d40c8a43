-- ── Where everybody who keeps it is away ────────────────────────────────────────────────────────────────────────────
-- Who has said that they are away now, for whoever could share a concern there. A cover who keeps it too is there themself, so only the ones who are away count.
CREATE FUNCTION app.adults_away(place uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT DISTINCT a."personId" FROM "Absence" a WHERE a."organisationId" = place AND app.is_current(a."startsAt", a."endsAt")
    AND (session_user = 'system' OR place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR place = ANY (app.settings_of_adult_concerns())))
$$;

-- Nobody of those a line told is there, nor anybody else who keeps it: who stands above is told at once, and does not wait for a clock. Whoever takes the step is there.
-- Where it is kept from one of those who keep it and hardly anybody of them is left, whoever stands above is told too: one adult alone would say what it weighs and close it.
CREATE FUNCTION app.tell_adults_above(record uuid, line_kind text, line_facts jsonb, state "AdultState", moment timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place uuid; kept uuid[] := app.adult_kept_from(record); who uuid := (line_facts->>'personId')::uuid; told_on "Rung" := coalesce(line_facts->>'rung', 'first')::"Rung"; asked "Rung"; called uuid[]; above uuid[]; away uuid[]; is_alone boolean;
BEGIN
  SELECT "organisationId" INTO place FROM "AdultConcern" WHERE id = record;
  called := CASE WHEN told_on IN ('first', 'deputies') THEN app.adult_keepers_of(place, kept) ELSE ARRAY(SELECT one::uuid FROM jsonb_array_elements_text(line_facts->'people') one) END;
  away := ARRAY(SELECT a."personId" FROM "Absence" a WHERE a."organisationId" = place AND app.is_current(a."startsAt", a."endsAt") AND a."personId" IS DISTINCT FROM app.viewer());
  is_alone := line_kind = 'kept-from' AND cardinality(called) < 2 AND app.adult_route(place, kept) = 'leads' AND who = ANY (app.adult_keepers_of(place, array_remove(kept, who)));
  FOREACH asked IN ARRAY '{head,delivery_site}'::"Rung"[] LOOP
    EXIT WHEN NOT called <@ away AND NOT is_alone;
    CONTINUE WHEN asked <= told_on;
    above := ARRAY(SELECT one FROM unnest(app.adults_on_rung(place, kept, asked::text)) one WHERE one <> ALL (called) ORDER BY one);
    called := called || above;
    -- Who was told already is not called again by a step that is no clock.
    IF line_kind = 'kept-from' THEN above := ARRAY(SELECT one FROM unnest(above) one WHERE NOT EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = record AND t."personId" = one AND t.rung IN ('first', 'deputies', asked))); END IF;
    is_alone := is_alone AND cardinality(called) < 2;
    CONTINUE WHEN above = '{}';
    INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, asked, place, moment FROM unnest(above) one ON CONFLICT DO NOTHING;
    PERFORM app.chain_adult_line(record, uuidv7(), 'told', NULL, jsonb_build_object('rung', asked, 'people', to_jsonb(above), 'isAway', true), NULL, state, moment);
  END LOOP;
END $$;

-- As before, and where it tells people of whom nobody is there, whoever stands above.
CREATE OR REPLACE FUNCTION app.chain_adult_line(record uuid, line uuid, line_kind text, line_by uuid, line_facts jsonb, line_words bytea, next_state "AdultState", moment timestamptz DEFAULT NULL) RETURNS void
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
  IF line_kind IN ('told', 'climbed', 'kept-from') AND NOT line_facts ? 'isAway' THEN PERFORM app.tell_adults_above(record, line_kind, line_facts, next_state, line_at); END IF;
END $$;

-- Whom the step that was just taken told besides, because nobody was there: for whoever took it, to call them.
CREATE FUNCTION app.adults_told_above(record uuid) RETURNS TABLE (rung text, people text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.facts->>'rung', ARRAY(SELECT jsonb_array_elements_text(l.facts->'people'))
  FROM (SELECT * FROM "AdultLine" b WHERE b."adultConcernId" = record AND NOT b.facts ? 'isAway' ORDER BY b.number DESC LIMIT 1) step JOIN "AdultLine" l ON l."adultConcernId" = record AND l.number > step.number
  WHERE session_user = 'system' OR step."byId" = app.viewer() OR (step.number = 2 AND EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = record AND (s."personId" = app.viewer() OR s."menteeId" = app.visitor())))
  ORDER BY l.number
$$;

REVOKE ALL ON FUNCTION app.adults_away(uuid), app.tell_adults_above(uuid, text, jsonb, "AdultState", timestamptz), app.adults_told_above(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adults_away(uuid), app.adults_told_above(uuid) TO app;
GRANT EXECUTE ON FUNCTION app.adults_told_above(uuid) TO system;
