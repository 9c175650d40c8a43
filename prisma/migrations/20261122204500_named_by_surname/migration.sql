-- Who of those who could be told of a concern, or keep one about an adult, bears one of these words in their full name. The form knows them by the name they go by, and a child writes “Ms Khan”: their full name stays here.
CREATE FUNCTION app.named_here(place uuid, words text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(p.id), '{}') FROM "Person" p
  WHERE p.id IN (SELECT t."personId" FROM app.adults_to_tell(place) t UNION SELECT l."personId" FROM app.adult_ladder(place) l)
    AND string_to_array(regexp_replace(lower(p."fullName"), '[^[:alpha:]]+', ' ', 'g'), ' ') && words
$$;

-- ── Nobody lets in whom it turned out to be about ───────────────────────────────────────────────────────────────────
-- That a concern was handed on as one about this adult, for those who keep it: they let somebody in, or not.
CREATE FUNCTION app.is_pointed_at(concern uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id WHERE c."concernId" = concern AND h."aboutId" = person)
    AND EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person) AND (app.keeps_concern(concern) OR app.keepers_of(concern) = '{}')
$$;
REVOKE ALL ON FUNCTION app.named_here(uuid, text[]), app.is_pointed_at(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.named_here(uuid, text[]), app.is_pointed_at(uuid, uuid) TO app;

-- As before, and not whom a record about an adult says that it is about.
CREATE OR REPLACE FUNCTION app.line_lets_in(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (app.keeps_concern(concern) OR app.keepers_of(concern) = '{}') AND NOT app.is_pointed_at(concern, (line_lets_in.facts->>'personId')::uuid)
    AND EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = (line_lets_in.facts->>'personId')::uuid)
    AND EXISTS (SELECT FROM "ChronologyEntry" e JOIN "Concern" c ON c.id = e."concernId" WHERE e."concernId" = concern AND e.kind = 'raised' AND e.facts->'fits' ? (line_lets_in.facts->>'personId')
      AND (NOT c."isAboutMentoring" OR (e.facts ? 'around' AND NOT e.facts->'around' ? (line_lets_in.facts->>'personId'))))
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'kept-from' AND e.facts->>'personId' = line_lets_in.facts->>'personId')
$$;
