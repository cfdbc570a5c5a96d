/** May depend on nothing, and does; keeps a private store that another module reaches into. */
@ApplicationModule(allowedDependencies = {})
package planted.cellar;

import org.springframework.modulith.ApplicationModule;
