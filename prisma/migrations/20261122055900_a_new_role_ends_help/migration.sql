-- A code that lets somebody back in opens all that they see. It was given for what they were then: a role that comes while it is open would be
-- opened with it, and nobody was asked whether its givers may help such a one. So the role takes it back, whoever gives it and by whatever deed.
CREATE FUNCTION app.end_open_help() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "HelpBackIn" SET "takenBackAt" = app.now() WHERE "personId" = NEW."personId" AND "usedAt" IS NULL AND "takenBackAt" IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_open_help() FROM PUBLIC;
CREATE TRIGGER new_role_ends_help AFTER INSERT ON "Membership" FOR EACH ROW EXECUTE FUNCTION app.end_open_help();
