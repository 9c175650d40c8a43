-- ── A rule that came later ──────────────────────────────────────────────────────────────────────────────────────────
-- A CHECK that is NOT VALID spares the rows that are there, and no row that is put back: one from before it, and nothing of a backup was restored.
-- A trigger asks of whatever is written, by whomever, and rests while a backup comes back. A test keeps out the next such CHECK.
CREATE FUNCTION app.against_a_rule() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'what is written to "%" goes against "%"', TG_TABLE_NAME, TG_NAME USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END $$;
REVOKE ALL ON FUNCTION app.against_a_rule() FROM PUBLIC;

ALTER TABLE "ClockTarget" DROP CONSTRAINT no_longer_than_the_most;
CREATE TRIGGER no_longer_than_the_most BEFORE INSERT OR UPDATE OF clock, danger, minutes ON "ClockTarget" FOR EACH ROW
  WHEN (NEW.minutes > app.longest_minutes(NEW.clock, NEW.danger)) EXECUTE FUNCTION app.against_a_rule();

ALTER TABLE "KeptLonger" DROP CONSTRAINT "KeptLonger_ten_years";
CREATE TRIGGER "KeptLonger_ten_years" BEFORE INSERT OR UPDATE OF "untilDay", at ON "KeptLonger" FOR EACH ROW
  WHEN (NEW."untilDay" <= (NEW.at AT TIME ZONE 'Europe/London')::date OR NEW."untilDay" > (NEW.at AT TIME ZONE 'Europe/London')::date + interval '10 years') EXECUTE FUNCTION app.against_a_rule();

ALTER TABLE "ConcernAttempt" DROP CONSTRAINT "ConcernAttempt_a_trial_names_nobody";
CREATE TRIGGER "ConcernAttempt_a_trial_names_nobody" BEFORE INSERT OR UPDATE OF "concernId", "personId", rung, way ON "ConcernAttempt" FOR EACH ROW
  WHEN (NEW."concernId" IS NULL AND (NEW."personId" IS NOT NULL OR NEW.rung IS NOT NULL OR NEW.way <> 'webhook')) EXECUTE FUNCTION app.against_a_rule();
