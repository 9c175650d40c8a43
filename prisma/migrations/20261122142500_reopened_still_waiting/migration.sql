-- Under the lock of the head: whether it still waits is what is open.
CREATE FUNCTION app.reopens_as_it_waits(concern uuid, kind text, facts jsonb) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce((facts->>'stillWaiting')::boolean, false) <> (cardinality(app.referrals_open(concern)) > 0) THEN RAISE EXCEPTION 'it has moved on' USING ERRCODE = 'BL001'; END IF;
END $$;
REVOKE ALL ON FUNCTION app.reopens_as_it_waits(uuid, text, jsonb) FROM PUBLIC;
UPDATE "LineKind" SET "underLock" = 'reopens_as_it_waits' WHERE kind = 'reopened';
