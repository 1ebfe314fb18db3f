package org.tctf.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules 1–3 and 7 of the architecture, and the naming and nullness that every module keeps. */
final class Rules {
    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.lang.Thread.sleep");

    static final ArchRule KERNEL_IS_PLAIN = classes()
            .that()
            .resideInAPackage("org.tctf.kernel..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "javax.crypto..", "org.tctf.kernel..", "org.jmolecules..", "org.jspecify.."))
            .because("34 services and every newcomer must learn it (ADR 1, rule 3)");

    /** What the auth services' shared kernel has beside its ports. */
    private static DescribedPredicate<JavaClass> areValues() {
        return DescribedPredicate.describe(
                "are records or enums", type -> type.isRecord() || type.isEnum() || type.isMemberClass());
    }

    static final ArchRule DOMAIN_IS_PLAIN = classes()
            .that(areIn("domain"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..", "org.tctf.kernel..", "org.jmolecules..", "org.jspecify..", "org.tctf..domain..")
                    .or(resideInAPackage("org.tctf.identity").and(areValues()))
                    .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http.."))))
            .because("a domain knows no framework, no storage and no wire (ADR 1, rule 3)");

    static final ArchRule APPLICATION_IS_PLAIN = classes()
            .that(areIn("application"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "jakarta.inject..",
                            "org.tctf.kernel..",
                            "org.tctf.identity..",
                            "org.jmolecules..",
                            "org.jspecify..",
                            "org.tctf..domain..",
                            "org.tctf..application..")
                    .or(isAServiceDefinition())
                    .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http.."))))
            .because("a use case knows its domain and its ports only (ADR 1, rule 3)");

    static final ArchRule WEB_AND_EVENTS_GO_THROUGH_USE_CASES = noClasses()
            .that()
            .resideInAnyPackage("..adapter.web..", "..adapter.events..", "..adapter.socket..")
            .should()
            .dependOnClassesThat(resideInAPackage("..adapter.store.."))
            .because("an entry adapter calls a use case, never the store (ADR 1, rule 3)");

    static final ArchRule SERVICES_DO_NOT_CALL_EACH_OTHER = noClasses()
            .that(areInAService())
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "io.micronaut.http.client.."))
            .because("services meet in events; outgoing calls to providers are ports (ADR 8, rule 7)");

    static final ArchRule SERVICES_KNOW_NO_TECHNOLOGY_OF_ADAPTERS = noClasses()
            .that(areInAService())
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..",
                    "org.sqlite..",
                    "software.amazon..",
                    "com.amazonaws..",
                    "org.tctf.sqlite..",
                    "org.tctf.bus..",
                    "org.tctf.eventbridge..",
                    "org.tctf.http..",
                    "org.tctf.json..",
                    "org.tctf.embedded..",
                    "org.tctf.builtinidentity..",
                    "org.tctf.keyring..",
                    "org.tctf.objects..",
                    "org.tctf.s3..",
                    "org.tctf.flags..",
                    "org.tctf.appconfig..",
                    "org.tctf.apigatewaysocket..",
                    "org.tctf.mail..",
                    "org.tctf.telemetry..",
                    "org.tctf.app.."))
            .because("what a service runs on is decided when it is packaged (ADR 1, rules 3 and 4)");

    static final ArchRule TIME_AND_CHANCE_ARE_INJECTED = noClasses()
            .that(areInAService())
            .should()
            .accessTargetWhere(isAClockOrDice())
            .because(
                    "tests and simulations move the clock and repeat the dice: inject InstantSource and Ids (ADR 1, rule 3)");

    static final ArchRule CHANCE_CANNOT_BE_GUESSED = noClasses()
            .that(areInAService().or(resideInAnyPackage("org.tctf.builtinidentity..", "org.tctf.kernel.crypto..")))
            .should()
            .dependOnClassesThat(
                    assignableTo(RandomGenerator.class).and(DescribedPredicate.not(type(SecureRandom.class))))
            .because("what services draw are codes, secrets and ids: use SecureRandom (ASVS 6.5.3, 7.2.3)");

    static final ArchRule A_USE_CASE_IS_ONE_VERB = classes()
            .that(areIn("application"))
            .and()
            .areNotInterfaces()
            .and()
            .areNotRecords()
            .and()
            .areNotEnums()
            .and()
            .areTopLevelClasses()
            .and()
            .areAnnotatedWith("jakarta.inject.Singleton")
            .should(offerOneVerb())
            .because("a use case is a class named by a verb phrase (ADR 1, style 5)");

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .that()
            .resideInAPackage("org.tctf..")
            .and(DescribedPredicate.not(nameMatching(".*\\$.*")))
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Data")
            .orShould()
            .haveSimpleNameEndingWith("Info")
            .because("these words say nothing (ADR 1, style: words)");

    /** What the annotation processor writes: {@code $EditProfile$Definition}. */
    private static final Pattern GENERATED = Pattern.compile("\\.\\$");

    private Rules() {}

    /** One service may not see another's classes: built for one root, as each service is its own. */
    static ArchRule isolated(String root, Set<String> otherRoots) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        otherRoots.stream().map(other -> other + "..").toArray(String[]::new)))
                .because("services meet in events only; take your own record of what you read (ADR 2, rule 2)");
    }

    private static DescribedPredicate<JavaClass> areIn(String layer) {
        return areInAService()
                .and(DescribedPredicate.describe(
                        "are in " + layer,
                        type -> Set.of(type.getPackageName().split("\\.")).contains(layer)));
    }

    /** Services are all that is neither kernel, identity, adapter nor app. */
    private static DescribedPredicate<JavaClass> areInAService() {
        return DescribedPredicate.describe(
                "are in a service",
                type -> !GENERATED.matcher(type.getName()).find()
                        && Roots.ofServices().stream()
                                .anyMatch(root -> (type.getPackageName() + ".").startsWith(root + ".")));
    }

    private static DescribedPredicate<JavaClass> isAServiceDefinition() {
        return DescribedPredicate.describe(
                "is a service's definition", type -> type.isAssignableTo("org.tctf.kernel.service.Service"));
    }

    private static DescribedPredicate<JavaAccess<?>> isAClockOrDice() {
        return DescribedPredicate.describe(
                "a clock or dice of its own",
                access -> CLOCKS_AND_DICE.contains(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName())
                        || access.getTargetOwner()
                                .getName()
                                .matches("java\\.util\\.Random|java\\.util\\.concurrent\\.ThreadLocalRandom"));
    }

    private static ArchCondition<JavaClass> offerOneVerb() {
        return new ArchCondition<>("offer one verb") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> verbs = type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .map(JavaMethod::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
                events.add(new SimpleConditionEvent(
                        type, verbs.size() <= 1, "%s offers %s".formatted(type.getName(), verbs)));
            }
        };
    }
}
