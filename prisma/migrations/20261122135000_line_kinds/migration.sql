-- CreateTable
CREATE TABLE "LineKind" (
    "kind" TEXT NOT NULL,
    "fromStates" "CaseState"[],
    "toState" "CaseState",
    "becomes" TEXT,
    "who" TEXT[],
    "hasWords" BOOLEAN NOT NULL DEFAULT false,
    "proviso" TEXT,
    "underLock" TEXT,
    "isStrikable" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LineKind_pkey" PRIMARY KEY ("kind")
);

-- A kind without anybody named needs a proviso, or everybody could add it.
ALTER TABLE "LineKind" ADD CONSTRAINT "LineKind_somebody" CHECK (who <> '{}' OR proviso IS NOT NULL),
  ADD CONSTRAINT "LineKind_who" CHECK (who <@ '{job,raising,adder,reader,writer,keeper}'),
  ADD CONSTRAINT "LineKind_to" CHECK ("toState" IS NULL OR becomes IS NULL),
  ALTER COLUMN "fromStates" SET NOT NULL, ALTER COLUMN who SET NOT NULL;
ALTER TABLE "LineKind" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "LineKind" TO app;
CREATE POLICY whoever_is_here ON "LineKind" FOR SELECT TO app USING ((SELECT app.viewer()) IS NOT NULL);

