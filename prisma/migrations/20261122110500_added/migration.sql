-- ── Added by whoever raised it, and marks on a body ─────────────────────────────────────────────────────────────────
-- Whoever raised a concern may add to it while they belong to its setting, or while their visit lasts.
CREATE FUNCTION app.may_add_to(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id WHERE c.id = concern
    AND ((c."raisedById" = app.viewer() AND c."organisationId" = ANY (app.my_organisations())) OR c."raisedByMenteeId" = app.visitor()))
$$;

-- That they added something, which part, and when. Never what it says: they do not read it back.
CREATE FUNCTION app.my_additions(concern uuid) RETURNS TABLE (id uuid, at timestamptz, part text, "hasMark" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.at, CASE e.kind WHEN 'marked' THEN 'marks' ELSE e.facts->>'part' END, coalesce((e.facts->>'hasMark')::boolean, false)
  FROM "ChronologyEntry" e JOIN "Concern" c ON c.id = e."concernId"
  WHERE c.id = concern AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor())
    AND e.kind IN ('added', 'marked') AND e."byId" IS NOT DISTINCT FROM app.viewer()
$$;

-- Whose open pages show a concern of mine, and who is to get a letter: whoever looks after it, unless they have one about something they have not looked at yet.
CREATE FUNCTION app.readers_of_mine(concern uuid) RETURNS TABLE ("personId" uuid, "isToWrite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", coalesce(m."personId" = h."holderId", false) AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('added', 'marked', 'notified')
    AND e.number > coalesce((SELECT max(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = c.id AND l.kind = 'looked' AND l."byId" = m."personId"), 0))
  FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id JOIN "Membership" m ON m."organisationId" = c."organisationId" AND app.is_current(m."startsAt", m."endsAt")
  WHERE c.id = concern AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor())
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = m."personId")
    AND (m."personId" = h."holderId"
      OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = c.id AND r."personId" = m."personId" AND r."endedAt" IS NULL)
      OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = m."personId" AND a.rung <> 'delivery_site'
        AND (m.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead') OR (m.role = 'youth_worker' AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id)))))
$$;

REVOKE ALL ON FUNCTION app.may_add_to(uuid), app.my_additions(uuid), app.readers_of_mine(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_add_to(uuid), app.my_additions(uuid), app.readers_of_mine(uuid) TO app;

-- What was added to a case that has ended is looked for by day.
CREATE INDEX "ChronologyEntry_added" ON "ChronologyEntry" ("organisationId", at) WHERE kind IN ('added', 'marked');

-- As before, with what is added. The same table as modules/safeguarding/steps.ts.
CREATE OR REPLACE FUNCTION app.case_after(state "CaseState", level "CaseLevel", step text, facts jsonb) RETURNS "CaseState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step IN ('told', 'climbed', 'looked', 'printed', 'note', 'added', 'marked', 'asked-who', 'struck', 'brought-in', 'let-go', 'kept-from', 'action-done', 'action-dropped') THEN state
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

-- As before: and whoever raised it adds to it, and they and its readers mark where on a body something was seen.
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
    WHEN line_kind = 'notified' THEN (is_raiser OR app.keeps_concern(concern)) AND line_words IS NOT NULL
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
