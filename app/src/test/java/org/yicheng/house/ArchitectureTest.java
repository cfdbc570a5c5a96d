package org.yicheng.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yicheng.YichengApplication;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.chain.Link;
import org.yicheng.count.QuorumRule;
import org.yicheng.rule.Refusal;

/** What the compiler and Modulith do not say: how the house is built inside. */
class ArchitectureTest {

    private static final List<Class<?>> CORES =
            List.of(Refusal.class, Link.class, OfficialDate.class, QuorumRule.class);

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(YichengApplication.class.getPackageName());

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrls(CORES.stream().map(ArchitectureTest::urlOf).toList());

    @Test
    void coresRequireNothingButThePlatformAndEachOther() {
        Path[] places = CORES.stream().map(ArchitectureTest::whereFrom).toArray(Path[]::new);
        Set<ModuleReference> modules = ModuleFinder.of(places).findAll();

        assertThat(modules).hasSize(CORES.size());
        assertThat(modules.stream().map(ModuleReference::descriptor).flatMap(ArchitectureTest::required))
                .allMatch(name -> name.equals("java.base") || name.startsWith("org.yicheng."));
    }

    /** The modules' word is not taken for it: what their classes use is read from the class files. */
    @Test
    void coresUseNothingButJavaBase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.yicheng..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.text..",
                        "java.security..",
                        "java.nio..",
                        "java.io..",
                        "")
                .check(CORE);
    }

    @Test
    void coresHaveNoClockNoChanceAndNoFiles() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.nio.file.Path.class)
                .check(CORE);
    }

    @Test
    void coresBookNothingInFloatingPoint() {
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(CORE);
        noFields()
                .should()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(Float.class)
                .check(CORE);
    }

    /** Services meet through the kernels' events; so far there is one, and it stays so by rule, not by luck. */
    @Test
    void aServiceNeverImportsAService() {
        List<String> services = List.of(
                "congress",
                "proposals",
                "livelihood",
                "insolvency",
                "carbon",
                "innovation",
                "talent",
                "enterprise",
                "testing");
        for (String service : services) {
            String[] others = services.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "org.yicheng." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.yicheng." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(APP);
        }
    }

    /** Counting ballots under every rule is a layer that services stand on; it knows none of them. */
    @Test
    void budgetingKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("org.yicheng.budgeting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yicheng.congress..", "org.yicheng.proposals..", "org.yicheng.livelihood..")
                .check(APP);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(APP);
    }

    @Test
    void nothingIsPrintedPastTheLogger() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(APP);
    }

    /** But in the one place where a library's feed takes no other. */
    @Test
    void theOldDateClassesStayOut() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DeliveryFeeds")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .check(APP);
    }

    private static Stream<String> required(ModuleDescriptor module) {
        return module.requires().stream().map(ModuleDescriptor.Requires::name);
    }

    private static Path whereFrom(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder of classes or, when the build has packaged the core already, its jar. */
    private static URL urlOf(Class<?> type) {
        Path place = whereFrom(type);
        try {
            return Files.isDirectory(place)
                    ? place.toUri().toURL()
                    : URI.create("jar:" + place.toUri() + "!/").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
