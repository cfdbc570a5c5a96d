package org.yicheng.web.pages;

import java.util.List;
import org.yicheng.party.Permission;
import org.yicheng.party.Permissions;
import org.yicheng.party.Role;

/** The permissions table: rows permissions, columns roles. */
public record PermissionsView() {

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public List<Permission> permissions() {
        return List.of(Permission.values());
    }

    public boolean gives(Role role, Permission permission) {
        return permission == Permission.PUBLIC_READ
                || permission == Permission.OWN_ACCOUNT
                || Permissions.of(role).contains(permission);
    }
}
