-- CreateTable
CREATE TABLE "ReportingDuty" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "inForceFrom" DATE,
    "explanation" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ReportingDuty_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportingDuty_organisationId_at_idx" ON "ReportingDuty"("organisationId", "at");

-- AddForeignKey
ALTER TABLE "ReportingDuty" ADD CONSTRAINT "ReportingDuty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The duty to report child sexual offences ────────────────────────────────────────────────────────────────────────
-- Whoever belongs to the setting may read what it says; its lead and deputies set it.
ALTER TABLE "ReportingDuty" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "ReportingDuty" TO app;
CREATE POLICY members ON "ReportingDuty" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]));
CREATE POLICY leads ON "ReportingDuty" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) AND "byId" = (SELECT app.viewer()));

-- What this person wrote down about telling the police or the local authority: that they did, whom, and when. The words they do not read back.
CREATE FUNCTION app.my_notifications(concern uuid) RETURNS TABLE (id uuid, at timestamptz, notified text, "happenedAt" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.at, e.facts->>'notified', e.facts->>'happenedAt' FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'notified' AND e."byId" = app.viewer()
$$;
REVOKE ALL ON FUNCTION app.my_notifications(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_notifications(uuid) TO app;

-- As before; whoever raised a concern writes that down while they belong to its setting.
CREATE OR REPLACE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; is_job boolean := session_user = 'system'; is_raiser boolean; is_reader boolean; next_state "CaseState"; weighs "CaseLevel";
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  is_raiser := c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor();
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));
  -- Two who find two concerns to be one, each the other way round, meet at the same lock first.
  IF line_kind = 'duplicate' THEN PERFORM FROM "ChronologyHead" WHERE "concernId" IN (concern, (line_facts->>'ofId')::uuid) ORDER BY "concernId" FOR UPDATE; END IF;
  SELECT * INTO head FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;

  IF c.id IS NULL OR NOT coalesce(CASE
    WHEN line_kind = 'raised' THEN is_raiser AND head."concernId" IS NULL
    WHEN line_kind = 'told' THEN is_job OR (is_raiser AND head.length = 1)
    WHEN line_kind = 'climbed' THEN is_job
    WHEN line_kind = 'received' THEN EXISTS (SELECT FROM "ConcernReceipt" r WHERE r."concernId" = concern AND r."byId" = line_by)
    WHEN line_kind = 'taken-on' THEN EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = line_by)
    WHEN line_kind IN ('looked', 'printed') THEN is_reader
    WHEN line_kind = 'note' OR line_kind = 'discussed' THEN is_reader AND line_words IS NOT NULL
    WHEN line_kind = 'added' THEN app.may_add_to(concern) AND line_words IS NOT NULL AND line_facts ? 'part'
    WHEN line_kind = 'marked' THEN (is_reader OR app.may_add_to(concern)) AND line_words IS NOT NULL
    WHEN line_kind = 'asked-who' THEN app.may_ask_who(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'struck' THEN is_reader AND line_words IS NOT NULL
      AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.number = (line_facts->>'number')::int AND e.kind IN ('note', 'discussed', 'shared', 'not-shared') AND (e."byId" = line_by OR app.keeps_concern(concern)))
      AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'struck' AND e.facts->>'number' = line_facts->>'number')
    WHEN line_kind = 'action-done' THEN EXISTS (SELECT FROM "CaseAction" a JOIN "CaseActionEnd" d ON d."actionId" = a.id WHERE a.id = (line_facts->>'actionId')::uuid AND a."concernId" = concern AND d."byId" = line_by AND d."isDone")
      AND concern <> ALL (app.concerns_kept_from_me()) AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'action-done' AND e.facts->>'actionId' = line_facts->>'actionId')
    WHEN line_kind IN ('shared', 'not-shared', 'chased', 'escalated') THEN app.keeps_concern(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'notified' THEN line_by IS NOT NULL AND (app.may_add_to(concern) OR app.keeps_concern(concern)) AND line_words IS NOT NULL
    WHEN line_kind = 'signed' THEN app.may_sign_closing(concern)
    WHEN line_kind = 'duplicate' THEN app.keeps_concern(concern) AND concern <> (line_facts->>'ofId')::uuid
      AND EXISTS (SELECT FROM "ChronologyHead" o WHERE o."concernId" = (line_facts->>'ofId')::uuid AND o."organisationId" = c."organisationId" AND o.state NOT IN ('closed', 'duplicate', 'transferred'))
    WHEN line_kind IN ('triaged', 'decided', 'referred', 'agency-answered', 'action-set', 'action-dropped', 'reviewed', 'closed', 'not-signed', 'reopened', 'transferred', 'brought-in', 'let-go', 'kept-from')
      THEN app.keeps_concern(concern)
    WHEN line_kind = 'handed-over' THEN app.keeps_concern(concern) AND app.may_have_part(concern, (line_facts->>'toId')::uuid)
    END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;

  -- A look counts once a person, record and quarter of an hour.
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = line_by AND e.at > line_at - interval '15 minutes')
  THEN RETURN NULL; END IF;

  IF head."concernId" IS NULL THEN
    INSERT INTO "ChronologyHead" ("concernId", "organisationId", length, hash) VALUES (concern, c."organisationId", 0, decode(repeat('00', 32), 'hex')) RETURNING * INTO head;
    next_state := 'waiting';
  ELSE
    -- What was high once needs a second signature, whatever it was called afterwards.
    weighs := CASE WHEN EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'triaged' AND e.facts->>'level' IN ('emergency', 'high')) THEN 'high' ELSE head."caseLevel" END;
    next_state := app.case_after(head.state, weighs, line_kind, line_facts);
    IF next_state IS NULL THEN RAISE EXCEPTION 'not a step from %', head.state USING ERRCODE = 'BL001'; END IF;
    -- Under the lock: an agency answers, and is rung again, while it is waited for; whether the case still waits is what is left.
    IF line_kind IN ('agency-answered', 'chased', 'escalated') AND NOT coalesce((line_facts->>'referralId')::uuid = ANY (app.referrals_open(concern)), false) THEN RAISE EXCEPTION 'nobody waits for it' USING ERRCODE = 'BL001'; END IF;
    IF line_kind = 'agency-answered' AND coalesce((line_facts->>'stillWaiting')::boolean, false)
      <> (NOT coalesce((line_facts->>'isEnd')::boolean, false) OR app.referrals_open(concern) <> ARRAY[(line_facts->>'referralId')::uuid]) THEN RAISE EXCEPTION 'it has moved on' USING ERRCODE = 'BL001'; END IF;
    -- Under the lock: nothing that is still to be done is left behind.
    IF line_kind IN ('closed', 'duplicate', 'transferred') AND EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = concern AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id))
    THEN RAISE EXCEPTION 'something is still to be done' USING ERRCODE = 'BL002'; END IF;
  END IF;
  link := sha256(head.hash
    || convert_to(concat_ws('|', head.length + 1, line, concern, c."organisationId", line_kind, coalesce(line_by::text, ''), (extract(epoch FROM line_at) * 1000)::bigint, line_facts::text), 'UTF8')
    || sha256(coalesce(line_words, '')));
  INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, facts, words, hash)
    VALUES (line, c."organisationId", concern, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "ChronologyHead" SET length = head.length + 1, hash = link, state = next_state,
    "caseLevel" = CASE WHEN line_kind = 'triaged' THEN (line_facts->>'level')::"CaseLevel" ELSE head."caseLevel" END,
    "holderId" = CASE line_kind WHEN 'taken-on' THEN line_by WHEN 'handed-over' THEN (line_facts->>'toId')::uuid WHEN 'reopened' THEN line_by ELSE head."holderId" END,
    "reviewOn" = CASE WHEN next_state IN ('closed', 'duplicate', 'transferred') THEN NULL WHEN line_facts ? 'reviewOn' THEN (line_facts->>'reviewOn')::date ELSE head."reviewOn" END
  WHERE "concernId" = concern;
  RETURN head.length + 1;
END $$;
