-- CreateTable
CREATE TABLE "ContactAddress" (
    "personId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ContactAddress_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "ContactAddress" ADD CONSTRAINT "ContactAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ContactAddress" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ContactAddress" TO app, system;
GRANT INSERT ON "ContactAddress" TO door;
CREATE POLICY own ON "ContactAddress" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY jobs ON "ContactAddress" FOR SELECT TO system USING (true);
CREATE POLICY at_the_door ON "ContactAddress" FOR INSERT TO door WITH CHECK (true);

-- ── Safeguarding ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Two depths. To *know of* a concern: that it is there, since when, who has it. To *read* it: what was said, and its chronology. The row
-- keys follow reading, so that whoever may only know of it holds ciphertext. Whoever it is about or close to is outside both.

CREATE FUNCTION app.concerns_kept_from_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg("concernId"), '{}') FROM "ConcernKeptFrom" WHERE "personId" = app.viewer()
$$;

CREATE FUNCTION app.settings_i_safeguard() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.my_organisations('{safeguarding_lead,deputy_lead}')
$$;

-- Told of it, and still to read it: a head (or, within a delivery site, its programme lead) from then on; a youth worker until it is taken on.
CREATE FUNCTION app.concerns_to_read() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT a."concernId"), '{}') FROM "ConcernAlert" a
  WHERE a."personId" = app.viewer() AND a.rung <> 'delivery_site'
    AND (a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
      OR (a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])
        AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")))
$$;

-- Whoever said "I have it" keeps the line that it is looked after, also when it is no longer theirs to read.
CREATE FUNCTION app.concerns_i_received() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r."concernId"), '{}') FROM "ConcernReceipt" r
  WHERE r."byId" = app.viewer() AND r."organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) AND r."concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
$$;

CREATE FUNCTION app.concerns_i_raised() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM "Concern" WHERE "raisedById" = app.viewer() OR "raisedByMenteeId" = app.visitor()
$$;

CREATE FUNCTION app.organisation_of_concern(concern uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "organisationId" FROM "Concern" WHERE id = concern
$$;

-- Still being raised, in this very transaction: its chronology has not begun. Afterwards its raiser adds nobody and keeps it from nobody.
CREATE FUNCTION app.am_raising(concern uuid, place uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c."organisationId" = place AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor()))
    AND NOT EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = concern)
$$;

-- The adults of the ladder in one place: who they are, as what, and until when they are on duty now. For everybody who belongs there,
-- because everybody there may have to tell them something.
CREATE FUNCTION app.adults_to_tell(place uuid) RETURNS TABLE ("personId" uuid, name text, role "Role", "hereUntil" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", p.name, m.role,
    (SELECT max(d."endsAt") FROM "Duty" d WHERE d."personId" = m."personId" AND d."organisationId" = place AND app.is_current(d."startsAt", d."endsAt"))
  FROM "Organisation" o
  JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead', 'head'))
    OR (m.role = 'programme_lead' AND m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END)
  JOIN "Person" p ON p.id = m."personId"
  WHERE o.id = place AND app.is_current(m."startsAt", m."endsAt")
    AND (session_user = 'system' OR place = ANY (app.my_organisations()) OR place = app.visitor_organisation())
$$;

-- May this person be told of this concern on this rung? They stand on it now, it is not kept from them, and they did not raise it.
CREATE FUNCTION app.stands_on_rung(concern uuid, person uuid, rung "Rung") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.adults_to_tell(app.organisation_of_concern(concern)) a WHERE a."personId" = person
      AND ((rung = 'delivery_site') = (a.role = 'programme_lead') OR (SELECT kind FROM "Organisation" WHERE id = app.organisation_of_concern(concern)) = 'delivery_site'))
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person)
    AND NOT EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c."raisedById" = person)
$$;

-- What a delivery site learns when a clock has climbed to it: that something waits, where and since when. Never what, who or how near.
CREATE FUNCTION app.waiting_elsewhere() RETURNS TABLE ("concernId" uuid, "organisationName" text, phone text, "raisedAt" timestamptz, "receivedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT a."concernId", o.name, o.phone, c."raisedAt", r.at
  FROM "ConcernAlert" a JOIN "Concern" c ON c.id = a."concernId" JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id
  WHERE a."personId" = app.viewer() AND a.rung = 'delivery_site' AND o."supportedById" = ANY (app.my_organisations('{programme_lead}'))
    AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id)
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = a."personId")
$$;

