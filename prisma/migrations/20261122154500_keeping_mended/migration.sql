-- ── A line, and the moment in which it is destroyed ─────────────────────────────────────────────────────────────────
-- As before; who may add it is asked under the lock of the head, and nothing comes after the last line.
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

-- As before: of what is destroyed nobody waits to hear.
CREATE OR REPLACE FUNCTION app.transfer_awaited(concern uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM "ChronologyHead" h CROSS JOIN LATERAL (SELECT e.id FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'transferred' ORDER BY e.number DESC LIMIT 1) t
  WHERE h."concernId" = concern AND h.state = 'transferred' AND NOT EXISTS (SELECT FROM "ChronologyEntry" r WHERE r."concernId" = concern AND r.kind = 'receipt' AND r.facts->>'transferId' = t.id::text)
    AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = concern)
$$;

-- ── How long ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- The longest rule that ever held for it. Every kind anybody ever called it counts, whatever it is called now, and a kind of the setting's own is what it is under (a heading that has child sexual abuse in it may mean that: nobody can tell, so the longest); the duty to report is about child sexual abuse alone.
CREATE FUNCTION app.rule_of_concern(concern uuid) RETURNS TABLE (rule text, days int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH said AS (SELECT k FROM "ChronologyEntry" e, jsonb_array_elements_text(e.facts->'categories') k WHERE e."concernId" = concern AND jsonb_typeof(e.facts->'categories') = 'array'),
    kinds AS (SELECT k FROM said UNION SELECT c.under FROM "ConcernCategory" c JOIN said ON c.id::text = said.k)
  SELECT r.what, r.days FROM "RetentionRule" r WHERE r.what = 'safeguarding.concern'
    OR (r.what = 'safeguarding.concern about-adult' AND (EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c."isAboutAdult") OR EXISTS (SELECT FROM "AdultConcern" a WHERE a."concernId" = concern)
      OR EXISTS (SELECT FROM kinds WHERE k IN ('about_adult', 'allegation', 'low_level'))))
    OR (r.what = 'safeguarding.concern sexual-abuse' AND (EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'notified')
      OR EXISTS (SELECT FROM kinds WHERE k IN ('sexual_abuse', 'sexual_exploitation', 'harmful_sexual_behaviour', 'sextortion', 'intimate_images', 'fgm'))
      OR EXISTS (SELECT FROM "ConcernCategory" c JOIN said ON c.id::text = said.k WHERE c.under IN ('abuse', 'exploitation', 'child_on_child', 'online', 'honour_based'))))
  ORDER BY r.days DESC LIMIT 1
$$;
-- What it was found to be the same as, and what that is the same as in turn: its words are part of that, and it does not go before it.
CREATE FUNCTION app.same_as(concern uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE same AS (
    SELECT concern AS id
    UNION SELECT (SELECT (e.facts->>'ofId')::uuid FROM "ChronologyEntry" e WHERE e."concernId" = s.id AND e.kind = 'duplicate' ORDER BY e.number DESC LIMIT 1) FROM same s JOIN "ChronologyHead" h ON h."concernId" = s.id WHERE h.state = 'duplicate')
  SELECT s.id FROM same s WHERE s.id <> concern AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = s.id)
$$;
-- The holds under which it stays: on itself, on what it is the same as, on whoever raised either, or whom it is kept from.
CREATE FUNCTION app.holds_of_concern(concern uuid) RETURNS SETOF "LegalHold"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.* FROM "Concern" c JOIN "LegalHold" l ON l."organisationId" = c."organisationId" AND l."endedAt" IS NULL
  WHERE (c.id = concern OR c.id IN (SELECT app.same_as(concern))) AND (l."concernId" = c.id OR l."personId" = c."raisedById" OR l."menteeId" = c."raisedByMenteeId"
    OR l."personId" IN (SELECT k."personId" FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id))
