-- Who of those who could be told of a concern, or keep one about an adult, bears one of these words in their full name. The form knows them by the name they go by, and a child writes “Ms Khan”: their full name stays here.
CREATE FUNCTION app.named_here(place uuid, words text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(p.id), '{}') FROM "Person" p
  WHERE p.id IN (SELECT t."personId" FROM app.adults_to_tell(place) t UNION SELECT l."personId" FROM app.adult_ladder(place) l)
    -- As `wordsOf` has them, in whatever language the database was made for.
    AND regexp_split_to_array(lower(regexp_replace(normalize(p."fullName", NFD), '[\u0300-\u036f]', '', 'g') COLLATE pg_c_utf8), '[[:space:][:punct:][:digit:]]+' COLLATE pg_c_utf8) && words
$$;
REVOKE ALL ON FUNCTION app.named_here(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.named_here(uuid, text[]) TO app;
