-- ── Whoever shared a concern about an adult adds to it ──────────────────────────────────────────────────────────────
-- Where it turned out to be about whoever shared it, or somebody close, they see it as it stood before that: nothing they are told says that it moved.
CREATE FUNCTION app.sharer_was_left_out(record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "AdultSharer" s JOIN "AdultLine" l ON l."adultConcernId" = s."adultConcernId" AND l.kind = 'kept-from' AND l.facts->>'personId' = s."personId"::text WHERE s."adultConcernId" = record)
$$;

-- What they added since, that they did and when; and whether it is closed, so that nothing can be added.
CREATE FUNCTION app.my_adult_more(record uuid) RETURNS TABLE ("organisationId" uuid, "isShut" boolean, added jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d."organisationId", d.state = 'closed' AND NOT app.sharer_was_left_out(record),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'at', l.at) ORDER BY l.number), '[]') FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'added')
  FROM "AdultSharer" s JOIN "AdultHead" d ON d."adultConcernId" = s."adultConcernId" WHERE s."adultConcernId" = record AND (s."personId" = app.viewer() OR s."menteeId" = app.visitor())
$$;

-- Adds it. Says who reads it, and who of them gets a letter: whoever has it, once until they have looked; where nobody has it any more, everybody who keeps it. While it waits, its clocks run.
CREATE FUNCTION app.add_to_adult_concern(line uuid, record uuid, line_words bytea) RETURNS TABLE ("personId" uuid, "isToWrite" boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s "AdultSharer"; head "AdultHead"; readers uuid[];
BEGIN
  SELECT * INTO s FROM "AdultSharer" x WHERE x."adultConcernId" = record AND (x."personId" = app.viewer() OR x."menteeId" = app.visitor());
  SELECT * INTO head FROM "AdultHead" h WHERE h."adultConcernId" = record FOR UPDATE;
  IF s.id IS NULL OR line_words IS NULL OR NOT coalesce(head."organisationId" = ANY (app.my_organisations()) OR head."organisationId" = app.visitor_organisation(), false) THEN RAISE EXCEPTION 'not yours to add to' USING ERRCODE = '42501'; END IF;
  IF head.state = 'closed' AND NOT app.sharer_was_left_out(record) THEN RAISE EXCEPTION 'it is closed' USING ERRCODE = 'BL007'; END IF;
  readers := app.adult_readers(record);
  RETURN QUERY SELECT one, head.state <> 'waiting' AND (one = head."holderId" OR NOT coalesce(head."holderId" = ANY (readers), false))
      AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'added' AND l.number > coalesce((SELECT max(m.number) FROM "AdultLine" m WHERE m."adultConcernId" = record AND m."byId" = one AND m.kind <> 'added'), 0))
    FROM unnest(readers) one WHERE one IS DISTINCT FROM app.viewer();
  PERFORM app.chain_adult_line(record, line, 'added', CASE WHEN NOT s."isApart" THEN app.viewer() END, '{}', line_words, head.state);
END $$;

REVOKE ALL ON FUNCTION app.sharer_was_left_out(uuid), app.my_adult_more(uuid), app.add_to_adult_concern(uuid, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_adult_more(uuid), app.add_to_adult_concern(uuid, uuid, bytea) TO app;
