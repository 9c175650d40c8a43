-- AlterTable
ALTER TABLE "ChronologyHead" ADD COLUMN     "categories" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ConcernCategory" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "under" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "retiredAt" TIMESTAMPTZ(3),
    "retiredById" UUID,

    CONSTRAINT "ConcernCategory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConcernCategory_organisationId_idx" ON "ConcernCategory"("organisationId");

-- Two who add the same at once: one of them does.
CREATE UNIQUE INDEX "ConcernCategory_one_of_a_name" ON "ConcernCategory" ("organisationId", lower(label)) WHERE "retiredAt" IS NULL;

ALTER TABLE "ConcernCategory" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "ConcernCategory" TO app;
GRANT UPDATE ("retiredAt", "retiredById") ON "ConcernCategory" TO app;
CREATE POLICY adults ON "ConcernCategory" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}'))::uuid[]));
CREATE POLICY leads ON "ConcernCategory" FOR INSERT TO app WITH CHECK ("addedById" = (SELECT app.viewer()) AND "retiredAt" IS NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]));
CREATE POLICY leads_retire ON "ConcernCategory" FOR UPDATE TO app USING ("retiredAt" IS NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])) WITH CHECK ("retiredAt" IS NOT NULL AND "retiredById" = (SELECT app.viewer()));

-- Are these kinds of worry of this setting's list? Those that guidance names are words; what the setting added is a row.
CREATE FUNCTION app.are_categories(place uuid, facts jsonb) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_typeof(facts->'categories') = 'array' AND jsonb_array_length(facts->'categories') BETWEEN 1 AND 8
    AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(facts->'categories') k WHERE k !~ '^[a-z_]{3,40}$' AND NOT EXISTS (SELECT FROM "ConcernCategory" c WHERE c.id::text = k AND c."organisationId" = place))
$$;
REVOKE ALL ON FUNCTION app.are_categories(uuid, jsonb) FROM PUBLIC;

-- As before, with categories. The same table as modules/safeguarding/steps.ts.
CREATE OR REPLACE FUNCTION app.case_after(state "CaseState", level "CaseLevel", step text, facts jsonb) RETURNS "CaseState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step IN ('broke-glass', 'told', 'climbed', 'looked', 'printed', 'note', 'added', 'marked', 'categorised', 'asked-who', 'struck', 'brought-in', 'let-go', 'kept-from', 'action-done', 'action-dropped') THEN state
    WHEN step = 'notified' THEN state
    WHEN step IN ('shared', 'not-shared') AND state NOT IN ('waiting', 'received') THEN state
    WHEN step IN ('chased', 'escalated') AND state = 'awaiting_agency' THEN state
    WHEN step = 'received' AND state IN ('waiting', 'received') THEN 'received'
    WHEN step = 'taken-on' AND state IN ('waiting', 'received') THEN 'taken_on'
    WHEN step IN ('discussed', 'action-set') AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN state
    WHEN step = 'handed-over' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') THEN state
    WHEN step = 'triaged' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN CASE state WHEN 'taken_on' THEN 'triaged' ELSE state END
    WHEN step = 'reviewed' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN state
    WHEN step = 'decided' AND state IN ('triaged', 'in_action', 'monitoring') THEN CASE facts->>'decision' WHEN 'nothing_more' THEN 'triaged' WHEN 'monitor' THEN 'monitoring' ELSE 'in_action' END::"CaseState"
    WHEN step = 'referred' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN 'awaiting_agency'
    WHEN step = 'agency-answered' AND state = 'awaiting_agency' THEN CASE facts->>'stillWaiting' WHEN 'true' THEN 'awaiting_agency' ELSE 'in_action' END::"CaseState"
    WHEN step = 'closed' AND state IN ('triaged', 'in_action', 'monitoring') THEN CASE WHEN level IN ('emergency', 'high') THEN 'closing' ELSE 'closed' END::"CaseState"
    WHEN step = 'signed' AND state = 'closing' THEN 'closed'
    WHEN step = 'not-signed' AND state = 'closing' THEN 'in_action'
    WHEN step = 'duplicate' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring') AND coalesce(level NOT IN ('emergency', 'high'), true) THEN 'duplicate'
    WHEN step = 'transferred' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closed') THEN 'transferred'
    WHEN step = 'reopened' AND state IN ('closed', 'duplicate', 'transferred') THEN CASE WHEN level IS NULL THEN 'taken_on' ELSE 'in_action' END::"CaseState"
  END
$$;

-- As before: whoever keeps a case says what kinds of worry it is, and what was added by mistake is struck through too.
CREATE OR REPLACE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; is_job boolean := session_user = 'system'; is_raiser boolean; is_reader boolean; is_writer boolean; next_state "CaseState"; weighs "CaseLevel";
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  is_raiser := c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor();
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));
  -- Whoever opened it in need reads, and writes nothing.
  is_writer := is_reader AND (c.id <> ALL (app.concerns_i_opened()) OR app.keeps_concern(concern));
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
    WHEN line_kind = 'note' OR line_kind = 'discussed' THEN is_writer AND line_words IS NOT NULL
    WHEN line_kind = 'added' THEN app.may_add_to(concern) AND line_words IS NOT NULL AND line_facts ? 'part' AND (NOT line_facts ? 'categories' OR app.are_categories(c."organisationId", line_facts))
    WHEN line_kind = 'categorised' THEN app.keeps_concern(concern) AND app.are_categories(c."organisationId", line_facts)
    WHEN line_kind = 'broke-glass' THEN line_words IS NOT NULL AND EXISTS (SELECT FROM "GlassBroken" g WHERE g.id = line AND g."concernId" = concern AND g."personId" = line_by)
    WHEN line_kind = 'marked' THEN (is_writer OR app.may_add_to(concern)) AND line_words IS NOT NULL
    WHEN line_kind = 'asked-who' THEN app.may_ask_who(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'struck' THEN is_writer AND line_words IS NOT NULL
      AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.number = (line_facts->>'number')::int AND e.kind IN ('note', 'discussed', 'shared', 'not-shared', 'added', 'marked') AND (e."byId" = line_by OR app.keeps_concern(concern)))
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
    "reviewOn" = CASE WHEN next_state IN ('closed', 'duplicate', 'transferred') THEN NULL WHEN line_facts ? 'reviewOn' THEN (line_facts->>'reviewOn')::date ELSE head."reviewOn" END,
    -- What whoever raised it called it counts until somebody who keeps the case has said.
    categories = CASE WHEN line_kind = 'categorised' OR (line_kind = 'added' AND line_facts ? 'categories' AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'categorised'))
      THEN ARRAY(SELECT jsonb_array_elements_text(line_facts->'categories')) ELSE head.categories END
  WHERE "concernId" = concern;
  RETURN head.length + 1;
END $$;
