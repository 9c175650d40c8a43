-- ── It is another person of that name ───────────────────────────────────────────────────────────────────────────────
-- As before. Where it is about mentoring, only whom that alone would not have left out: the line that raised it says whom it did (`around`); one that was written before does not say, and nobody is let in.
-- And where nobody is left who keeps it, whoever reads it (told, brought in, or in need) lets them in: else they would wait for each other for good.
CREATE OR REPLACE FUNCTION app.line_lets_in(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (app.keeps_concern(concern) OR app.keepers_of(concern) = '{}')
    AND EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = (line_lets_in.facts->>'personId')::uuid)
    AND EXISTS (SELECT FROM "ChronologyEntry" e JOIN "Concern" c ON c.id = e."concernId" WHERE e."concernId" = concern AND e.kind = 'raised' AND e.facts->'fits' ? (line_lets_in.facts->>'personId')
      AND (NOT c."isAboutMentoring" OR (e.facts ? 'around' AND NOT e.facts->'around' ? (line_lets_in.facts->>'personId'))))
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'kept-from' AND e.facts->>'personId' = line_lets_in.facts->>'personId')
$$;
UPDATE "LineKind" SET who = '{reader}' WHERE kind = 'let-in';

-- A head who is let in, and would have been told at once but for their name, is told then: the line says so before the row.
CREATE FUNCTION app.let_in_by_me(concern uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'let-in' AND e."byId" = app.viewer() AND e.facts->>'personId' = person::text AND e.facts->'told' ? person::text)
$$;
CREATE POLICY let_in ON "ConcernAlert" FOR INSERT TO app WITH CHECK (rung = 'head' AND app.organisation_of_concern("concernId") = "organisationId" AND app.let_in_by_me("concernId", "personId") AND app.stands_on_rung("concernId", "personId", rung));

-- ── Whom nobody in the setting was told of ──────────────────────────────────────────────────────────────────────────
-- For whoever raised it: whether the delivery site knows that something waits. To whom it turned out to be about, as it stood before.
CREATE FUNCTION app.site_was_told(concern uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "ConcernAlert" a ON a."concernId" = c.id AND a.rung = 'delivery_site' JOIN "ChronologyEntry" e ON e."concernId" = c.id AND e.facts->'people' ? a."personId"::text
    WHERE c.id = concern AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor())
      AND (NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = app.viewer())
        OR e.number < coalesce((SELECT min(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = c.id AND l.kind = 'kept-from' AND l.facts->>'personId' = app.viewer()::text), 2)))
$$;
REVOKE ALL ON FUNCTION app.let_in_by_me(uuid, uuid), app.site_was_told(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.let_in_by_me(uuid, uuid), app.site_was_told(uuid) TO app;
