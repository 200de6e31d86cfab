/** All SQL statements of the PostgreSQL side of the comparison. */
export const schema = `
CREATE TABLE contact (
  project_no text, service_number int, department text NOT NULL, area text NOT NULL,
  PRIMARY KEY (project_no, service_number)
);
CREATE TABLE rating (
  project_no text, service_number int, level text NOT NULL, tags text[] NOT NULL, text text,
  words text NOT NULL, rated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (project_no, service_number),
  FOREIGN KEY (project_no, service_number) REFERENCES contact
);
CREATE TABLE ticket (
  project_no text, service_number int, state text NOT NULL,
  contact_due timestamptz NOT NULL, rectify_due timestamptz NOT NULL,
  PRIMARY KEY (project_no, service_number),
  FOREIGN KEY (project_no, service_number) REFERENCES rating
);
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, project_no text NOT NULL,
  service_number int NOT NULL, department text NOT NULL, area text NOT NULL, bad boolean NOT NULL,
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(), drained_at timestamptz
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE drained_at IS NULL;
CREATE TABLE daily (
  day date, area text, department text, rated int NOT NULL, bad int NOT NULL,
  PRIMARY KEY (day, area, department)
);`;

export const insertContacts = `
INSERT INTO contact SELECT unnest($1::text[]), 1, $2, $3`;

export const findContact = `
SELECT department, area FROM contact WHERE project_no = $1 AND service_number = $2`;

export const insertRating = `
INSERT INTO rating (project_no, service_number, level, tags, text, words)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

export const findRating = `
SELECT words FROM rating WHERE project_no = $1 AND service_number = $2`;

export const insertTicket = `
INSERT INTO ticket VALUES ($1, $2, 'open', now() + interval '1 day', now() + interval '15 days')`;

export const insertOutbox = `
INSERT INTO outbox (project_no, service_number, department, area, bad) VALUES ($1, $2, $3, $4, $5)`;

/** Takes the oldest rows and counts them exactly once, in one statement. */
export const drainOutbox = `
WITH taken AS (
  UPDATE outbox SET drained_at = clock_timestamp()
  WHERE id IN (
    SELECT id FROM outbox WHERE drained_at IS NULL ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED
  )
  RETURNING (written_at AT TIME ZONE 'Asia/Shanghai')::date AS day, area, department, bad
), counted AS (
  INSERT INTO daily
  SELECT day, area, department, count(*), count(*) FILTER (WHERE bad) FROM taken GROUP BY 1, 2, 3
  ON CONFLICT (day, area, department)
  DO UPDATE SET rated = daily.rated + excluded.rated, bad = daily.bad + excluded.bad
)
SELECT count(*)::int AS taken FROM taken`;

export const countedEver = `SELECT coalesce(sum(rated), 0)::int AS rated FROM daily`;

export const lagsSince = `
SELECT (extract(epoch FROM drained_at - written_at) * 1000)::float8 AS lag
FROM outbox WHERE id > $1 ORDER BY id`;

export const newestOutbox = `SELECT coalesce(max(id), 0)::int AS id FROM outbox`;
