-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "plannedFor" TIMESTAMPTZ(3) NOT NULL;

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "lostAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AdultGap" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "AdultGap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SafetyReminder" (
    "meetingId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SafetyReminder_pkey" PRIMARY KEY ("meetingId")
);

-- CreateIndex
CREATE INDEX "AdultGap_organisationId_idx" ON "AdultGap"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AdultGap_meetingId_since_key" ON "AdultGap"("meetingId", "since");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_groupId_plannedFor_key" ON "Meeting"("groupId", "plannedFor");

-- AddForeignKey
ALTER TABLE "AdultGap" ADD CONSTRAINT "AdultGap_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SafetyReminder" ADD CONSTRAINT "SafetyReminder_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One hand up a person, one person speaking: the key decides who was first.
CREATE UNIQUE INDEX "Turn_one_hand_a_person" ON "Turn"("meetingId", "personId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Turn_one_speaker" ON "Turn"("meetingId") WHERE "startedAt" IS NOT NULL AND "endedAt" IS NULL;

ALTER TABLE "AdultGap" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SafetyReminder" ENABLE ROW LEVEL SECURITY;

-- ── Whose group is it ───────────────────────────────────────────────────────────────────────────────────────────────
-- The groups the viewer has a place in now, as one of these parts; with none named, any. Both must stand: the place in the group and the
-- role in the setting that goes with it (the parts are named as the roles are). When either ends, the group is gone for them.
CREATE FUNCTION app.my_groups(parts "GroupPart"[] DEFAULT '{}') RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT g."groupId"), '{}') FROM "GroupMember" g
  JOIN "Membership" m ON m."organisationId" = g."organisationId" AND m."personId" = g."personId" AND m.role::text = g.part::text
  WHERE g."personId" = app.viewer() AND app.is_current(g."startsAt", g."endsAt") AND app.is_current(m."startsAt", m."endsAt")
    AND (parts = '{}' OR g.part = ANY (parts))
$$;

-- Everybody who has or had a place in one of the viewer's groups: old notes keep their writers' names.
CREATE FUNCTION app.group_mates() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT "personId"), '{}') FROM "GroupMember" WHERE "groupId" = ANY (app.my_groups())
$$;

-- May this person hold this part, being what they are in this setting?
CREATE FUNCTION app.may_hold_part(person uuid, organisation uuid, part "GroupPart") RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = organisation
    AND m.role::text = part::text AND app.is_current(m."startsAt", m."endsAt"))
$$;

-- Until when this person holds this part, or held it last.
CREATE FUNCTION app.part_ends(person uuid, organisation uuid, part "GroupPart") RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(coalesce(m."endsAt", 'infinity')) FROM "Membership" m
  WHERE m."personId" = person AND m."organisationId" = organisation AND m.role::text = part::text
$$;

-- Marks the seats whose lease has run out as lost, once each, and says whose: whoever is still in the room notices for everybody.
-- Skips rows somebody is just renewing.
CREATE FUNCTION app.lapse_seats(meeting uuid) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Seat" SET "lostAt" = "heldUntil" WHERE "meetingId" = meeting AND "personId" IN (
    SELECT s."personId" FROM "Seat" s JOIN "Meeting" m ON m.id = s."meetingId"
    WHERE s."meetingId" = meeting AND s."leftAt" IS NULL AND s."lostAt" IS NULL AND s."heldUntil" < app.now() AND m."groupId" = ANY (app.my_groups())
    FOR UPDATE OF s SKIP LOCKED)
  RETURNING "personId"
$$;

