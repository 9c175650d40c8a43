-- ── One adult alone with a record, because they kept it from the others ─────────────────────────────────────────────
-- It may be about each of them, so nothing stops that. But then a worry would be heard, weighed, closed and out of everybody's sight by one person's word. So it stays open until somebody else reads it.
-- Counted are those who would read it otherwise: leads and deputies, and who was told or brought in; not who has no such role any more.
CREATE FUNCTION app.is_alone_by_own_word(record uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.adult_readers(record) <@ ARRAY[person] AND EXISTS (SELECT FROM "AdultLine" l JOIN app.adult_ladder_of(l."organisationId") a ON a."personId" = (l.facts->>'personId')::uuid
    WHERE l."adultConcernId" = record AND l.kind = 'kept-from' AND l."byId" = person
      AND (a.role IN ('safeguarding_lead', 'deputy_lead') OR EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = record AND t."personId" = a."personId" AND t.rung <> 'delivery_site')))
$$;
-- BL008: they close it (what was an allegation once waits for somebody else to sign anyway). BL009: it is closed, and they take it from the last of the others. Asked when the step is whole: whoever stands above may have been told by it.
CREATE FUNCTION app.nobody_closes_it_alone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'closed' AND app.is_alone_by_own_word(NEW."adultConcernId", NEW."byId")
    AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = NEW."adultConcernId" AND l.kind = 'weighed' AND l.facts->>'weight' = 'allegation')
  THEN RAISE EXCEPTION 'nobody else reads it' USING ERRCODE = 'BL008'; END IF;
  IF NEW.kind = 'kept-from' AND app.is_alone_by_own_word(NEW."adultConcernId", NEW."byId")
    AND EXISTS (SELECT FROM "AdultHead" h WHERE h."adultConcernId" = NEW."adultConcernId" AND h.state = 'closed')
  THEN RAISE EXCEPTION 'nobody else would read it' USING ERRCODE = 'BL009'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER nobody_closes_it_alone AFTER INSERT ON "AdultLine" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind IN ('closed', 'kept-from')) EXECUTE FUNCTION app.nobody_closes_it_alone();
REVOKE ALL ON FUNCTION app.is_alone_by_own_word(uuid, uuid), app.nobody_closes_it_alone() FROM PUBLIC;
