-- Every reference has an index of its own: without one, removing or looking up the row it points to reads the whole table.
CREATE INDEX "JoinCode_cohortId_idx" ON "JoinCode"("cohortId");
CREATE INDEX "Turn_itemId_idx" ON "Turn"("itemId");
