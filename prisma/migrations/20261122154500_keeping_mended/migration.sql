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
CREATE TRIGGER waits_its_turn BEFORE INSERT ON "KeptLonger" FOR EACH ROW EXECUTE FUNCTION app.hold_waits_its_turn();

-- Does somebody look after this class here, and did already a day before that moment, by nobody's word of these?
CREATE FUNCTION app.signs_apart(person uuid, other uuid, setting uuid, rule text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Membership" m JOIN "Organisation" o ON o.id = setting WHERE m."personId" = person AND app.is_current(m."startsAt", m."endsAt")
    AND CASE split_part(rule, '.', 1) WHEN 'safeguarding' THEN m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead')
      WHEN 'adults' THEN (m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head')) OR (m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END AND m.role IN ('head', 'programme_lead'))
      ELSE false END
    AND m."startsAt" <= moment - interval '1 day' AND m."givenById" IS DISTINCT FROM other)
$$;
-- Did this viewer open it since then?
CREATE FUNCTION app.has_read_since(concern uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = app.viewer() AND e.at >= moment - interval '15 minutes')
    OR EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = concern AND l.kind = 'looked' AND l."byId" = app.viewer() AND l.at >= moment - interval '15 minutes')
$$;

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
