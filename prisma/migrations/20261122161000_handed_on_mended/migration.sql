-- AlterEnum
ALTER TYPE "CaseClock" ADD VALUE 'arriving';

-- The job whose clock it is asks too.
GRANT EXECUTE ON FUNCTION app.transfer_awaited(uuid) TO system;
-- The same as before; of what was destroyed nobody waits for anything.
CREATE OR REPLACE FUNCTION app.transfer_awaited(concern uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM "ChronologyHead" h CROSS JOIN LATERAL (SELECT e.id FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'transferred' ORDER BY e.number DESC LIMIT 1) t
  WHERE h."concernId" = concern AND h.state = 'transferred' AND NOT EXISTS (SELECT FROM "ChronologyEntry" r WHERE r."concernId" = concern AND r.kind = 'receipt' AND r.facts->>'transferId' = t.id::text)
    AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = concern)
$$;

-- A case is not handed on past an agency that has not answered, nor past a referral that was decided and not made. What was closed has nothing open.
CREATE FUNCTION app.nothing_is_open(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE last "ChronologyEntry";
BEGIN
  PERFORM app.nothing_to_do(concern, kind, facts);
  SELECT * INTO last FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind IN ('decided', 'referred') ORDER BY e.number DESC LIMIT 1;
  IF cardinality(app.referrals_open(concern)) > 0 OR (last.kind = 'decided' AND last.facts->>'decision' IN ('refer', 'early_help', 'lado', 'police', 'specialist_help')
    AND NOT EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = concern AND h.state = 'closed'))
  THEN RAISE EXCEPTION 'an agency is still to be asked or to answer' USING ERRCODE = 'BL002'; END IF;
END $$;
REVOKE ALL ON FUNCTION app.nothing_is_open(uuid, text, jsonb) FROM PUBLIC;
UPDATE "LineKind" SET "underLock" = 'nothing_is_open' WHERE kind = 'transferred';

-- What was high once is not handed on and written down as arrived by one adult alone. Whoever answers with the code from the file is another.
CREATE OR REPLACE FUNCTION app.receipt_is_awaited(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF app.transfer_awaited(concern) IS DISTINCT FROM (facts->>'transferId')::uuid THEN RAISE EXCEPTION 'nobody waits for it' USING ERRCODE = 'BL001'; END IF;
  IF EXISTS (SELECT FROM "ChronologyEntry" t WHERE t.id = (receipt_is_awaited.facts->>'transferId')::uuid AND t."byId" = app.viewer())
    AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'triaged' AND e.facts->>'level' IN ('emergency', 'high'))
  THEN RAISE EXCEPTION 'another adult writes it down' USING ERRCODE = '42501'; END IF;
END $$;

-- Only the newest file of a handing on answers: one that went to the wrong place is made void by making it again.
CREATE FUNCTION app.is_newest_code(code "ReceiptCode") RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM "ReceiptCode" n WHERE n."transferId" = code."transferId" AND (n.at, n.id) > (code.at, code.id))
$$;
REVOKE ALL ON FUNCTION app.is_newest_code("ReceiptCode") FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.transfer_of_code(code bytea) RETURNS TABLE ("organisationId" uuid, "settingName" text, "sentAt" timestamptz, "isAwaited" boolean, "keyId" uuid, "keyWrapped" bytea, "masterKeyId" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, e.at, app.transfer_awaited(r."concernId") IS NOT DISTINCT FROM r."transferId" AND app.is_newest_code(r), k.id, k.wrapped, k."masterKeyId"
  FROM "ReceiptCode" r JOIN "Organisation" o ON o.id = r."organisationId" JOIN "ChronologyEntry" e ON e.id = r."transferId"
    CROSS JOIN LATERAL (SELECT w.* FROM "WrappingKey" w WHERE w."organisationId" = o.id ORDER BY w."createdAt" DESC, w.id DESC LIMIT 1) k
  WHERE r."codeHash" = code
$$;

CREATE OR REPLACE FUNCTION app.confirm_receipt(code bytea, line uuid, line_words bytea, key_id uuid, key_wrapped bytea) RETURNS TABLE ("concernId" uuid, "organisationId" uuid, people uuid[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE r "ReceiptCode";
BEGIN
  SELECT * INTO r FROM "ReceiptCode" c WHERE c."codeHash" = code;
  IF r.id IS NULL THEN RAISE EXCEPTION 'no such code' USING ERRCODE = '42501'; END IF;
  PERFORM FROM "ChronologyHead" h WHERE h."concernId" = r."concernId" FOR UPDATE;
  IF EXISTS (SELECT FROM "ChronologyEntry" e WHERE e.id = line AND e."concernId" = r."concernId" AND e.facts->>'codeId' = r.id::text) THEN RETURN; END IF;
  IF NOT app.is_newest_code(r) THEN RAISE EXCEPTION 'a newer file was made' USING ERRCODE = 'BL001'; END IF;
  INSERT INTO "RowKey" ("rowId", "ofTable", "wrappingKeyId", wrapped) SELECT line, 'ChronologyEntry', k.id, key_wrapped FROM "WrappingKey" k WHERE k.id = key_id AND k."organisationId" = r."organisationId";
  PERFORM app.add_to_chronology(line, r."concernId", 'receipt', jsonb_build_object('codeId', r.id, 'transferId', r."transferId"), line_words);
  RETURN QUERY SELECT r."concernId", r."organisationId", (SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "Membership" m
    WHERE m."organisationId" = r."organisationId" AND m.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")
      AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = r."concernId" AND k."personId" = m."personId"));
END $$;
