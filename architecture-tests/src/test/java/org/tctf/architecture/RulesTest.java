package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jmolecules.archunit.JMoleculesDddRules;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.tctf", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {
    @ArchTest
    static final ArchRule kernelIsPlain = Rules.KERNEL_IS_PLAIN;

    @ArchTest
    static final ArchRule domainIsPlain = Rules.DOMAIN_IS_PLAIN;

    @ArchTest
    static final ArchRule applicationIsPlain = Rules.APPLICATION_IS_PLAIN;

    @ArchTest
    static final ArchRule webAndEventsGoThroughUseCases = Rules.WEB_AND_EVENTS_GO_THROUGH_USE_CASES;

    @ArchTest
    static final ArchRule servicesDoNotCallEachOther = Rules.SERVICES_DO_NOT_CALL_EACH_OTHER;

    @ArchTest
    static final ArchRule servicesKnowNoTechnologyOfAdapters = Rules.SERVICES_KNOW_NO_TECHNOLOGY_OF_ADAPTERS;

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = Rules.TIME_AND_CHANCE_ARE_INJECTED;

    @ArchTest
    static final ArchRule chanceCannotBeGuessed = Rules.CHANCE_CANNOT_BE_GUESSED;

    @ArchTest
    static final ArchRule aUseCaseIsOneVerb = Rules.A_USE_CASE_IS_ONE_VERB;

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = Rules.NAMES_SAY_WHAT_A_CLASS_IS;

    @ArchTest
    static final ArchRule aggregatesAndValuesAreWhatTheySay = JMoleculesDddRules.all();

    @ArchTest
    static void servicesAreIsolated(JavaClasses classes) {
        for (String root : Roots.ofServices()) {
            Set<String> others = Roots.ofServices().stream()
                    .filter(other -> !other.equals(root))
                    .collect(Collectors.toSet());
            if (!root.startsWith(Roots.VIOLATIONS)) {
                Rules.isolated(root, others).check(classes);
            }
        }
    }

    @ArchTest
    static void everyPackageSaysWhatItPromisesAndIsNullMarked(JavaClasses classes) {
        Set<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .filter(javaPackage -> javaPackage.getClasses().stream().anyMatch(type -> !type.isAnonymousClass()))
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(javaPackage -> javaPackage.getName())
                .collect(Collectors.toSet());
        assertThat(unmarked)
                .as("packages without a @NullMarked package-info.java (ADR 1, style 3)")
                .isEmpty();
    }
}
