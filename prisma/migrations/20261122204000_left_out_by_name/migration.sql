-- ── It is another person of that name ───────────────────────────────────────────────────────────────────────────────
-- Who is left out of a concern only because the name that was written may be theirs, for whoever could let them in: nobody chose it, when it was raised or since, and no record says that it is about them.
-- Where it is about mentoring, only whom that alone would not have left out: the line that raised it says whom it did (`around`); one that was written before does not say, and nobody is let in.
-- Whoever keeps it lets them in. And where nobody is left who keeps it, whoever reads it: else they would wait for each other for good.
CREATE FUNCTION app.left_out_by_name(concern uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(k."personId"), '{}') FROM "Concern" c JOIN "ConcernKeptFrom" k ON k."concernId" = c.id JOIN "ChronologyEntry" r ON r."concernId" = c.id AND r.kind = 'raised'
  WHERE c.id = left_out_by_name.concern AND r.facts->'fits' ? k."personId"::text AND (NOT c."isAboutMentoring" OR (r.facts ? 'around' AND NOT r.facts->'around' ? k."personId"::text))
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind = 'kept-from' AND e.facts->>'personId' = k."personId"::text)
    AND NOT EXISTS (SELECT FROM "AdultConcern" a JOIN "AdultHead" h ON h."adultConcernId" = a.id WHERE a."concernId" = c.id AND h."aboutId" = k."personId")
    AND (app.keeps_concern(c.id) OR (app.keepers_of(c.id) = '{}' AND c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()))))
$$;
CREATE OR REPLACE FUNCTION app.line_lets_in(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (line_lets_in.facts->>'personId')::uuid = ANY (app.left_out_by_name(concern))
$$;
UPDATE "LineKind" SET who = '{reader}' WHERE kind = 'let-in';

-- A head who is let in, and would have been told at once but for their name, is told then: the line says so before the row.
CREATE FUNCTION app.let_in_by_me(concern uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'let-in' AND e."byId" = app.viewer() AND e.facts->>'personId' = person::text AND e.facts->'told' ? person::text)
$$;
CREATE POLICY let_in ON "ConcernAlert" FOR INSERT TO app WITH CHECK (rung = 'head' AND app.organisation_of_concern("concernId") = "organisationId" AND app.let_in_by_me("concernId", "personId") AND app.stands_on_rung("concernId", "personId", rung));

-- The delivery site reads it for an hour, and whom it lets in is told then: for that hour it asks who stands on the ladder there, as whoever belongs there does.
CREATE FUNCTION app.may_ask_ladder(place uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT session_user = 'system' OR place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR EXISTS (SELECT FROM "Concern" c WHERE c.id = ANY (app.concerns_i_opened()) AND c."organisationId" = place)
$$;
CREATE OR REPLACE FUNCTION app.adults_to_tell(place uuid) RETURNS TABLE ("personId" uuid, name text, role "Role", "hereUntil" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", p.name, m.role,
    (SELECT max(d."endsAt") FROM "Duty" d WHERE d."personId" = m."personId" AND d."organisationId" = place AND app.is_current(d."startsAt", d."endsAt"))
  FROM "Organisation" o
  JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead', 'head'))
    OR (m.role = 'programme_lead' AND m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END)
  JOIN "Person" p ON p.id = m."personId"
  WHERE o.id = place AND app.is_current(m."startsAt", m."endsAt") AND app.may_ask_ladder(place)
$$;
CREATE OR REPLACE FUNCTION app.away_now(place uuid) RETURNS TABLE ("personId" uuid, "coverId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (a."personId") a."personId", a."coverId" FROM "Absence" a
  WHERE a."organisationId" = place AND app.is_current(a."startsAt", a."endsAt") AND app.may_cover(place, a."personId", a."coverId") AND app.may_ask_ladder(place)
  ORDER BY a."personId", a."endsAt" DESC
$$;

-- ── Whom nobody in the setting was told of ──────────────────────────────────────────────────────────────────────────
-- For whoever raised it: whether the delivery site knows that something waits. To whom it turned out to be about, as it stood before.
CREATE FUNCTION app.site_was_told(concern uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "ConcernAlert" a ON a."concernId" = c.id AND a.rung = 'delivery_site' JOIN "ChronologyEntry" e ON e."concernId" = c.id AND e.facts->'people' ? a."personId"::text
    WHERE c.id = concern AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor())
      AND (NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = app.viewer())
        OR e.number < coalesce((SELECT min(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = c.id AND l.kind = 'kept-from' AND l.facts->>'personId' = app.viewer()::text), 2)))
$$;
REVOKE ALL ON FUNCTION app.left_out_by_name(uuid), app.let_in_by_me(uuid, uuid), app.may_ask_ladder(uuid), app.site_was_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.left_out_by_name(uuid), app.let_in_by_me(uuid, uuid), app.site_was_told(uuid) TO app;
