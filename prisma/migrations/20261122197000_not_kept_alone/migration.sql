-- As before; and where it is kept from one of those who keep it and hardly anybody of them is left, whoever stands above is told too: one adult alone would say what it weighs and close it.
CREATE OR REPLACE FUNCTION app.tell_adults_above(record uuid, line_kind text, line_facts jsonb, state "AdultState", moment timestamptz) RETURNS void
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
