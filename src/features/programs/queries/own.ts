import { sql } from "kysely";

/**
 * Of a row of relationship, in the name of a person: they are a member. `= any (member_ids)` would read every relationship of the organisation, as
 * row-level security lets no operator of arrays ask an index first (migration 0049).
 */
export const isOwn = sql<boolean>`relationship.id = any ((select own_relationships())::uuid[])`;
