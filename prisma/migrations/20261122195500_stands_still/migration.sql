-- ── Whoever raised it, and turns out to be whom it is about ─────────────────────────────────────────────────────────
-- As it stood before that line: who had it, who looked after it, who had been told. Nothing where it does not stand still.
CREATE FUNCTION app.as_it_stood(concern uuid) RETURNS TABLE ("receivedAt" timestamptz, "receivedById" uuid, "takenOnAt" timestamptz, "holderId" uuid, told uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH before AS (
    SELECT e.* FROM "ConcernKeptFrom" k JOIN "Concern" c ON c.id = k."concernId" AND c."raisedById" = k."personId" JOIN "ChronologyEntry" e ON e."concernId" = c.id
    WHERE k."concernId" = concern AND k."personId" = app.viewer()
      AND e.number < coalesce((SELECT min(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = concern AND l.kind = 'kept-from' AND l.facts->>'personId' = app.viewer()::text), 2))
  SELECT CASE WHEN bool_or(kind = 'received') THEN (SELECT r.at FROM "ConcernReceipt" r WHERE r."concernId" = concern) END, (array_agg("byId" ORDER BY number) FILTER (WHERE kind = 'received'))[1],
    CASE WHEN bool_or(kind = 'taken-on') THEN (SELECT t.at FROM "TakingOn" t WHERE t."concernId" = concern) END,
    (array_agg(CASE kind WHEN 'handed-over' THEN (facts->>'toId')::uuid ELSE "byId" END ORDER BY number DESC) FILTER (WHERE kind IN ('taken-on', 'handed-over', 'reopened')))[1],
    (SELECT array_agg(DISTINCT one::uuid) FROM before b, jsonb_array_elements_text(coalesce(b.facts->'people', '[]') || coalesce(b.facts->'told', '[]')) one WHERE b.facts->>'rung' IS DISTINCT FROM 'delivery_site')
  FROM before HAVING count(*) > 0
$$;

-- Whom it can be kept from: an adult who may have a part in it, and whoever raised it, if they are one: a mentor of 18 or more is.
CREATE FUNCTION app.may_be_kept_from(concern uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.may_have_part(concern, person) OR EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c."raisedById" = person AND app.is_for_adult_register(c."organisationId", person)
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person))
$$;
-- Kept from them already: the same form sent twice meets the key of the row, and is the same step.
CREATE FUNCTION app.is_kept_from(concern uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person AND app.keeps_concern(concern)) $$;
ALTER POLICY keepers ON "ConcernKeptFrom" WITH CHECK (app.organisation_of_concern("concernId") = "organisationId" AND app.keeps_concern("concernId") AND "personId" <> (SELECT app.viewer())
  AND (app.may_be_kept_from("concernId", "personId") OR app.is_kept_from("concernId", "personId")));

-- ── A part in a case ────────────────────────────────────────────────────────────────────────────────────────────────
-- As before; whoever raised it has none, unless it is theirs to look after anyway: their part ended when they handed it on.
CREATE OR REPLACE FUNCTION app.may_have_part(concern uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId"
    WHERE c.id = concern AND m."personId" = person AND app.is_current(m."startsAt", m."endsAt")
      AND m.role IN ('youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'programme_lead')
      AND (c."raisedById" IS DISTINCT FROM person OR m.role IN ('safeguarding_lead', 'deputy_lead')))
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person)
$$;

-- ── It turns out to be about whoever looks after it ─────────────────────────────────────────────────────────────────
-- It is kept from them in one step with whoever looks after it from then on: asked when the transaction ends.
CREATE FUNCTION app.nobody_kept_out_holds_it() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = NEW."concernId" AND h."holderId" = NEW."personId" AND h.state NOT IN ('closed', 'duplicate', 'transferred'))
  THEN RAISE EXCEPTION 'they still look after it' USING ERRCODE = '42501'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER nobody_kept_out_holds_it AFTER INSERT ON "ConcernKeptFrom" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.nobody_kept_out_holds_it();

-- A head who opened it in need and keeps it from somebody keeps the case from then on, and the line says so.
CREATE POLICY in_need ON "ConcernAlert" FOR INSERT TO app WITH CHECK (rung = 'head' AND "personId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND "concernId" = ANY ((SELECT app.concerns_i_opened())::uuid[]) AND app.stands_on_rung("concernId", "personId", rung));
CREATE FUNCTION app.told_themself_has_its_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."personId" = app.viewer() AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = NEW."concernId" AND e.kind = 'kept-from' AND e."byId" = NEW."personId" AND e.facts->'told' ? NEW."personId"::text)
  THEN RAISE EXCEPTION 'no line says that it was kept from somebody' USING ERRCODE = '42501'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER told_themself_has_its_line AFTER INSERT ON "ConcernAlert" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.rung = 'head') EXECUTE FUNCTION app.told_themself_has_its_line();

REVOKE ALL ON FUNCTION app.as_it_stood(uuid), app.may_be_kept_from(uuid, uuid), app.is_kept_from(uuid, uuid), app.nobody_kept_out_holds_it(), app.told_themself_has_its_line() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.as_it_stood(uuid), app.may_be_kept_from(uuid, uuid), app.is_kept_from(uuid, uuid) TO app;