INSERT INTO "LineKind" (kind, "fromStates", "toState", becomes, who, "hasWords", proviso, "underLock", "isStrikable") VALUES
  -- How it reaches people.
  ('raised', '{}', 'waiting', NULL, '{raising}', false, NULL, NULL, false),
  ('told', '{}', NULL, NULL, '{job,raising}', false, NULL, NULL, false),
  ('climbed', '{}', NULL, NULL, '{job}', false, NULL, NULL, false),
  ('received', '{waiting,received}', 'received', NULL, '{}', false, 'line_is_receipt', NULL, false),
  ('taken-on', '{waiting,received}', 'taken_on', NULL, '{}', false, 'line_is_taking_on', NULL, false),
  -- Who looked.
  ('looked', '{}', NULL, NULL, '{reader}', false, NULL, NULL, false),
  ('printed', '{}', NULL, NULL, '{reader}', false, NULL, NULL, false),
  ('asked-who', '{}', NULL, NULL, '{}', true, 'line_asks_who', NULL, false),
  ('broke-glass', '{}', NULL, NULL, '{}', true, 'line_is_glass', NULL, false),
  -- What is written down.
  ('note', '{}', NULL, NULL, '{writer}', true, NULL, NULL, true),
  ('discussed', '{taken_on,triaged,in_action,monitoring,awaiting_agency}', NULL, NULL, '{writer}', true, NULL, NULL, true),
  ('added', '{}', NULL, NULL, '{adder}', true, 'line_has_part', NULL, true),
  ('marked', '{}', NULL, NULL, '{writer,adder}', true, NULL, NULL, true),
  ('categorised', '{}', NULL, NULL, '{keeper}', false, 'line_has_categories', NULL, false),
  ('struck', '{}', NULL, NULL, '{writer}', true, 'line_strikes', NULL, false),
  ('notified', '{}', NULL, NULL, '{adder,keeper}', true, 'line_is_a_persons', NULL, false),
  -- Who works on it.
  ('brought-in', '{}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('let-go', '{}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('kept-from', '{}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('handed-over', '{taken_on,triaged,in_action,monitoring,awaiting_agency,closing}', NULL, NULL, '{keeper}', false, 'line_hands_over', NULL, false),
  -- What is done.
  ('triaged', '{taken_on,triaged,in_action,monitoring,awaiting_agency}', NULL, 'after_triaged', '{keeper}', false, NULL, NULL, false),
  ('decided', '{triaged,in_action,monitoring}', NULL, 'after_decided', '{keeper}', false, NULL, NULL, false),
  ('action-set', '{taken_on,triaged,in_action,monitoring,awaiting_agency}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('action-done', '{}', NULL, NULL, '{}', false, 'line_ends_action', NULL, false),
  ('action-dropped', '{}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  ('reviewed', '{triaged,in_action,monitoring,awaiting_agency}', NULL, NULL, '{keeper}', false, NULL, NULL, false),
  -- Who else is told.
  ('shared', '{taken_on,triaged,in_action,monitoring,awaiting_agency,closing,closed,duplicate,transferred}', NULL, NULL, '{keeper}', true, NULL, NULL, true),
  ('not-shared', '{taken_on,triaged,in_action,monitoring,awaiting_agency,closing,closed,duplicate,transferred}', NULL, NULL, '{keeper}', true, NULL, NULL, true),
  ('referred', '{triaged,in_action,monitoring,awaiting_agency}', 'awaiting_agency', NULL, '{keeper}', false, NULL, NULL, false),
  ('chased', '{awaiting_agency}', NULL, NULL, '{keeper}', true, NULL, 'referral_is_open', false),
  ('escalated', '{awaiting_agency}', NULL, NULL, '{keeper}', true, NULL, 'referral_is_open', false),
  ('agency-answered', '{awaiting_agency}', NULL, 'after_agency_answered', '{keeper}', false, NULL, 'referral_is_open', false),
  -- How it ends.
  ('closed', '{triaged,in_action,monitoring}', NULL, 'after_closed', '{keeper}', false, NULL, 'nothing_to_do', false),
  ('signed', '{closing}', 'closed', NULL, '{}', false, 'line_signs', NULL, false),
  ('not-signed', '{closing}', 'in_action', NULL, '{keeper}', false, NULL, NULL, false),
  ('duplicate', '{taken_on,triaged,in_action,monitoring}', NULL, 'after_duplicate', '{keeper}', false, 'line_is_same_as_open', 'nothing_to_do', false),
  ('transferred', '{triaged,in_action,monitoring,awaiting_agency,closed}', 'transferred', NULL, '{keeper}', false, NULL, 'nothing_to_do', false),
  ('reopened', '{closed,duplicate,transferred}', NULL, 'after_reopened', '{keeper}', false, NULL, NULL, false);

-- Where a case stands after a step that may end in more than one state. Level: what it weighs.
CREATE FUNCTION app.after_triaged(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE state WHEN 'taken_on' THEN 'triaged' ELSE state END $$;
CREATE FUNCTION app.after_decided(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE facts->>'decision' WHEN 'nothing_more' THEN 'triaged' WHEN 'monitor' THEN 'monitoring' ELSE 'in_action' END::"CaseState" $$;
CREATE FUNCTION app.after_agency_answered(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE facts->>'stillWaiting' WHEN 'true' THEN 'awaiting_agency' ELSE 'in_action' END::"CaseState" $$;
CREATE FUNCTION app.after_closed(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE WHEN level IN ('emergency', 'high') THEN 'closing' ELSE 'closed' END::"CaseState" $$;
CREATE FUNCTION app.after_duplicate(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE WHEN level IN ('emergency', 'high') THEN NULL ELSE 'duplicate' END::"CaseState" $$;
-- A case that was handed on while an agency was waited for, and is opened again, still waits for it.
CREATE FUNCTION app.after_reopened(state "CaseState", level "CaseLevel", facts jsonb) RETURNS "CaseState" LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
AS $$ SELECT CASE WHEN level IS NULL THEN 'taken_on' WHEN facts->>'stillWaiting' = 'true' THEN 'awaiting_agency' ELSE 'in_action' END::"CaseState" $$;

-- Null: not a step from there.
DROP FUNCTION app.case_after("CaseState", "CaseLevel", text, jsonb);
CREATE FUNCTION app.case_after(state "CaseState", level "CaseLevel", step text, facts jsonb) RETURNS "CaseState"
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE k "LineKind"; after "CaseState";
BEGIN
  SELECT * INTO k FROM "LineKind" WHERE kind = step;
  IF k.kind IS NULL OR (k."fromStates" <> '{}' AND state <> ALL (k."fromStates")) THEN RETURN NULL; END IF;
  IF k.becomes IS NULL THEN RETURN coalesce(k."toState", state); END IF;
  EXECUTE format('SELECT app.%I($1, $2, $3)', k.becomes) INTO after USING state, level, facts;
  RETURN after;
END $$;
REVOKE ALL ON FUNCTION app.case_after("CaseState", "CaseLevel", text, jsonb) FROM PUBLIC;

-- Provisos: (line, concern, facts).
CREATE FUNCTION app.line_is_receipt(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM "ConcernReceipt" r WHERE r."concernId" = concern AND r."byId" = app.viewer()) $$;
CREATE FUNCTION app.line_is_taking_on(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = app.viewer()) $$;
CREATE FUNCTION app.line_asks_who(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT app.may_ask_who(concern) $$;
CREATE FUNCTION app.line_is_glass(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM "GlassBroken" g WHERE g.id = line AND g."concernId" = concern AND g."personId" = app.viewer()) $$;
CREATE FUNCTION app.line_has_categories(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT app.are_categories((SELECT c."organisationId" FROM "Concern" c WHERE c.id = concern), facts) $$;
CREATE FUNCTION app.line_has_part(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT facts ? 'part' AND (NOT facts ? 'categories' OR app.line_has_categories(line, concern, facts)) $$;
CREATE FUNCTION app.line_strikes(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" e JOIN "LineKind" k ON k.kind = e.kind AND k."isStrikable"
      WHERE e."concernId" = concern AND e.number = (line_strikes.facts->>'number')::int AND (e."byId" = app.viewer() OR app.keeps_concern(concern)))
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'struck' AND e.facts->>'number' = line_strikes.facts->>'number')
$$;
CREATE FUNCTION app.line_is_a_persons(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT app.viewer() IS NOT NULL $$;
-- A case is handed to whoever keeps it, and to nobody else.
CREATE FUNCTION app.line_hands_over(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT (facts->>'toId')::uuid = ANY (app.keepers_of(concern)) $$;
CREATE FUNCTION app.line_ends_action(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM "CaseAction" a JOIN "CaseActionEnd" d ON d."actionId" = a.id
      WHERE a.id = (line_ends_action.facts->>'actionId')::uuid AND a."concernId" = concern AND d."byId" = app.viewer() AND d."isDone")
    AND concern <> ALL (app.concerns_kept_from_me())
    AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'action-done' AND e.facts->>'actionId' = line_ends_action.facts->>'actionId')
$$;
CREATE FUNCTION app.line_signs(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT app.may_sign_closing(concern) $$;
CREATE FUNCTION app.line_is_same_as_open(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT concern <> (facts->>'ofId')::uuid AND EXISTS (SELECT FROM "ChronologyHead" o JOIN "Concern" c ON c.id = concern
    WHERE o."concernId" = (facts->>'ofId')::uuid AND o."organisationId" = c."organisationId" AND o.state NOT IN ('closed', 'duplicate', 'transferred'))
$$;

-- Under the lock of the head: (concern, kind, facts).
CREATE FUNCTION app.referral_is_open(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  -- An agency answers, and is rung again, while it is waited for; whether the case still waits is what is left.
  IF NOT coalesce((facts->>'referralId')::uuid = ANY (app.referrals_open(concern)), false) THEN RAISE EXCEPTION 'nobody waits for it' USING ERRCODE = 'BL001'; END IF;
  IF kind = 'agency-answered' AND coalesce((facts->>'stillWaiting')::boolean, false)
    <> (NOT coalesce((facts->>'isEnd')::boolean, false) OR app.referrals_open(concern) <> ARRAY[(facts->>'referralId')::uuid]) THEN RAISE EXCEPTION 'it has moved on' USING ERRCODE = 'BL001'; END IF;
END $$;
CREATE FUNCTION app.nothing_to_do(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = concern AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id))
  THEN RAISE EXCEPTION 'something is still to be done' USING ERRCODE = 'BL002'; END IF;
END $$;

-- They run as whoever adds a line: app.add_to_chronology, which is the owner's.
DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND (p.proname IN (SELECT becomes FROM "LineKind" UNION SELECT proviso FROM "LineKind" UNION SELECT "underLock" FROM "LineKind"))
  LOOP EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f); END LOOP;
END $$;

-- The one way to add a line. Which kinds there are, from where and by whom is the table above; what follows from a kind is on the head.
-- Who may add it is asked under the lock of the head, and nothing comes after the last line.
CREATE OR REPLACE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; k "LineKind"; is_reader boolean; is_allowed boolean; next_state "CaseState"; weighs "CaseLevel";
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  SELECT * INTO k FROM "LineKind" WHERE kind = line_kind;
  -- Two who find two concerns to be one, each the other way round, meet at the same lock first.
  IF line_kind = 'duplicate' THEN PERFORM FROM "ChronologyHead" WHERE "concernId" IN (concern, (line_facts->>'ofId')::uuid) ORDER BY "concernId" FOR UPDATE; END IF;
  SELECT * INTO head FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;
  -- Whoever waited at the lock while it was destroyed comes too late, whatever they were when they began.
  IF line_kind <> 'destroyed' AND EXISTS (SELECT FROM "ConcernDestroyed" x WHERE x."concernId" = concern) THEN RAISE EXCEPTION 'it is destroyed' USING ERRCODE = 'BL001'; END IF;
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));

  is_allowed := c.id IS NOT NULL AND k.kind IS NOT NULL AND (head."concernId" IS NULL) = (line_kind = 'raised') AND (line_words IS NOT NULL OR NOT k."hasWords") AND (k.who = '{}'
    OR ('job' = ANY (k.who) AND session_user = 'system')
    OR ('raising' = ANY (k.who) AND coalesce(head.length, 0) <= 1 AND coalesce(c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor(), false))
    OR ('adder' = ANY (k.who) AND app.may_add_to(concern))
    OR ('reader' = ANY (k.who) AND is_reader)
    -- Whoever opened it in need reads, and writes nothing.
    OR ('writer' = ANY (k.who) AND is_reader AND (concern <> ALL (app.concerns_i_opened()) OR app.keeps_concern(concern)))
    OR ('keeper' = ANY (k.who) AND app.keeps_concern(concern)));
  IF is_allowed AND k.proviso IS NOT NULL THEN EXECUTE format('SELECT app.%I($1, $2, $3)', k.proviso) INTO is_allowed USING line, concern, line_facts; END IF;
  IF NOT coalesce(is_allowed, false) THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;

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
    IF k."underLock" IS NOT NULL THEN EXECUTE format('SELECT app.%I($1, $2, $3)', k."underLock") USING concern, line_kind, line_facts; END IF;
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
