-- CreateTable
CREATE TABLE "AdultDestroyed" (
    "adultConcernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "destructionId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AdultDestroyed_pkey" PRIMARY KEY ("adultConcernId")
);

-- CreateIndex
CREATE INDEX "AdultDestroyed_organisationId_idx" ON "AdultDestroyed"("organisationId");

-- CreateIndex
CREATE INDEX "AdultDestroyed_destructionId_idx" ON "AdultDestroyed"("destructionId");

-- AddForeignKey
ALTER TABLE "AdultDestroyed" ADD CONSTRAINT "AdultDestroyed_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultDestroyed" ADD CONSTRAINT "AdultDestroyed_destructionId_fkey" FOREIGN KEY ("destructionId") REFERENCES "Destruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "LegalHold" ADD COLUMN "adultConcernId" UUID;

-- CreateIndex
CREATE INDEX "LegalHold_adultConcernId_idx" ON "LegalHold"("adultConcernId");

ALTER TABLE "LegalHold" DROP CONSTRAINT "LegalHold_of_one", ADD CONSTRAINT "LegalHold_of_one" CHECK (num_nonnulls("concernId", "personId", "menteeId", "adultConcernId") = 1);
ALTER TABLE "AdultDestroyed" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "AdultDestroyed" TO app, system;
CREATE POLICY jobs ON "AdultDestroyed" FOR SELECT TO system USING (true);

-- ── What is destroyed is nobody's to read ───────────────────────────────────────────────────────────────────────────
CREATE FUNCTION app.adult_is_destroyed(record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT FROM "AdultDestroyed" d WHERE d."adultConcernId" = record) $$;

-- Which of them this viewer keeps, and those they would keep if they were not destroyed: whose certificates they see.
CREATE FUNCTION app.adult_concerns_i_kept() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH near AS MATERIALIZED (
    SELECT c.id, c."organisationId" AS place, ARRAY(SELECT k."personId" FROM "AdultKeptFrom" k WHERE k."adultConcernId" = c.id ORDER BY 1) AS kept,
      EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = c.id AND t."personId" = (SELECT app.viewer()) AND t.rung <> 'delivery_site') AS was_told
    FROM "AdultConcern" c WHERE c."organisationId" IN (SELECT o.id FROM "Organisation" o
      WHERE o.id = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}'))::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[]))),
  ways AS MATERIALIZED (
    SELECT w.place, w.kept, app.viewer() = ANY (app.adult_keepers_of(w.place, w.kept)) AS keeps, app.viewer() IN (SELECT l."personId" FROM app.adult_ladder_of(w.place) l) AS answers
    FROM (SELECT DISTINCT place, kept FROM near) w WHERE (SELECT app.viewer()) <> ALL (w.kept))
  SELECT coalesce(array_agg(n.id), '{}') FROM near n JOIN ways w ON w.place = n.place AND w.kept = n.kept WHERE w.keeps OR (n.was_told AND w.answers)
$$;
CREATE OR REPLACE FUNCTION app.adult_concerns_i_keep() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM unnest(app.adult_concerns_i_kept()) id WHERE NOT EXISTS (SELECT FROM "AdultDestroyed" d WHERE d."adultConcernId" = id)
$$;
-- As before; of what is destroyed nobody, and so no line is added to it any more.
CREATE OR REPLACE FUNCTION app.adult_readers(record uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT unnest(app.adult_keepers_of(c."organisationId", app.adult_kept_from(record)))
    UNION SELECT t."personId" FROM "AdultTold" t WHERE t."adultConcernId" = record AND t.rung <> 'delivery_site'
      AND t."personId" <> ALL (app.adult_kept_from(record)) AND t."personId" IN (SELECT l."personId" FROM app.adult_ladder_of(c."organisationId") l))
  FROM "AdultConcern" c WHERE c.id = record AND NOT app.adult_is_destroyed(record)