-- ── The chronology ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Nobody writes it by hand: this function alone adds a line. It locks the head, chains the line to the one before, and refuses whoever has
-- nothing to say there. SHA-256 over: hash before (32 zero bytes at first), the fields joined by '|', SHA-256 of the sealed words.
CREATE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; is_job boolean := session_user = 'system'; is_raiser boolean; is_reader boolean;
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  is_raiser := c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor();
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));
  SELECT * INTO head FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;

  IF c.id IS NULL OR NOT coalesce(CASE line_kind
    WHEN 'raised' THEN is_raiser AND head."concernId" IS NULL
    WHEN 'told' THEN is_job OR (is_raiser AND head.length = 1)
    WHEN 'climbed' THEN is_job
    WHEN 'received' THEN EXISTS (SELECT FROM "ConcernReceipt" r WHERE r."concernId" = concern AND r."byId" = line_by)
    WHEN 'taken-on' THEN EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = line_by)
    WHEN 'looked' THEN is_reader
    WHEN 'note' THEN is_reader
    END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;

  -- A look counts once a person, record and quarter of an hour.
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = line_by AND e.at > line_at - interval '15 minutes')
  THEN RETURN NULL; END IF;

  IF head."concernId" IS NULL THEN
    head := ROW (concern, c."organisationId", 0, decode(repeat('00', 32), 'hex'));
    INSERT INTO "ChronologyHead" VALUES (head.*);
  END IF;
  link := sha256(head.hash
    || convert_to(concat_ws('|', head.length + 1, line, concern, c."organisationId", line_kind, coalesce(line_by::text, ''), (extract(epoch FROM line_at) * 1000)::bigint, line_facts::text), 'UTF8')
    || sha256(coalesce(line_words, '')));
  INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, facts, words, hash)
    VALUES (line, c."organisationId", concern, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "ChronologyHead" SET length = head.length + 1, hash = link WHERE "concernId" = concern;
  RETURN head.length + 1;
END $$;

-- Not even the owner of the table changes a line. (Whoever holds the server itself can; then the chain says so.)
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'A safeguarding record is added to, never changed or deleted.' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ChronologyEntry" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "ChronologyEntry" FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Concern" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

REVOKE ALL ON FUNCTION app.concerns_kept_from_me(), app.settings_i_safeguard(), app.concerns_to_read(), app.concerns_i_received(), app.concerns_i_raised(),
  app.organisation_of_concern(uuid), app.am_raising(uuid, uuid), app.adults_to_tell(uuid), app.stands_on_rung(uuid, uuid, "Rung"), app.waiting_elsewhere(),
  app.add_to_chronology(uuid, uuid, text, jsonb, bytea), app.refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_kept_from_me(), app.settings_i_safeguard(), app.concerns_to_read(), app.concerns_i_received(), app.concerns_i_raised(),
  app.organisation_of_concern(uuid), app.am_raising(uuid, uuid), app.stands_on_rung(uuid, uuid, "Rung"), app.waiting_elsewhere() TO app;
GRANT EXECUTE ON FUNCTION app.adults_to_tell(uuid), app.add_to_chronology(uuid, uuid, text, jsonb, bytea) TO app, system;
GRANT EXECUTE ON FUNCTION app.stands_on_rung(uuid, uuid, "Rung"), app.organisation_of_concern(uuid) TO system;

-- ── Who reads ───────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON "Concern", "ConcernKeptFrom", "ConcernReceipt", "TakingOn", "ConcernAlert", "ConcernClimb", "ChronologyEntry", "ChronologyHead", "ClockTarget", "Duty" TO app, system;
DO $$ DECLARE t text; key text; BEGIN
  FOREACH t IN ARRAY '{Concern,ConcernKeptFrom,ConcernReceipt,TakingOn,ConcernAlert,ConcernClimb,ChronologyEntry,ChronologyHead}'::text[] LOOP
    key := CASE t WHEN 'Concern' THEN 'id' ELSE 'concernId' END;
    EXECUTE format('CREATE POLICY readers ON %1$I FOR SELECT TO app USING (%2$I <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
      AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR %2$I = ANY ((SELECT app.concerns_to_read())::uuid[])))', t, key);
    EXECUTE format('CREATE POLICY jobs ON %I FOR SELECT TO system USING (true)', t);
  END LOOP;
  -- That it is there, and who has it: whoever raised it, and whoever received it.
  FOREACH t IN ARRAY '{ConcernReceipt,TakingOn}'::text[] LOOP
    EXECUTE format('CREATE POLICY raisers ON %I FOR SELECT TO app USING ("concernId" = ANY ((SELECT app.concerns_i_raised())::uuid[]))', t);
    EXECUTE format('CREATE POLICY receivers ON %I FOR SELECT TO app USING ("concernId" = ANY ((SELECT app.concerns_i_received())::uuid[]))', t);
  END LOOP;
