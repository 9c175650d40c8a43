-- AlterEnum
ALTER TYPE "CaseClock" ADD VALUE 'arriving';

-- The job whose clock it is asks too.
GRANT EXECUTE ON FUNCTION app.transfer_awaited(uuid) TO system;

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
