-- A look counts once a quarter of an hour, and again where somebody added something since: what was read counted as unread, and the next addition sent no letter.
-- Each function stays as it stands but for this one condition.
DO $$
DECLARE
  change record; before text; body text;
BEGIN
  FOR change IN SELECT * FROM (VALUES
    ('app.add_to_chronology', 'e."byId" = line_by AND e.at > line_at - interval ''15 minutes''',
      ' AND NOT EXISTS (SELECT FROM "ChronologyEntry" n WHERE n."concernId" = concern AND n.number > e.number AND n.kind IN (''added'', ''marked'', ''notified'') AND n."byId" IS DISTINCT FROM line_by)'),
    ('app.add_adult_line', 'l."byId" = me AND l.at > app.now() - interval ''15 minutes''',
      ' AND NOT EXISTS (SELECT FROM "AdultLine" n WHERE n."adultConcernId" = record AND n.number > l.number AND n.kind = ''added'' AND n."byId" IS DISTINCT FROM me)')
  ) AS changes (called, condition, beside) LOOP
    before := pg_get_functiondef(change.called::regproc);
    body := replace(before, change.condition, change.condition || change.beside);
    IF body = before THEN RAISE EXCEPTION '% does not say: %', change.called, change.condition; END IF;
    EXECUTE body;
  END LOOP;
END $$;
