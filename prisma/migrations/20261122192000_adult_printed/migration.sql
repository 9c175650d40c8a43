-- Whoever keeps a concern about an adult puts it on paper: that they did, and what they chose, is a line first. The same again within a quarter of an hour is the same print. Gives back who else reads it; nothing for the same print.
CREATE FUNCTION app.print_adult_concern(line uuid, record uuid, chosen jsonb) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AdultHead"; me uuid := app.viewer();
BEGIN
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  IF head."adultConcernId" IS NULL OR NOT coalesce(me = ANY (app.adult_readers(record)) AND jsonb_typeof(chosen->'groups') = 'array' AND NOT EXISTS (SELECT FROM jsonb_object_keys(chosen) one WHERE one <> ALL ('{groups,from,until}'))
    AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(chosen->'groups') one WHERE one <> ALL ('{case,words,agencies,people,looks}'))
    AND coalesce(chosen->>'from', '2000-01-01') ~ '^\d{4}-\d\d-\d\d$' AND coalesce(chosen->>'until', '2000-01-01') ~ '^\d{4}-\d\d-\d\d$', false)
  THEN RAISE EXCEPTION 'not yours to print' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'printed' AND l."byId" = me AND l.at > app.now() - interval '15 minutes' AND l.facts = chosen) THEN RETURN NULL; END IF;
  PERFORM app.chain_adult_line(record, line, 'printed', me, chosen, NULL, head.state);
  RETURN ARRAY(SELECT one FROM unnest(app.adult_readers(record)) one WHERE one <> me);
END $$;
REVOKE ALL ON FUNCTION app.print_adult_concern(uuid, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.print_adult_concern(uuid, uuid, jsonb) TO app;
