-- ── Who signs ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- As before. Asked about one person alone (`other` is nobody), whoever gave them their role does not count: of the first head or programme lead nobody did.
CREATE OR REPLACE FUNCTION app.signs_apart(person uuid, other uuid, setting uuid, rule text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Membership" m JOIN "Organisation" o ON o.id = setting WHERE m."personId" = person AND app.is_current(m."startsAt", m."endsAt")
    AND CASE split_part(rule, '.', 1) WHEN 'safeguarding' THEN m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead')
      WHEN 'adults' THEN (m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head')) OR (m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END AND m.role IN ('head', 'programme_lead'))
      ELSE false END
    AND m."startsAt" <= moment - interval '1 day' AND (other IS NULL OR m."givenById" IS DISTINCT FROM other))
$$;

-- ── What is asked for by itself ─────────────────────────────────────────────────────────────────────────────────────
-- Whoever does not see a request, because one record in it is kept from them, sees the others in it as due and hears that they were asked for: so they learn that there is another.
-- A record of the register has readers of its own, and they change; a concern that is kept from anybody may be kept from who is a lead tomorrow. Each of these stands in a request alone.
CREATE FUNCTION app.stands_alone(subject uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "AdultConcern" c WHERE c.id = subject) OR EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = subject)
$$;
-- Somebody keeps one of them from a colleague in that moment: the head is what both wait at.
CREATE FUNCTION app.asked_apart() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "ChronologyHead" h WHERE h."concernId" IN (SELECT a."subjectId" FROM asked a) ORDER BY h."concernId" FOR SHARE;
  IF EXISTS (SELECT FROM "Destruction" d WHERE d.id IN (SELECT a."destructionId" FROM asked a) AND d."endedAt" IS NULL
    AND (SELECT count(*) > 1 AND bool_or(app.stands_alone(i."subjectId")) FROM "DestructionItem" i WHERE i."destructionId" = d.id))
  THEN RAISE EXCEPTION 'one of these is asked for by itself' USING ERRCODE = 'BL019'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER asked_apart AFTER INSERT ON "DestructionItem" REFERENCING NEW TABLE AS asked FOR EACH STATEMENT EXECUTE FUNCTION app.asked_apart();

-- What was asked for together ends when one of them may not stand with others any more. One that is being answered in that moment is left: the line that is added now stops it.
CREATE FUNCTION app.end_what_was_asked_together(subject uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one uuid;
BEGIN
  FOR one IN SELECT d.id FROM "Destruction" d WHERE d."endedAt" IS NULL AND d.count > 1 AND d.id IN (SELECT i."destructionId" FROM "DestructionItem" i WHERE i."subjectId" = subject AND NOT i."isKept") FOR UPDATE SKIP LOCKED LOOP
    UPDATE "Destruction" SET "endedAt" = app.now(), "endedById" = coalesce(app.viewer(), "askedById"), "isDestroyed" = false WHERE id = one;
    UPDATE "DestructionItem" SET "isKept" = true WHERE "destructionId" = one;
  END LOOP;
END $$;
CREATE FUNCTION app.kept_from_ends_what_was_asked_together() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM "ChronologyHead" h WHERE h."concernId" = NEW."concernId" FOR UPDATE;
  PERFORM app.end_what_was_asked_together(NEW."concernId");
  RETURN NULL;
END $$;
CREATE TRIGGER ends_what_was_asked_together AFTER INSERT ON "ConcernKeptFrom" FOR EACH ROW EXECUTE FUNCTION app.kept_from_ends_what_was_asked_together();
SELECT app.end_what_was_asked_together(i."subjectId") FROM "DestructionItem" i WHERE NOT i."isKept" AND app.stands_alone(i."subjectId");

-- Who asked, and who answered, of the requests about the register that this viewer sees: a delivery site does not know the people of its settings otherwise, and read that they had left.
CREATE FUNCTION app.adult_destruction_names() RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT p.id, p.name FROM "Destruction" d JOIN "Person" p ON p.id IN (d."askedById", d."endedById") WHERE d.id = ANY ((SELECT app.adult_destructions_of_mine())::uuid[])
$$;

REVOKE ALL ON FUNCTION app.adult_destruction_names(), app.stands_alone(uuid), app.asked_apart(), app.end_what_was_asked_together(uuid), app.kept_from_ends_what_was_asked_together() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adult_destruction_names() TO app;
