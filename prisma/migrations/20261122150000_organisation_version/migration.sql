-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "organisation_version" UUID NOT NULL DEFAULT gen_random_uuid();

-- Processes keep the organisation that they have read under its version. So every change of it gives the municipality a
-- version that never was before, in the same transaction: a process that sees the change sees the version, and one that was
-- rolled back leaves none behind. By triggers, so that no way of writing can forget it.
CREATE FUNCTION organisation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- That somebody was greeted is written at their first contact, by hundreds at once, and changes nothing for anybody.
    IF NOT EXISTS (
      SELECT to_jsonb(now_is) - 'greeted_at' FROM changed now_is EXCEPT SELECT to_jsonb(was) - 'greeted_at' FROM before_it was
    ) THEN
      RETURN NULL;
    END IF;
  END IF;
  UPDATE tenant SET organisation_version = gen_random_uuid() WHERE tenant_id IN (SELECT tenant_id FROM changed);
  RETURN NULL;
END $$;

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['department', 'person', 'person_role', 'absence', 'closure'] LOOP
    EXECUTE format('CREATE TRIGGER organisation_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation_changed()', one);
    EXECUTE format('CREATE TRIGGER organisation_altered AFTER UPDATE ON %I REFERENCING OLD TABLE AS before_it NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation_changed()', one);
    EXECUTE format('CREATE TRIGGER organisation_lessened AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organisation_changed()', one);
  END LOOP;
END $$;