$$;
CREATE OR REPLACE FUNCTION app.concern_is_held(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT FROM app.holds_of_concern(concern)) $$;
CREATE FUNCTION app.concern_kept_until(concern uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k."untilDay" FROM "KeptLonger" k WHERE k."subjectId" = concern ORDER BY k.at DESC, k.id DESC LIMIT 1
$$;

-- As before; with every kind it was ever called, with what it is the same as, and never while the register about an adult still works on what was found in it.
CREATE OR REPLACE FUNCTION app.concern_times(settings uuid[]) RETURNS TABLE ("concernId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "keptUntil" date, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c."organisationId", r.rule, r.days,
    greatest(c."raisedAt" + make_interval(days => r.days), (SELECT max(o."raisedAt" + make_interval(days => q.days)) FROM app.same_as(c.id) s JOIN "Concern" o ON o.id = s CROSS JOIN LATERAL app.rule_of_concern(o.id) q)),
    greatest(app.concern_kept_until(c.id), (SELECT max(app.concern_kept_until(s)) FROM app.same_as(c.id) s)), app.concern_is_held(c.id),
    (SELECT max(e.number) FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind NOT IN ('looked', 'printed'))
  FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id CROSS JOIN LATERAL app.rule_of_concern(c.id) r
  WHERE c."organisationId" = ANY (settings) AND h.state IN ('closed', 'duplicate', 'transferred')
    AND c."raisedAt" <= app.now() - (SELECT make_interval(days => min(k.days)) FROM "RetentionRule" k WHERE k.what LIKE 'safeguarding.concern%')
    AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = c.id)
    AND NOT EXISTS (SELECT FROM app.same_as(c.id) s JOIN "ChronologyHead" o ON o."concernId" = s WHERE o.state NOT IN ('closed', 'duplicate', 'transferred'))
    AND NOT EXISTS (SELECT FROM "AdultConcern" a JOIN "AdultHead" x ON x."adultConcernId" = a.id WHERE a."concernId" = c.id AND x.state <> 'closed')
$$;
-- As before. What stays only through a hold on this viewer is not there either: they would learn of it.
CREATE OR REPLACE FUNCTION app.concerns_due() RETURNS TABLE ("concernId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."concernId", t."organisationId", t.rule, t.days, t."dueAt", t."isHeld", t.length FROM app.concern_times(app.settings_i_safeguard()) t
  WHERE t."dueAt" <= app.now() AND coalesce(t."keptUntil" <= (app.now() AT TIME ZONE 'Europe/London')::date, true) AND t."concernId" <> ALL (app.concerns_kept_from_me())
    AND (NOT t."isHeld" OR EXISTS (SELECT FROM app.holds_of_concern(t."concernId") l WHERE l."personId" IS DISTINCT FROM app.viewer()))
$$;

-- ── Hold, keep longer, and destroy ──────────────────────────────────────────────────────────────────────────────────
-- Whoever holds or keeps longer waits for a destruction that runs, and is told where it was first (BL018).
CREATE OR REPLACE FUNCTION app.hold_waits_its_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.one_of_keeping(NEW."organisationId");
  IF EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = coalesce(to_jsonb(NEW)->>'concernId', to_jsonb(NEW)->>'subjectId')::uuid) THEN RAISE EXCEPTION 'it is destroyed' USING ERRCODE = 'BL018'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER waits_its_turn BEFORE INSERT ON "KeptLonger" FOR EACH ROW EXECUTE FUNCTION app.hold_waits_its_turn();

-- Does somebody look after this class here, and did already a day before that moment, by nobody's word of these?
CREATE FUNCTION app.signs_apart(person uuid, other uuid, setting uuid, rule text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = setting AND app.is_current(m."startsAt", m."endsAt")
    AND CASE split_part(rule, ' ', 1) WHEN 'safeguarding.concern' THEN m.role IN ('safeguarding_lead', 'deputy_lead') ELSE false END
    AND m."startsAt" <= moment - interval '1 day' AND m."givenById" IS DISTINCT FROM other)
$$;
-- The second person agrees, and it happens: everything or nothing. BL011: held; BL012: not due; BL013: something was added since it was asked; BL014: answered already; BL015: one of the two has the role since yesterday at the earliest, or from the other; BL016: not read; BL017: whoever asked may not any more.
CREATE OR REPLACE FUNCTION app.agree_to_destroy(destruction uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d "Destruction"; items uuid[];
BEGIN
  SELECT * INTO d FROM "Destruction" WHERE id = destruction FOR UPDATE;
  IF d.id IS NULL OR app.viewer() IS NULL OR d."askedById" = app.viewer() OR NOT app.looks_after(d."organisationId", d.rule) THEN RAISE EXCEPTION 'not yours to agree to' USING ERRCODE = '42501'; END IF;
  IF d."endedAt" IS NOT NULL THEN RAISE EXCEPTION 'answered already' USING ERRCODE = 'BL014'; END IF;
  PERFORM app.one_of_keeping(d."organisationId");
  SELECT array_agg(i."subjectId" ORDER BY i."subjectId") INTO items FROM "DestructionItem" i WHERE i."destructionId" = d.id AND NOT i."isKept";
  IF coalesce(cardinality(items), 0) <> d.count THEN RAISE EXCEPTION 'not what was asked' USING ERRCODE = 'BL013'; END IF;
  PERFORM FROM "ChronologyHead" h WHERE h."concernId" = ANY (items) ORDER BY h."concernId" FOR UPDATE;
  -- Neither of the two may be whom it is about, or close to them; also not one who became so in between.
  IF EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = ANY (items) AND k."personId" = app.viewer()) THEN RAISE EXCEPTION 'not yours to agree to' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = ANY (items) AND k."personId" = d."askedById")
    OR NOT app.signs_apart(d."askedById", NULL, d."organisationId", d.rule, 'infinity') THEN RAISE EXCEPTION 'whoever asked may not any more' USING ERRCODE = 'BL017'; END IF;
  -- Two people, and not one with a second name: each had the role before it was asked, and not from the other.
  IF NOT app.signs_apart(app.viewer(), d."askedById", d."organisationId", d.rule, d."askedAt") OR NOT app.signs_apart(d."askedById", app.viewer(), d."organisationId", d.rule, d."askedAt") THEN RAISE EXCEPTION 'too near' USING ERRCODE = 'BL015'; END IF;
  -- Due as this viewer may know of it: what a hold on them keeps is not due to them.
  IF (SELECT count(*) FROM app.concerns_due() t WHERE t."concernId" = ANY (items) AND t."organisationId" = d."organisationId" AND t.rule = d.rule) <> d.count THEN RAISE EXCEPTION 'not due' USING ERRCODE = 'BL012'; END IF;
  IF EXISTS (SELECT FROM unnest(items) i WHERE app.concern_is_held(i)) THEN RAISE EXCEPTION 'held' USING ERRCODE = 'BL011'; END IF;
  IF EXISTS (SELECT FROM "DestructionItem" i JOIN app.concerns_due() t ON t."concernId" = i."subjectId" WHERE i."destructionId" = d.id AND t.length <> i.length) THEN RAISE EXCEPTION 'it has moved on' USING ERRCODE = 'BL013'; END IF;
  -- They sign that they have read it. A second look within a quarter of an hour is no second line.
  IF EXISTS (SELECT FROM unnest(items) i WHERE NOT app.has_read_since(i, d."askedAt")) THEN RAISE EXCEPTION 'not read' USING ERRCODE = 'BL016'; END IF;
  UPDATE "Destruction" SET "endedAt" = app.now(), "endedById" = app.viewer(), "isDestroyed" = true WHERE id = d.id;
  PERFORM app.destroy_concerns(d.id, items);