-- How each meeting of a group was attended, in numbers: for those who arrange it and may not read more. The newest mark counts.
CREATE FUNCTION app.register_counts(of_group uuid) RETURNS TABLE ("meetingId" uuid, present int, late int, absent int, excused int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT newest."meetingId", count(*) FILTER (WHERE mark = 'present')::int, count(*) FILTER (WHERE mark = 'late')::int,
         count(*) FILTER (WHERE mark = 'absent')::int, count(*) FILTER (WHERE mark = 'excused')::int
  FROM (SELECT DISTINCT ON (r."meetingId", r."personId") r."meetingId", r.mark FROM "RegisterMark" r
        JOIN "Meeting" m ON m.id = r."meetingId" JOIN "SupervisionGroup" g ON g.id = m."groupId"
        WHERE g.id = of_group AND (g.id = ANY (app.my_groups('{youth_worker,specialist}')) OR g."organisationId" = ANY (app.my_organisations('{coordinator}')))
        ORDER BY r."meetingId", r."personId", r."markedAt" DESC, r.id DESC) newest
  GROUP BY newest."meetingId"
$$;

REVOKE ALL ON FUNCTION app.my_groups("GroupPart"[]), app.group_mates(), app.may_hold_part(uuid, uuid, "GroupPart"), app.part_ends(uuid, uuid, "GroupPart"), app.lapse_seats(uuid), app.register_counts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_groups("GroupPart"[]), app.group_mates(), app.may_hold_part(uuid, uuid, "GroupPart"), app.part_ends(uuid, uuid, "GroupPart"), app.lapse_seats(uuid), app.register_counts(uuid) TO app;

-- Mentors of one group see each other's names.
CREATE POLICY group_mates ON "Person" FOR SELECT TO app USING (id = ANY ((SELECT app.group_mates())::uuid[]));

-- ── Groups, places, meetings ────────────────────────────────────────────────────────────────────────────────────────
-- Seen by those in the group and by those of the setting who arrange it: its coordinator and youth workers.
GRANT SELECT, INSERT ON "SupervisionGroup", "GroupMember", "Meeting" TO app;
GRANT UPDATE ("name", "place", "callAddress", "rule", "firstAt", "minutes", "closedAt") ON "SupervisionGroup" TO app;
GRANT UPDATE ("endsAt") ON "GroupMember" TO app;
GRANT UPDATE ("startsAt", "minutes", "place", "itemId", "calledOffAt") ON "Meeting" TO app;

CREATE POLICY in_it ON "SupervisionGroup" FOR SELECT TO app USING (id = ANY ((SELECT app.my_groups())::uuid[]));
CREATE POLICY in_it ON "GroupMember" FOR SELECT TO app USING ("groupId" = ANY ((SELECT app.my_groups())::uuid[]));
CREATE POLICY in_it ON "Meeting" FOR SELECT TO app USING ("groupId" = ANY ((SELECT app.my_groups())::uuid[]));
CREATE POLICY supervisors_change ON "Meeting" FOR UPDATE TO app USING ("groupId" = ANY ((SELECT app.my_groups('{youth_worker,specialist}'))::uuid[]));
DO $$ DECLARE t text; arranges text := '"organisationId" = ANY ((SELECT app.my_organisations(''{coordinator,youth_worker}''))::uuid[])'; BEGIN
  FOREACH t IN ARRAY '{SupervisionGroup,GroupMember,Meeting}'::text[] LOOP
    EXECUTE format('CREATE POLICY arrangers_see ON %I FOR SELECT TO app USING (%s)', t, arranges);
    EXECUTE format('CREATE POLICY arrangers_change ON %I FOR UPDATE TO app USING (%s)', t, arranges);
  END LOOP;
  EXECUTE format('CREATE POLICY arrangers_make ON "SupervisionGroup" FOR INSERT TO app WITH CHECK (%s)', arranges);
  EXECUTE format('CREATE POLICY arrangers_place ON "GroupMember" FOR INSERT TO app WITH CHECK (%s AND app.may_hold_part("personId", "organisationId", part)
    AND EXISTS (SELECT FROM "SupervisionGroup" g WHERE g.id = "groupId" AND g."organisationId" = "GroupMember"."organisationId"))', arranges);
  EXECUTE format('CREATE POLICY arrangers_plan ON "Meeting" FOR INSERT TO app WITH CHECK (%s
    AND EXISTS (SELECT FROM "SupervisionGroup" g WHERE g.id = "groupId" AND g."organisationId" = "Meeting"."organisationId"))', arranges);
END $$;

-- ── The room ────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON "MeetingOpening", "MeetingClosing", "Seat", "AgendaItem", "Turn", "CheckIn", "QuietSignal", "RegisterMark", "KeptNote", "Observation", "AdultGap", "SafetyReminder" TO app;
GRANT UPDATE ("overrideReason", "standbyId") ON "MeetingOpening" TO app;
GRANT UPDATE ("heldUntil", "leftAt", "lostAt") ON "Seat" TO app;
GRANT UPDATE ("startedAt", "addedMinutes", "endedAt") ON "AgendaItem" TO app;
GRANT UPDATE ("startedAt", "endedAt") ON "Turn" TO app;
GRANT UPDATE ("scale", "word", "at") ON "CheckIn" TO app;
GRANT UPDATE ("answeredById", "answeredAt") ON "QuietSignal" TO app;
GRANT UPDATE ("removedAt") ON "KeptNote" TO app;
GRANT UPDATE ("words", "revision", "savedAt") ON "Observation" TO app;
GRANT UPDATE ("until") ON "AdultGap" TO app;

DO $$ DECLARE
  t text;
  of_group text := 'EXISTS (SELECT FROM "Meeting" m WHERE m.id = "meetingId" AND m."organisationId" = %1$I."organisationId" AND m."groupId" = ANY ((SELECT app.my_groups(%2$L))::uuid[]))';
  anybody text; adults text; mine text;
BEGIN
  FOREACH t IN ARRAY '{MeetingOpening,MeetingClosing,Seat,AgendaItem,Turn,CheckIn,QuietSignal,RegisterMark,KeptNote,Observation,AdultGap,SafetyReminder}'::text[] LOOP
    anybody := format(of_group, t, '{}');
    adults := format(of_group, t, '{youth_worker,specialist}');

    -- What the whole group sees; what supervisors see alone; and of that, one's own.
    IF t = ANY ('{MeetingOpening,MeetingClosing,Seat,AgendaItem,Turn,CheckIn,KeptNote,AdultGap,SafetyReminder}') THEN
      EXECUTE format('CREATE POLICY group_sees ON %I FOR SELECT TO app USING (%s)', t, anybody);
    ELSE
      EXECUTE format('CREATE POLICY supervisors_see ON %I FOR SELECT TO app USING (%s)', t, adults);
    END IF;
    mine := CASE t WHEN 'RegisterMark' THEN '"personId"' WHEN 'QuietSignal' THEN '"fromId"' END;
    IF mine IS NOT NULL THEN
      EXECUTE format('CREATE POLICY own ON %I FOR SELECT TO app USING (%s = (SELECT app.viewer()) AND %s)', t, mine, anybody);
    END IF;

    -- Everybody writes in their own name; supervisors write the rest.
    mine := CASE t WHEN 'Seat' THEN '"personId"' WHEN 'Turn' THEN '"personId"' WHEN 'CheckIn' THEN '"personId"' WHEN 'QuietSignal' THEN '"fromId"' WHEN 'KeptNote' THEN '"byId"' END;
    IF mine IS NOT NULL THEN
      EXECUTE format('CREATE POLICY own_written ON %I FOR INSERT TO app WITH CHECK (%s = (SELECT app.viewer()) AND %s)', t, mine, anybody);
    END IF;
    IF t = ANY ('{Seat,Turn,CheckIn,KeptNote}') THEN
      EXECUTE format('CREATE POLICY own_changed ON %I FOR UPDATE TO app USING (%s = (SELECT app.viewer()) AND %s)', t, mine, anybody);
    END IF;
    IF t = ANY ('{MeetingOpening,MeetingClosing,SafetyReminder,Observation}') THEN
      EXECUTE format('CREATE POLICY supervisors_write ON %I FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND %s)', t, adults);
    END IF;
    IF t = ANY ('{AgendaItem,AdultGap}') THEN
      EXECUTE format('CREATE POLICY supervisors_write ON %I FOR INSERT TO app WITH CHECK (%s)', t, adults);
    END IF;
    IF t = ANY ('{MeetingOpening,AgendaItem,Turn,QuietSignal,KeptNote,AdultGap}') THEN
      EXECUTE format('CREATE POLICY supervisors_change ON %I FOR UPDATE TO app USING (%s)', t, adults);
    END IF;
    IF t = 'RegisterMark' THEN
      EXECUTE format('CREATE POLICY came_in ON "RegisterMark" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND "markedById" IS NULL AND mark IN (''present'', ''late'') AND %s)', anybody);
      EXECUTE format('CREATE POLICY supervisors_mark ON "RegisterMark" FOR INSERT TO app WITH CHECK (("markedById" IS NULL OR "markedById" = (SELECT app.viewer())) AND %s)', adults);
    END IF;
    IF t = 'Observation' THEN
      EXECUTE format('CREATE POLICY own_changed ON "Observation" FOR UPDATE TO app USING ("byId" = (SELECT app.viewer()) AND %s)', adults);
    END IF;
  END LOOP;
END $$;

-- When a meeting opened and closed (not why with one adult: that has no key for them) is also for those who arrange it.
CREATE POLICY arrangers_see ON "MeetingOpening" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[]));
CREATE POLICY arrangers_see ON "MeetingClosing" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[]));

-- ── Keys of sealed rows ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY check_ins ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'CheckIn' AND EXISTS (SELECT FROM "CheckIn" r WHERE r.id = "rowId"));
CREATE POLICY kept_notes ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'KeptNote' AND EXISTS (SELECT FROM "KeptNote" r WHERE r.id = "rowId"));
CREATE POLICY observations ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Observation' AND EXISTS (SELECT FROM "Observation" r WHERE r.id = "rowId"));
CREATE POLICY why_one_adult ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'MeetingOpening' AND EXISTS (
  SELECT FROM "MeetingOpening" r JOIN "Meeting" m ON m.id = r."meetingId" WHERE r."meetingId" = "rowId" AND m."groupId" = ANY ((SELECT app.my_groups('{youth_worker,specialist}'))::uuid[])));
