-- Where a unit was when its text was kept: whoever began it finds it there also when it has left its course.
ALTER TABLE "UnitVersion" ADD COLUMN "slug" TEXT;
