-- The same rule once more. Compared with an array, each of a course's rows had the whole array sorted for it; out of a set, the set is hashed once a question.
ALTER POLICY in_view ON "CohortSession" USING ("cohortId" IN (SELECT unnest(app.cohorts_in_view())));
ALTER POLICY overseen ON "CohortMember" USING ("cohortId" IN (SELECT unnest(app.cohorts_i_oversee())));
