-- What proves a chronology reads the rows of a case as well, and holds each against its line.
GRANT SELECT ON "CaseReader", "CaseAction", "CaseActionEnd" TO system;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{CaseReader,CaseAction,CaseActionEnd}'::text[] LOOP
    EXECUTE format('CREATE POLICY jobs ON %I FOR SELECT TO system USING (true)', t);
  END LOOP;
END $$;