END $$;
CREATE POLICY raisers ON "Concern" FOR SELECT TO app USING ("raisedById" = (SELECT app.viewer()) OR "raisedByMenteeId" = (SELECT app.visitor()));
CREATE POLICY receivers ON "Concern" FOR SELECT TO app USING (id = ANY ((SELECT app.concerns_i_received())::uuid[]));
CREATE POLICY raisers ON "ConcernAlert" FOR SELECT TO app USING ("concernId" = ANY ((SELECT app.concerns_i_raised())::uuid[]));

-- The key of what was said goes to readers alone.
CREATE POLICY concerns ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Concern' AND EXISTS (SELECT FROM "Concern" c WHERE c.id = "rowId"
  AND c.id <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND (c."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR c.id = ANY ((SELECT app.concerns_to_read())::uuid[]))));
CREATE POLICY chronology ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'ChronologyEntry' AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e.id = "rowId"));

-- ── Who writes ──────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT INSERT ON "Concern", "ConcernKeptFrom", "ConcernReceipt", "TakingOn" TO app;
GRANT INSERT ON "ConcernAlert" TO app, system;
GRANT INSERT ON "ConcernClimb" TO system;
GRANT UPDATE ("mailedAt") ON "ConcernAlert" TO system;
CREATE POLICY raised ON "Concern" FOR INSERT TO app WITH CHECK (
  ("raisedById" = (SELECT app.viewer()) AND "raisedByMenteeId" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations())::uuid[]))
  OR ("raisedById" IS NULL AND "raisedByMenteeId" = (SELECT app.visitor()) AND "organisationId" = (SELECT app.visitor_organisation())));
CREATE POLICY raised ON "ConcernKeptFrom" FOR INSERT TO app WITH CHECK (app.am_raising("concernId", "organisationId"));
CREATE POLICY raised ON "ConcernAlert" FOR INSERT TO app WITH CHECK (app.am_raising("concernId", "organisationId") AND app.stands_on_rung("concernId", "personId", rung));
CREATE POLICY climbed ON "ConcernAlert" FOR INSERT TO system WITH CHECK (app.organisation_of_concern("concernId") = "organisationId" AND app.stands_on_rung("concernId", "personId", rung));
CREATE POLICY mailed ON "ConcernAlert" FOR UPDATE TO system USING (true);
CREATE POLICY climbed ON "ConcernClimb" FOR INSERT TO system WITH CHECK (app.organisation_of_concern("concernId") = "organisationId");
CREATE POLICY received ON "ConcernReceipt" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND "concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));
CREATE POLICY taken_on ON "TakingOn" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND "concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
    OR ("concernId" = ANY ((SELECT app.concerns_to_read())::uuid[]) AND "organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[]))));

-- ── Targets and duty ────────────────────────────────────────────────────────────────────────────────────────────────
GRANT INSERT, UPDATE, DELETE ON "ClockTarget" TO app;
CREATE POLICY members ON "ClockTarget" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) OR "organisationId" = (SELECT app.visitor_organisation()));
CREATE POLICY jobs ON "ClockTarget" FOR SELECT TO system USING (true);
CREATE POLICY leads_add ON "ClockTarget" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]));
CREATE POLICY leads_change ON "ClockTarget" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]));
CREATE POLICY leads_remove ON "ClockTarget" FOR DELETE TO app USING ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]));

GRANT INSERT ON "Duty" TO app;
GRANT UPDATE ("endsAt") ON "Duty" TO app;
CREATE POLICY members ON "Duty" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]));
CREATE POLICY jobs ON "Duty" FOR SELECT TO system USING (true);
CREATE POLICY rota ON "Duty" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[])
  OR ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])));
CREATE POLICY rota_ended ON "Duty" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[])
  OR ("personId" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])));