$$;
-- Who shared it and where they were go with it, and with that row the salt: where the name was kept apart, nobody can tell any more.
DROP TRIGGER append_only ON "AdultSharer";
CREATE TRIGGER append_only BEFORE UPDATE ON "AdultSharer" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER goes_with_it BEFORE DELETE ON "AdultSharer" FOR EACH ROW WHEN (NOT app.adult_is_destroyed(OLD."adultConcernId")) EXECUTE FUNCTION app.refuse_change();
DROP TRIGGER append_only ON "AdultOrigin";
CREATE TRIGGER append_only BEFORE UPDATE ON "AdultOrigin" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER goes_with_it BEFORE DELETE ON "AdultOrigin" FOR EACH ROW WHEN (NOT app.adult_is_destroyed(OLD."adultConcernId")) EXECUTE FUNCTION app.refuse_change();

-- ── How long ────────────────────────────────────────────────────────────────────────────────────────────────────────
UPDATE "RetentionRule" SET because = 'Counted from the day it was handed on: ten years, or until the adult would retire (68) if that is later (Keeping children safe in education). Where Belay does not know when they were born it is 50 years; and never sooner than the child’s concern it was found in. One that was false or malicious is left out of references.'
  WHERE what = 'adults.allegation' AND days = 3653;
UPDATE "RetentionRule" SET because = 'Counted from the day the adult has no role here any more, or from when it was handed on if that is later: guidance asks to keep a low-level concern at least until they leave. Where nobody said which of the people here it is about, Belay does not know when they leave, and it is 50 years from when it was handed on. A setting whose policy says longer writes its own number.'
  WHERE what = 'adults.low-level' AND days = 366;

-- Since when somebody has no role in a setting or its delivery site any more; nothing while they have one, or are to have one.
CREATE FUNCTION app.left_here(place uuid, person uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN bool_and(coalesce(m."endsAt" <= app.now(), false)) THEN max(m."endsAt") END
  FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = person AND m."organisationId" IN (o.id, o."supportedById")
$$;
-- By which rule, and when its time comes; nothing where nobody knows yet. What was an allegation once is kept as one.
CREATE FUNCTION app.rule_of_adult(record uuid) RETURNS TABLE (rule text, days int, "dueAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.what, r.days, CASE
    WHEN x.was_allegation THEN greatest(c."sharedAt" + make_interval(days => r.days), coalesce((p."bornOn" + interval '68 years')::timestamptz, c."sharedAt" + interval '50 years'),
      (SELECT k."raisedAt" + make_interval(days => q.days) FROM "Concern" k CROSS JOIN LATERAL app.rule_of_concern(k.id) q WHERE k.id = c."concernId"))
    WHEN h."aboutId" IS NULL THEN c."sharedAt" + interval '50 years'
    WHEN x."leftAt" IS NOT NULL THEN greatest(x."leftAt", c."sharedAt") + make_interval(days => r.days) END
  FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id LEFT JOIN "Person" p ON p.id = h."aboutId"
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'weighed' AND l.facts->>'weight' = 'allegation') AS was_allegation, app.left_here(c."organisationId", h."aboutId") AS "leftAt") x
  JOIN "RetentionRule" r ON r.what = CASE WHEN x.was_allegation THEN 'adults.allegation' ELSE 'adults.low-level' END
  WHERE c.id = record
$$;
-- The holds under which it stays: on itself, on the child's concern it was found in, on whom it is about, whoever shared it, or whom it is kept from.
CREATE FUNCTION app.holds_of_adult(record uuid) RETURNS SETOF "LegalHold"
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.* FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id LEFT JOIN "AdultSharer" s ON s."adultConcernId" = c.id JOIN "LegalHold" l ON l."organisationId" = c."organisationId" AND l."endedAt" IS NULL
  WHERE c.id = record AND (l."adultConcernId" = c.id OR l."concernId" = c."concernId" OR l."personId" IN (h."aboutId", s."personId") OR l."menteeId" = s."menteeId"
    OR l."personId" IN (SELECT k."personId" FROM "AdultKeptFrom" k WHERE k."adultConcernId" = c.id))
