-- A learner knows the name of whoever takes the second look they asked for, as of whoever decided first: until now it read as somebody who had left.
CREATE OR REPLACE VIEW app.people_assessed WITH (security_barrier) AS
  SELECT r."personId" FROM "Registration" r WHERE r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT e."byId" FROM "Evidence" e WHERE e."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."personId" = (SELECT app.viewer())
  UNION ALL SELECT t."byId" FROM "AppealTaking" t WHERE t."personId" = (SELECT app.viewer());
