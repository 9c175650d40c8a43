-- Something that is to be done in a case was read on its own page: by whoever was asked, by who covers for them, or by a reader of the case.
CREATE FUNCTION app.line_reads_action(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM "CaseAction" a WHERE a.id = (line_reads_action.facts->>'actionId')::uuid AND a."concernId" = concern AND a."concernId" <> ALL (app.concerns_kept_from_me())
    AND ((a."ownerId" = app.viewer() AND a."organisationId" = ANY (app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}')))
      OR a.id = ANY (app.actions_i_cover()) OR a."organisationId" = ANY (app.settings_i_safeguard()) OR a."concernId" = ANY (app.concerns_to_read())))
$$;
REVOKE ALL ON FUNCTION app.line_reads_action(uuid, uuid, jsonb) FROM PUBLIC;
INSERT INTO "LineKind" (kind, "fromStates", who, proviso) VALUES ('action-read', '{}', '{}', 'line_reads_action');