$$;
-- As before, and under every hold there is: also how it reached people stays.
CREATE OR REPLACE FUNCTION app.adult_is_held(record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT EXISTS (SELECT FROM app.holds_of_adult(record)) $$;
-- May this viewer be told of a hold? Not of one on themself, nor of one that says who shared it where that name is kept apart.
CREATE FUNCTION app.adult_hold_shows(record uuid, held "LegalHold") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held."personId" IS DISTINCT FROM app.viewer() AND NOT EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = record AND s."isApart" AND (s."personId" = held."personId" OR s."menteeId" = held."menteeId"))
$$;

-- As before, and the closed records of the register that this viewer keeps.
CREATE OR REPLACE FUNCTION app.time_come() RETURNS TABLE ("subjectId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "keptUntil" date, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."concernId", t."organisationId", t.rule, t.days, t."dueAt", t."keptUntil", t."isHeld", t.length FROM app.concern_times(app.settings_i_safeguard()) t
  WHERE t."dueAt" <= app.now() AND t."concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
    AND (NOT t."isHeld" OR EXISTS (SELECT FROM app.holds_of_concern(t."concernId") l WHERE l."personId" IS DISTINCT FROM app.viewer()))
  UNION ALL
  SELECT c.id, c."organisationId", r.rule, r.days, r."dueAt", app.concern_kept_until(c.id), app.adult_is_held(c.id),
    (SELECT max(l.number) FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind NOT IN ('looked', 'printed', 'asked-sharer'))
  FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id CROSS JOIN LATERAL app.rule_of_adult(c.id) r
  WHERE c.id = ANY ((SELECT app.adult_concerns_i_keep())::uuid[]) AND h.state = 'closed' AND r."dueAt" <= app.now()
    -- Never while somebody still works on the child's concern it was found in.
    AND NOT EXISTS (SELECT FROM "ChronologyHead" o WHERE o."concernId" = c."concernId" AND o.state NOT IN ('closed', 'duplicate', 'transferred'))
    AND (NOT app.adult_is_held(c.id) OR EXISTS (SELECT FROM app.holds_of_adult(c.id) l WHERE app.adult_hold_shows(c.id, l)))
$$;
-- What is due: its time has come, and nobody keeps it longer.
CREATE FUNCTION app.due() RETURNS TABLE ("subjectId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."subjectId", t."organisationId", t.rule, t.days, t."dueAt", t."isHeld", t.length FROM app.time_come() t
  WHERE coalesce(t."keptUntil" <= (app.now() AT TIME ZONE 'Europe/London')::date, true)
$$;

-- ── Who looks after it ──────────────────────────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.looks_after(setting uuid, rule text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE split_part(rule, ' ', 1) WHEN 'safeguarding.concern' THEN setting = ANY (app.settings_i_safeguard())
    WHEN 'adults.low-level' THEN EXISTS (SELECT FROM "AdultConcern" c WHERE c."organisationId" = setting AND c.id = ANY ((SELECT app.adult_concerns_i_kept())::uuid[]))
    WHEN 'adults.allegation' THEN app.looks_after(setting, 'adults.low-level') ELSE false END
$$;
-- May this person let go of it? Never one from whom it is kept; of a record of the register, whoever reads it now.
CREATE FUNCTION app.may_let_go(subject uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = subject AND k."personId" = person)
    AND (NOT EXISTS (SELECT FROM "AdultConcern" c WHERE c.id = subject) OR coalesce(person = ANY (app.adult_readers(subject)), false))
$$;
-- Destructions of the register all of whose records this viewer keeps, or kept.
CREATE FUNCTION app.adult_destructions_of_mine() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT app.adult_concerns_i_kept() AS ids)
  SELECT coalesce(array_agg(d.id), '{}') FROM mine, "Destruction" d WHERE d.rule LIKE 'adults.%' AND d."organisationId" IN (SELECT c."organisationId" FROM "AdultConcern" c WHERE c.id = ANY (mine.ids))
    AND NOT EXISTS (SELECT FROM "DestructionItem" i WHERE i."destructionId" = d.id AND i."subjectId" <> ALL (mine.ids))
$$;

DROP POLICY who_looks_after ON "KeptLonger";
CREATE POLICY who_looks_after ON "KeptLonger" FOR SELECT TO app USING (CASE WHEN rule LIKE 'adults.%' THEN "subjectId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])
  ELSE (SELECT app.viewer()) IS NOT NULL AND app.looks_after("organisationId", rule) AND "subjectId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[]) END);
DROP POLICY who_looks_after ON "Destruction";
CREATE POLICY who_looks_after ON "Destruction" FOR SELECT TO app USING (CASE WHEN rule LIKE 'adults.%' THEN id = ANY ((SELECT app.adult_destructions_of_mine())::uuid[])
  ELSE (SELECT app.viewer()) IS NOT NULL AND app.looks_after("organisationId", rule) AND id <> ALL ((SELECT app.destructions_kept_from_me())::uuid[]) END);
DROP POLICY who_looks_after_refuses ON "Destruction";
CREATE POLICY who_looks_after_refuses ON "Destruction" FOR UPDATE TO app USING ("endedAt" IS NULL AND CASE WHEN rule LIKE 'adults.%' THEN id = ANY ((SELECT app.adult_destructions_of_mine())::uuid[])
    ELSE app.looks_after("organisationId", rule) AND id <> ALL ((SELECT app.destructions_kept_from_me())::uuid[]) END)
  WITH CHECK ("endedById" = (SELECT app.viewer()) AND NOT "isDestroyed");
DROP POLICY with_it_asked ON "DestructionItem";
CREATE POLICY with_it_asked ON "DestructionItem" FOR INSERT TO app WITH CHECK (NOT "isKept" AND EXISTS (SELECT FROM "Destruction" d JOIN app.due() t ON t.rule = d.rule AND t."organisationId" = d."organisationId" AND NOT t."isHeld"
  WHERE d.id = "destructionId" AND d."organisationId" = "DestructionItem"."organisationId" AND d."askedById" = (SELECT app.viewer()) AND d."endedAt" IS NULL AND t."subjectId" = "DestructionItem"."subjectId" AND t.length = "DestructionItem".length));
DROP FUNCTION app.concerns_due();

-- A hold on a record of the register is its keepers'; a lead from whom it is kept learns nothing of it.
ALTER POLICY leads ON "LegalHold" USING ("adultConcernId" IS NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
  AND "personId" IS DISTINCT FROM (SELECT app.viewer()) AND coalesce("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[]), true));
ALTER POLICY leads_end ON "LegalHold" USING ("endedAt" IS NULL AND "adultConcernId" IS NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
  AND "personId" IS DISTINCT FROM (SELECT app.viewer()) AND coalesce("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[]), true));
GRANT INSERT ("adultConcernId") ON "LegalHold" TO app;
CREATE POLICY keepers ON "LegalHold" FOR SELECT TO app USING ("adultConcernId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[]));
CREATE POLICY keepers_place ON "LegalHold" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "adultConcernId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])
  AND EXISTS (SELECT FROM "AdultConcern" c WHERE c.id = "adultConcernId" AND c."organisationId" = "LegalHold"."organisationId"));
CREATE POLICY keepers_end ON "LegalHold" FOR UPDATE TO app USING ("endedAt" IS NULL AND "adultConcernId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])) WITH CHECK ("endedById" = (SELECT app.viewer()));

-- ── Destroying ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- The keys of everything that was written of these records, and who shared them. The lines stay, and nothing opens them. modules/keeping/adults-let-go.test.ts finds a table that is missing here.
CREATE FUNCTION app.destroy_adult_concerns(destruction uuid, records uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE d "Destruction"; one uuid; of_a_record text;
BEGIN
  SELECT * INTO d FROM "Destruction" WHERE id = destruction;
  INSERT INTO "AdultDestroyed" ("adultConcernId", "organisationId", "destructionId") SELECT c, d."organisationId", d.id FROM unnest(records) c;
  DELETE FROM "RowKey" k WHERE ("ofTable" = 'AdultConcern' AND "rowId" = ANY (records)) OR ("ofTable" = 'Destruction' AND "rowId" = d.id)
    OR ("ofTable" = 'KeptLonger' AND "rowId" IN (SELECT l.id FROM "KeptLonger" l WHERE l."subjectId" = ANY (records)));
  FOREACH of_a_record IN ARRAY ARRAY['AdultSharer', 'AdultLine', 'LegalHold'] LOOP
    EXECUTE format('DELETE FROM "RowKey" WHERE "ofTable" = %L AND "rowId" IN (SELECT r.id FROM %I r WHERE r."adultConcernId" = ANY ($1))', of_a_record, of_a_record) USING records;
  END LOOP;
  DELETE FROM "AdultOrigin" WHERE "adultConcernId" = ANY (records);
  DELETE FROM "AdultSharer" WHERE "adultConcernId" = ANY (records);
  FOR one IN SELECT c FROM unnest(records) c ORDER BY c LOOP
    PERFORM app.chain_adult_line(one, uuidv7(), 'destroyed', app.viewer(), jsonb_build_object('destructionId', d.id, 'rule', d.rule, 'askedById', d."askedById"), NULL, 'closed');
  END LOOP;
END $$;
CREATE FUNCTION app.destroy_subjects(destruction uuid, subjects uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT rule LIKE 'adults.%' FROM "Destruction" WHERE id = destruction) THEN PERFORM app.destroy_adult_concerns(destruction, subjects); ELSE PERFORM app.destroy_concerns(destruction, subjects); END IF;
END $$;

-- For the verifier, of what was written of a record: how many rows have lost their key, and how many keys there are.
CREATE FUNCTION app.keys_of_adult(record uuid) RETURNS TABLE (missing int, "left" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH sealed AS (
    SELECT 'AdultConcern' AS "table", record AS id
    UNION ALL SELECT 'AdultSharer', s.id FROM "AdultSharer" s WHERE s."adultConcernId" = record
    UNION ALL SELECT 'AdultLine', l.id FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.words IS NOT NULL
    UNION ALL SELECT 'LegalHold', l.id FROM "LegalHold" l WHERE l."adultConcernId" = record
    UNION ALL SELECT 'KeptLonger', k.id FROM "KeptLonger" k WHERE k."subjectId" = record)
  SELECT count(*) FILTER (WHERE k."rowId" IS NULL)::int, count(*) FILTER (WHERE k."rowId" IS NOT NULL)::int FROM sealed s LEFT JOIN "RowKey" k ON k."rowId" = s.id AND k."ofTable" = s."table"
$$;

REVOKE ALL ON FUNCTION app.adult_is_destroyed(uuid), app.adult_concerns_i_kept(), app.left_here(uuid, uuid), app.rule_of_adult(uuid), app.holds_of_adult(uuid), app.adult_hold_shows(uuid, "LegalHold"), app.due(), app.may_let_go(uuid, uuid), app.adult_destructions_of_mine(),
  app.destroy_adult_concerns(uuid, uuid[]), app.destroy_subjects(uuid, uuid[]), app.keys_of_adult(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.due(), app.adult_destructions_of_mine() TO app;
GRANT EXECUTE ON FUNCTION app.keys_of_adult(uuid) TO system;
