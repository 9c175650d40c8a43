-- ── It is another person of that name ───────────────────────────────────────────────────────────────────────────────
-- Whoever was left out only because the name that was written may be theirs is let in by somebody who keeps it, with how they know. Nobody else whom it is kept from ever is.
CREATE FUNCTION app.line_lets_in(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = (line_lets_in.facts->>'personId')::uuid)
    AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'raised' AND e.facts->'fits' ? (line_lets_in.facts->>'personId'))
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'kept-from' AND e.facts->>'personId' = line_lets_in.facts->>'personId')
$$;
-- Under the lock of the head: with the line the row goes.
CREATE FUNCTION app.lets_in(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN DELETE FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = (facts->>'personId')::uuid; END $$;
REVOKE ALL ON FUNCTION app.line_lets_in(uuid, uuid, jsonb), app.lets_in(uuid, text, jsonb) FROM PUBLIC;
INSERT INTO "LineKind" (kind, "fromStates", who, "hasWords", proviso, "underLock") VALUES ('let-in', '{}', '{keeper}', true, 'line_lets_in', 'lets_in');
