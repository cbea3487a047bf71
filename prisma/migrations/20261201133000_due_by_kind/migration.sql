-- A beat takes what is to be told, and what is to be done, each from its earliest on: found in one descent, however many
-- obligations there are and whatever else is due in the same instant.
CREATE INDEX obligation_to_tell ON obligation (tenant_id, next_at, id) WHERE next_at IS NOT NULL AND next_is = 'tell';
CREATE INDEX obligation_to_do ON obligation (tenant_id, next_at, id) WHERE next_at IS NOT NULL AND next_is = 'do';
