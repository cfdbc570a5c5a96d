/**
 * Kernel: finding and matching. One index over everything that may be found – full text, facets, likeness by a local
 * model – with permissions respected. It knows no service: each gives it entries through a {@link
 * org.yicheng.catalogue.Source}.
 */
@ApplicationModule(
        displayName = "目录 Catalogue",
        allowedDependencies = {"home", "record", "party", "web"})
@NullMarked
package org.yicheng.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
