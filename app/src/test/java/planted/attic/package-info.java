/** Reaches into the private part of the cellar, and closes a circle with it. */
@ApplicationModule(allowedDependencies = {"cellar"})
package planted.attic;

import org.springframework.modulith.ApplicationModule;
