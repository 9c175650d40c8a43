-- CreateTable
CREATE TABLE "DayRoot" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "heads" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "DayRoot_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "SettingRoot" (
    "day" DATE NOT NULL,
    "organisationId" UUID NOT NULL,
    "heads" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "SettingRoot_pkey" PRIMARY KEY ("day","organisationId")
);

-- CreateTable
CREATE TABLE "AnchoredHead" (
    "concernId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "organisationId" UUID NOT NULL,
    "length" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AnchoredHead_pkey" PRIMARY KEY ("concernId","day")
);

-- CreateIndex
CREATE INDEX "SettingRoot_organisationId_idx" ON "SettingRoot"("organisationId");

-- CreateIndex
CREATE INDEX "AnchoredHead_day_idx" ON "AnchoredHead"("day");

-- CreateIndex
CREATE INDEX "AnchoredHead_organisationId_idx" ON "AnchoredHead"("organisationId");

-- ── A day's root over every chronology ──────────────────────────────────────────────────────────────────────────────
-- Nobody writes these by hand: the function alone does, once a day, from the heads as they stand. Jobs call it and read; pages do neither.
ALTER TABLE "DayRoot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SettingRoot" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AnchoredHead" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "DayRoot", "SettingRoot", "AnchoredHead" TO system;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{DayRoot,SettingRoot,AnchoredHead}'::text[] LOOP
    EXECUTE format('CREATE POLICY jobs ON %I FOR SELECT TO system USING (true)', t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;

-- A setting's part: SHA-256 over a line for each chronology, in the order of their ids: concern|length|link, ended by a line feed. A day's root:
-- SHA-256 over the root of the day before (32 zero bytes at first), the day and a line feed, and a line for each setting: setting|heads|part.
-- The same as modules/anchors/roots.ts. Gives back the day; nothing where it has its root already.
CREATE FUNCTION app.anchor_heads() RETURNS date
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE this_day date := (app.now() AT TIME ZONE 'Europe/London')::date; before bytea;
BEGIN
  -- Two processes may come at once: the second waits here, and then finds the day done.
  LOCK TABLE "DayRoot" IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM "DayRoot" WHERE day >= this_day) THEN RETURN NULL; END IF;
  SELECT hash INTO before FROM "DayRoot" ORDER BY day DESC LIMIT 1;
  INSERT INTO "AnchoredHead" ("concernId", day, "organisationId", length, hash)
    SELECT h."concernId", this_day, h."organisationId", h.length, h.hash FROM "ChronologyHead" h
    WHERE h.hash IS DISTINCT FROM (SELECT a.hash FROM "AnchoredHead" a WHERE a."concernId" = h."concernId" ORDER BY a.day DESC LIMIT 1);
  INSERT INTO "SettingRoot" (day, "organisationId", heads, hash)
    SELECT this_day, n."organisationId", count(*), sha256(convert_to(string_agg(concat_ws('|', n."concernId", n.length, encode(n.hash, 'hex')) || E'\n', '' ORDER BY n."concernId"), 'UTF8'))
    FROM (SELECT DISTINCT ON ("concernId") * FROM "AnchoredHead" ORDER BY "concernId", day DESC) n GROUP BY n."organisationId";
  INSERT INTO "DayRoot" (day, at, heads, hash)
    SELECT this_day, app.now(), coalesce(sum(s.heads), 0), sha256(coalesce(before, decode(repeat('00', 32), 'hex'))
      || convert_to(to_char(this_day, 'YYYY-MM-DD') || E'\n' || coalesce(string_agg(concat_ws('|', s."organisationId", s.heads, encode(s.hash, 'hex')) || E'\n', '' ORDER BY s."organisationId"), ''), 'UTF8'))
    FROM "SettingRoot" s WHERE s.day = this_day;
  RETURN this_day;
END $$;
REVOKE ALL ON FUNCTION app.anchor_heads() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.anchor_heads() TO system;
