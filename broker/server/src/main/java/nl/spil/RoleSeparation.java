package nl.spil;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the role for daily work can do no more than add to the log: asked, never assumed. */
final class RoleSeparation {
    private static final String TOO_MUCH = """
            select 'the daily role is a superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'the daily role may make roles or databases' from pg_roles
            where rolname = current_user and not rolsuper and (rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
            union all
            select 'the daily role has the rights of the owner' from pg_roles
            where rolname = ? and pg_has_role(current_user, oid, 'member')
            union all
            select 'the daily role may make tables' where has_schema_privilege(current_user, current_schema(), 'create')
            union all
            select 'the daily role may change ' || relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r'
              and relname in ('log_entry', 'log_node', 'log_checkpoint')
              and (has_table_privilege(current_user, oid, 'update') or has_table_privilege(current_user, oid, 'delete')
                or has_table_privilege(current_user, oid, 'truncate'))
            """;

    private RoleSeparation() {}

    /** What this session may do and should not; empty when all is well. */
    static List<String> weaknesses(Connection runtime, String owner) throws SQLException {
        var weak = new ArrayList<String>();
        try (var statement = runtime.prepareStatement(TOO_MUCH)) {
            statement.setString(1, owner);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    weak.add(rows.getString(1));
                }
            }
        }
        return List.copyOf(weak);
    }
}
