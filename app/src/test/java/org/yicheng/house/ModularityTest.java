package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.yicheng.YichengApplication;
import planted.PlantedHouse;

class ModularityTest {

    /** The cores and finding are libraries that every module may use, and compiled templates belong to all pages. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            YichengApplication.class,
            JavaClass.Predicates.resideInAnyPackage(
                    "org.yicheng.rule..",
                    "org.yicheng.chain..",
                    "org.yicheng.calendar..",
                    "org.yicheng.count..",
                    "org.yicheng.finding..",
                    "org.yicheng.jte.."));

    @Test
    void modulesKeepTheirPromises() {
        MODULES.verify();
    }

    @Test
    void theHouseDrawsItself() {
        new Documenter(MODULES).writeDocumentation();
    }

    /** A check that nothing can fail checks nothing: a house with three planted faults must be refused. */
    @Test
    void plantedViolationsAreFound() {
        ImportOption everything = location -> true;
        String found = ApplicationModules.of(PlantedHouse.class, everything)
                .detectViolations()
                .getMessages()
                .toString();

        assertThat(found)
                .contains("'attic' depends on non-exposed type planted.cellar.store.Bottles")
                .contains("'cellar' depends on module 'attic'")
                .contains("Cycle detected");
    }
}
