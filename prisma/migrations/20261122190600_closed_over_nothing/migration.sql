-- A case is not closed, nor called the same as another, over a referral that was decided and not made: it is made, or decided again with reasons.
UPDATE "LineKind" SET "underLock" = 'nothing_is_open' WHERE kind IN ('closed', 'duplicate');