END $$;
-- Did this viewer open it since then?
CREATE FUNCTION app.has_read_since(concern uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = app.viewer() AND e.at >= moment - interval '15 minutes')
$$;

-- As before; what was written of two concerns that belong together goes when both are destroyed.
CREATE OR REPLACE FUNCTION app.destroy_concerns(destruction uuid, concerns uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d "Destruction"; one uuid; of_a_concern text;
BEGIN
  SELECT * INTO d FROM "Destruction" WHERE id = destruction;
  INSERT INTO "ConcernDestroyed" ("concernId", "organisationId", "destructionId") SELECT c, d."organisationId", d.id FROM unnest(concerns) c;
  DELETE FROM "RowKey" k WHERE ("ofTable" = 'Concern' AND "rowId" = ANY (concerns))
    OR ("ofTable" = 'ConcernLink' AND "rowId" IN (SELECT l.id FROM "ConcernLink" l JOIN "ConcernDestroyed" a ON a."concernId" = l."concernId" JOIN "ConcernDestroyed" b ON b."concernId" = l."otherId" WHERE l."concernId" = ANY (concerns) OR l."otherId" = ANY (concerns)))
    OR ("ofTable" = 'KeptLonger' AND "rowId" IN (SELECT l.id FROM "KeptLonger" l WHERE l."subjectId" = ANY (concerns)))
    OR ("ofTable" = 'Destruction' AND "rowId" = d.id);
  -- Tables whose sealed rows hang on a concern, and go with it; modules/keeping/destroying.test.ts finds one that is missing here.
  FOREACH of_a_concern IN ARRAY ARRAY['ChronologyEntry', 'CaseAction', 'LegalHold'] LOOP
    EXECUTE format('DELETE FROM "RowKey" WHERE "ofTable" = %L AND "rowId" IN (SELECT r.id FROM %I r WHERE r."concernId" = ANY ($1))', of_a_concern, of_a_concern) USING concerns;
  END LOOP;
  DELETE FROM "ConcernOrigin" WHERE "concernId" = ANY (concerns);
  DELETE FROM "ConcernAnswer" WHERE "concernId" = ANY (concerns);
  FOR one IN SELECT c FROM unnest(concerns) c ORDER BY c LOOP
    PERFORM app.add_to_chronology(uuidv7(), one, 'destroyed', jsonb_build_object('destructionId', d.id, 'rule', d.rule, 'askedById', d."askedById"), NULL);
  END LOOP;
END $$;

-- ── What the certificate says ───────────────────────────────────────────────────────────────────────────────────────
-- The rule as it read then: a rule that is changed later changes no certificate.
ALTER TABLE "Destruction" ADD COLUMN "because" TEXT NOT NULL DEFAULT '';
UPDATE "Destruction" d SET because = r.because FROM "RetentionRule" r WHERE r.what = d.rule;
-- When it was asked, and when kept longer, the database says.
REVOKE INSERT ON "Destruction", "KeptLonger" FROM app;
GRANT INSERT (id, "organisationId", rule, days, because, count, "askedById", reason) ON "Destruction" TO app;
GRANT INSERT (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") ON "KeptLonger" TO app;
DROP POLICY who_looks_after_asks ON "Destruction";
CREATE POLICY who_looks_after_asks ON "Destruction" FOR INSERT TO app WITH CHECK ("askedById" = (SELECT app.viewer()) AND "endedAt" IS NULL AND app.looks_after("organisationId", rule)
  AND EXISTS (SELECT FROM "RetentionRule" r WHERE r.what = "Destruction".rule AND r.days = "Destruction".days AND r.because = "Destruction".because));
-- What is asked for is due, in that setting and by that rule.
DROP POLICY with_it_asked ON "DestructionItem";
CREATE POLICY with_it_asked ON "DestructionItem" FOR INSERT TO app WITH CHECK (NOT "isKept" AND EXISTS (SELECT FROM "Destruction" d JOIN app.concerns_due() t ON t.rule = d.rule AND t."organisationId" = d."organisationId" AND NOT t."isHeld"
  WHERE d.id = "destructionId" AND d."organisationId" = "DestructionItem"."organisationId" AND d."askedById" = (SELECT app.viewer()) AND d."endedAt" IS NULL AND t."concernId" = "subjectId" AND t.length = "DestructionItem".length));

-- As before, with why.
CREATE OR REPLACE FUNCTION app.destroy_again(list jsonb) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d "Destruction" := jsonb_populate_record(NULL::"Destruction", list); items uuid[];
BEGIN
  SELECT coalesce(array_agg(c.id ORDER BY c.id), '{}') INTO items FROM jsonb_array_elements(list->'items') i JOIN "Concern" c ON c.id = (i->>'subjectId')::uuid
    WHERE c."organisationId" = d."organisationId" AND NOT EXISTS (SELECT FROM "ConcernDestroyed" x WHERE x."concernId" = c.id);
  IF items = '{}' THEN RETURN 0; END IF;
  IF EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = ANY (items) AND h.state NOT IN ('closed', 'duplicate', 'transferred')) THEN RETURN NULL; END IF;
  INSERT INTO "Destruction" (id, "organisationId", rule, days, because, count, "askedById", "askedAt", reason, "endedAt", "endedById", "isDestroyed")
    VALUES (d.id, d."organisationId", d.rule, d.days, coalesce(d.because, (SELECT r.because FROM "RetentionRule" r WHERE r.what = d.rule), ''), d.count, d."askedById", d."askedAt", '\x00', d."endedAt", d."endedById", true)
    ON CONFLICT (id) DO UPDATE SET "endedAt" = excluded."endedAt", "endedById" = excluded."endedById", "isDestroyed" = true;
  INSERT INTO "DestructionItem" ("destructionId", "subjectId", "organisationId", length)
    SELECT d.id, (i->>'subjectId')::uuid, d."organisationId", (i->>'length')::int FROM jsonb_array_elements(list->'items') i ON CONFLICT DO NOTHING;
  PERFORM app.destroy_concerns(d.id, items);
  RETURN cardinality(items);
END $$;

-- ── A learner's file ────────────────────────────────────────────────────────────────────────────────────────────────
-- What is theirs stays while they are held, also when they take it back; nothing tells them. When the hold has ended, what was taken back goes with what nobody handed in.
CREATE FUNCTION app.file_may_go(setting uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT person = app.viewer() AND NOT app.person_is_held(setting, person) $$;
DROP POLICY let_go ON "EvidenceFile";
CREATE POLICY let_go ON "EvidenceFile" FOR DELETE TO app USING ("personId" = (SELECT app.viewer()) AND app.file_may_go("organisationId", "personId")
  AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = "EvidenceFile".id AND e."withdrawnAt" IS NULL));
GRANT SELECT ("withdrawnAt") ON "Evidence" TO system;
DROP POLICY jobs_let_go ON "EvidenceFile";
CREATE POLICY jobs_let_go ON "EvidenceFile" FOR DELETE TO system USING (NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = "EvidenceFile".id AND e."withdrawnAt" IS NULL));

-- ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A job takes the keys of what goes by itself, and no others: nothing safeguarding does.
DROP POLICY jobs ON "RowKey";
CREATE POLICY jobs_see ON "RowKey" FOR SELECT TO system USING (true);
CREATE POLICY jobs_seal ON "RowKey" FOR INSERT TO system WITH CHECK (true);
CREATE POLICY jobs_wrap_again ON "RowKey" FOR UPDATE TO system USING (true) WITH CHECK (true);
CREATE POLICY jobs_let_go ON "RowKey" FOR DELETE TO system USING ("ofTable" IN ('JournalEntry', 'JournalOtherText', 'JournalShare', 'MalpracticeCase', 'MalpracticeNote', 'MalpracticeEnd'));

REVOKE ALL ON FUNCTION app.rule_of_concern(uuid), app.same_as(uuid), app.holds_of_concern(uuid), app.concern_kept_until(uuid), app.signs_apart(uuid, uuid, uuid, text, timestamptz), app.has_read_since(uuid, timestamptz), app.file_may_go(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.has_read_since(uuid, timestamptz), app.file_may_go(uuid, uuid) TO app;
