-- As before; where whoever has it has said that they are away, everybody who keeps it gets the letter. And where a name is kept apart nobody is left out of the answer: a letter that did not go would say whose name it is.
CREATE OR REPLACE FUNCTION app.add_to_adult_concern(line uuid, record uuid, line_words bytea) RETURNS TABLE ("personId" uuid, "isToWrite" boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE s "AdultSharer"; head "AdultHead"; readers uuid[]; is_there boolean;
BEGIN
  SELECT * INTO s FROM "AdultSharer" x WHERE x."adultConcernId" = record AND (x."personId" = app.viewer() OR x."menteeId" = app.visitor());
  SELECT * INTO head FROM "AdultHead" h WHERE h."adultConcernId" = record FOR UPDATE;
  IF s.id IS NULL OR line_words IS NULL OR NOT coalesce(head."organisationId" = ANY (app.my_organisations()) OR head."organisationId" = app.visitor_organisation(), false) THEN RAISE EXCEPTION 'not yours to add to' USING ERRCODE = '42501'; END IF;
  IF head.state = 'closed' AND NOT app.sharer_was_left_out(record) THEN RAISE EXCEPTION 'it is closed' USING ERRCODE = 'BL007'; END IF;
  readers := app.adult_readers(record);
  is_there := coalesce(head."holderId" = ANY (readers) AND head."holderId" <> ALL (app.adults_away(head."organisationId")), false);
  RETURN QUERY SELECT one, head.state <> 'waiting' AND (one = head."holderId" OR NOT is_there)
      AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'added' AND l.number > coalesce((SELECT max(m.number) FROM "AdultLine" m WHERE m."adultConcernId" = record AND m."byId" = one AND m.kind <> 'added'), 0))
    FROM unnest(readers) one WHERE s."isApart" OR one IS DISTINCT FROM app.viewer();
  PERFORM app.chain_adult_line(record, line, 'added', CASE WHEN NOT s."isApart" THEN app.viewer() END, '{}', line_words, head.state);
END $$;

-- What was added afterwards to what is closed is few lines among many.
CREATE INDEX "AdultLine_added" ON "AdultLine" ("adultConcernId") WHERE kind = 'added';
