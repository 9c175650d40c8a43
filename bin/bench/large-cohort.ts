import type pg from 'pg'

/** How large: the course the design asks about. */
export const large = { learners: 2000, units: 20, criteriaOfUnit: 4 }

/**
 * One course of Riverside's with so many learners on so many units, and everything they handed in: of four criteria two are met, one waits or was
 * not yet, one has nothing. Written past the deeds, into the bench's own database; its sealed columns hold nothing, because no page measured opens them. Says the course and the
 * specification, and a learner in the middle of it.
 */
export async function largeCohort(client: pg.Client): Promise<{ cohortId: string; registrationId: string; criterionId: string }> {
  const { learners, units, criteriaOfUnit } = large
  await client.query('BEGIN; SET LOCAL session_replication_role = replica')
  await client.query(`
    CREATE TEMP TABLE place ON COMMIT DROP AS SELECT m."organisationId" AS setting, o."supportedById" AS site, (SELECT "personId" FROM "SignInName" WHERE username = 'noor') AS assessor, (SELECT "personId" FROM "SignInName" WHERE username = 'grace') AS coordinator
      FROM "Membership" m JOIN "Organisation" o ON o.id = m."organisationId" JOIN "SignInName" s ON s."personId" = m."personId" WHERE s.username = 'grace' LIMIT 1;
    CREATE TEMP TABLE learner ON COMMIT DROP AS SELECT n, uuidv7() AS person, uuidv7() AS registration FROM generate_series(1, ${learners}) n;
    CREATE TEMP TABLE unit ON COMMIT DROP AS SELECT u, uuidv7() AS id, uuidv7() AS outcome FROM generate_series(1, ${units}) u;
    CREATE TEMP TABLE criterion ON COMMIT DROP AS SELECT u, c, unit.outcome, uuidv7() AS id FROM unit, generate_series(1, ${criteriaOfUnit}) c;
    INSERT INTO "Person" (id, name, "fullName") SELECT person, 'Learner ' || to_char(n, 'FM0000'), 'Learner ' || n || ' of many' FROM learner;
    INSERT INTO "Membership" (id, "organisationId", "personId", role) SELECT uuidv7(), setting, person, 'mentor' FROM learner, place;
    INSERT INTO "Specification" (id, "organisationId", code, version, title, "isExample", "importedById") SELECT uuidv7(), site, 'bench', 1, 'A large specification', true, coordinator FROM place;
    CREATE TEMP TABLE specification ON COMMIT DROP AS SELECT id FROM "Specification" WHERE code = 'bench';
    INSERT INTO "SpecificationUnit" (id, "organisationId", "specificationId", ref, title, place) SELECT unit.id, site, s.id, 'U' || u, 'A unit of the course, number ' || u, u FROM unit, place, specification s;
    INSERT INTO "LearningOutcome" (id, "organisationId", "unitId", number, title, place) SELECT outcome, site, id, '1', 'An outcome', 1 FROM unit, place;
    INSERT INTO "Criterion" (id, "organisationId", "specificationId", "outcomeId", number, says, "taughtIn", "shownBy", place) SELECT criterion.id, site, s.id, outcome, '1.' || c, 'Show what this criterion of the unit asks for', '{}', '{reflection}', u * 100 + c FROM criterion, place, specification s;
    INSERT INTO "Cohort" (id, "organisationId", kind, "courseId", name, pattern, places) SELECT uuidv7(), setting, 'mentors', 'peer-mentor-level-2', 'A very large course', 'five_session', ${learners} FROM place;
    INSERT INTO "CohortMember" (id, "organisationId", "cohortId", "personId", part, "placedAt") SELECT uuidv7(), setting, (SELECT id FROM "Cohort" WHERE name = 'A very large course'), person, 'learner', app.now() FROM learner, place;
    INSERT INTO "Registration" (id, "organisationId", "personId", "specificationId", "registeredById") SELECT registration, setting, person, s.id, coordinator FROM learner, place, specification s;
    CREATE TEMP TABLE piece ON COMMIT DROP AS SELECT n, u, person, registration, uuidv7() AS id, app.now() - make_interval(mins => n * 7 + u * 31) AS at FROM learner, unit;
    INSERT INTO "Evidence" (id, "organisationId", "registrationId", "personId", kind, body, "byId", "declarationVersion", "handedInAt") SELECT id, setting, registration, person, 'reflection', '', person, 1, at FROM piece, place;
    CREATE TEMP TABLE decided ON COMMIT DROP AS SELECT piece.id AS piece, piece.registration, piece.person, piece.at, criterion.id AS criterion, CASE WHEN c <= 2 OR (n + piece.u) % 2 = 0 THEN uuidv7() END AS decision, CASE WHEN c <= 2 THEN 'met' ELSE 'not_yet' END AS outcome
      FROM piece JOIN criterion ON criterion.u = piece.u AND c <= 3;
    INSERT INTO "Decision" (id, "organisationId", "registrationId", "personId", "criterionId", attempt, outcome, "isValid", "isAuthentic", "isCurrent", "isSufficient", feedback, "byId", "decidedAt")
      SELECT decision, setting, registration, person, criterion, 1, outcome::"Outcome", true, true, true, outcome = 'met', '', assessor, at FROM decided, place WHERE decision IS NOT NULL;
    INSERT INTO "EvidenceCriterion" ("evidenceId", "criterionId", "organisationId", "registrationId", "personId", "handedInAt", "decisionId") SELECT piece, criterion, setting, registration, person, at, decision FROM decided, place`)
  const { rows } = await client.query<{ cohortId: string; registrationId: string; criterionId: string }>(`SELECT (SELECT id FROM "Cohort" WHERE name = 'A very large course') AS "cohortId", d.registration AS "registrationId", d.criterion AS "criterionId"
    FROM decided d JOIN learner l USING (registration) WHERE l.n = ${learners / 2} AND d.decision IS NULL LIMIT 1`)
  await client.query('COMMIT')
  await client.query('ANALYZE')
  return rows[0]!
}
