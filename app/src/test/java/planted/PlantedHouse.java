package planted;

import org.springframework.modulith.Modulithic;

/** A house whose modules break the rules on purpose; see {@code ModularityTest}. */
@Modulithic
public final class PlantedHouse {

    private PlantedHouse() {}
}
