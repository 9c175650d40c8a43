-- CreateTable
CREATE TABLE "ReceiptCode" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "transferId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ReceiptCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReceiptCode_codeHash_key" ON "ReceiptCode"("codeHash");

-- CreateIndex
CREATE INDEX "ReceiptCode_concernId_idx" ON "ReceiptCode"("concernId");

-- CreateIndex
CREATE INDEX "ReceiptCode_organisationId_idx" ON "ReceiptCode"("organisationId");

-- AddForeignKey
ALTER TABLE "ReceiptCode" ADD CONSTRAINT "ReceiptCode_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────
INSERT INTO "LineKind" (kind, "fromStates", "toState", becomes, who, "hasWords", proviso, "underLock", "isStrikable") VALUES
  ('exported', '{}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('receipt', '{transferred}', NULL, NULL, '{}', true, 'line_is_receipt_of_pack', 'receipt_is_awaited', false);
UPDATE "LineKind" SET "hasWords" = true WHERE kind = 'transferred';

-- A keeper writes down that it has arrived; or the receiving lead says so at the door, with a code from the pack.
CREATE FUNCTION app.line_is_receipt_of_pack(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT app.keeps_concern(concern) OR (session_user = 'door' AND EXISTS (SELECT FROM "ReceiptCode" r
    WHERE r.id = (line_is_receipt_of_pack.facts->>'codeId')::uuid AND r."concernId" = concern AND r."transferId" = (line_is_receipt_of_pack.facts->>'transferId')::uuid))
$$;
-- The line that hands a case on, while nobody has said that it arrived. One that was opened again and handed on a second time waits anew.
-- Of what is destroyed nobody waits to hear.
CREATE FUNCTION app.transfer_awaited(concern uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM "ChronologyHead" h CROSS JOIN LATERAL (SELECT e.id FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'transferred' ORDER BY e.number DESC LIMIT 1) t
  WHERE h."concernId" = concern AND h.state = 'transferred' AND NOT EXISTS (SELECT FROM "ChronologyEntry" r WHERE r."concernId" = concern AND r.kind = 'receipt' AND r.facts->>'transferId' = t.id::text)
    AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = concern)
$$;
-- What was high once is not handed on and written down as arrived by one adult alone. Whoever answers with the code from the file is another.
CREATE FUNCTION app.receipt_is_awaited(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF app.transfer_awaited(concern) IS DISTINCT FROM (facts->>'transferId')::uuid THEN RAISE EXCEPTION 'nobody waits for it' USING ERRCODE = 'BL001'; END IF;
  IF app.hands_on_alone(concern, (facts->>'transferId')::uuid) THEN RAISE EXCEPTION 'another adult writes it down' USING ERRCODE = '42501'; END IF;
END $$;

-- ── The code in a pack ──────────────────────────────────────────────────────────────────────────────────────────────
-- Written by whoever makes the pack, and read by nobody: it is compared at the door.
ALTER TABLE "ReceiptCode" ENABLE ROW LEVEL SECURITY;
GRANT INSERT ON "ReceiptCode" TO app;
CREATE POLICY keepers ON "ReceiptCode" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND app.keeps_concern("concernId") AND "transferId" = app.transfer_awaited("concernId"));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ReceiptCode" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- What the page at the door says of a code: which setting, when, and whether it is still waited for; and the key under which the answer is sealed, which is of no use without the master key.
CREATE FUNCTION app.transfer_of_code(code bytea) RETURNS TABLE ("organisationId" uuid, "settingName" text, "sentAt" timestamptz, "isAwaited" boolean, "keyId" uuid, "keyWrapped" bytea, "masterKeyId" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, e.at, app.transfer_awaited(r."concernId") IS NOT DISTINCT FROM r."transferId", k.id, k.wrapped, k."masterKeyId"
  FROM "ReceiptCode" r JOIN "Organisation" o ON o.id = r."organisationId" JOIN "ChronologyEntry" e ON e.id = r."transferId"
    CROSS JOIN LATERAL (SELECT w.* FROM "WrappingKey" w WHERE w."organisationId" = o.id ORDER BY w."createdAt" DESC, w.id DESC LIMIT 1) k
  WHERE r."codeHash" = code
$$;

-- It has arrived, says whoever has the code. Gives back which concern, and who is to hear of it; nothing where this very line is there already.
CREATE FUNCTION app.confirm_receipt(code bytea, line uuid, line_words bytea, key_id uuid, key_wrapped bytea) RETURNS TABLE ("concernId" uuid, "organisationId" uuid, people uuid[])
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

REVOKE ALL ON FUNCTION app.line_is_receipt_of_pack(uuid, uuid, jsonb), app.receipt_is_awaited(uuid, text, jsonb), app.transfer_awaited(uuid), app.transfer_of_code(bytea), app.confirm_receipt(bytea, uuid, bytea, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.transfer_awaited(uuid) TO app;
GRANT EXECUTE ON FUNCTION app.transfer_of_code(bytea), app.confirm_receipt(bytea, uuid, bytea, uuid, bytea) TO door;
