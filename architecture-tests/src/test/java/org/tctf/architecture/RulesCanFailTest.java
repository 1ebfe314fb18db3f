package org.tctf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail is no rule: each finds the violation that was made for it, and names its decision. */
class RulesCanFailTest {
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(Roots.VIOLATIONS);

    @Test
    void aDomainThatKnowsJsonIsFound() {
        assertFinds(Rules.DOMAIN_IS_PLAIN, "BookOnTheWire", "ADR 1");
    }

    @Test
    void aUseCaseThatKnowsTheFrameworkIsFound() {
        assertFinds(Rules.APPLICATION_IS_PLAIN, "LendOverHttp", "ADR 1");
    }

    @Test
    void aServiceThatImportsAnotherIsFound() {
        assertFinds(
                Rules.isolated(Roots.VIOLATIONS + ".library", Set.of(Roots.VIOLATIONS + ".archive")),
                "BookOfAnother",
                "ADR 2");
    }

    @Test
    void aControllerThatGoesAroundTheUseCaseIsFound() {
        assertFinds(Rules.WEB_AND_EVENTS_GO_THROUGH_USE_CASES, "BooksController", "ADR 1");
    }

    @Test
    void aServiceThatCallsAnotherIsFound() {
        assertFinds(Rules.SERVICES_DO_NOT_CALL_EACH_OTHER, "LendOverHttp", "ADR 8");
    }

    @Test
    void aStoreThatGoesAroundItsPortIsFound() {
        assertFinds(Rules.SERVICES_KNOW_NO_TECHNOLOGY_OF_ADAPTERS, "BooksInATable", "ADR 1");
    }

    @Test
    void aClockOfItsOwnIsFound() {
        assertFinds(Rules.TIME_AND_CHANCE_ARE_INJECTED, "BookWithItsOwnClock", "ADR 1");
    }

    @Test
    void aCodeThatCanBeGuessedIsFound() {
        assertFinds(Rules.CHANCE_CANNOT_BE_GUESSED, "BookWithItsOwnDice", "ASVS 6.5.3");
    }

    @Test
    void aUseCaseThatIsTwoIsFound() {
        assertFinds(Rules.A_USE_CASE_IS_ONE_VERB, "LendAndCollect", "ADR 1");
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        assertFinds(Rules.NAMES_SAY_WHAT_A_CLASS_IS, "BookManager", "ADR 1");
    }

    private static void assertFinds(ArchRule rule, String culprit, String decision) {
        var result = rule.evaluate(VIOLATIONS);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(culprit, decision);
    }
}
