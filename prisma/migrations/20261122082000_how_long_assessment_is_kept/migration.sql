-- How long what belongs to a learner's assessment is kept (evidence, decisions, what was claimed), from their certificate or their withdrawal. An awarding body that says otherwise has
-- a row of its own: 'accreditation.assessment ' and the code of its specification.
INSERT INTO "RetentionRule" (what, days, because) VALUES ('accreditation.assessment', 1096, 'Awarding bodies ask for evidence and decisions to be there for three years after the certificate, for appeals and for their own looking over. One that says otherwise has a row of its own, by the code of its specification.');
