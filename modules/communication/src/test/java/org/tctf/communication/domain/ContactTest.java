package org.tctf.communication.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;

class ContactTest {
    private static final List<UnaryOperator<Contact>> FACTS = List.of(
            contact -> contact.created(new Recipient("ada", address("first"), "Ada", Language.DE)),
            contact -> contact.moved(address("second"), 4),
            contact -> contact.moved(address("third"), 7),
            contact -> contact.prefers(Language.FR, Map.of("DIGEST", Set.of("EMAIL")), null, 5),
            contact -> contact.prefers(Language.IT, Map.of("DIGEST", Set.of("IN_APP")), null, 6));

    @Provide
    Arbitrary<List<UnaryOperator<Contact>>> ordersOfFacts() {
        return Arbitraries.shuffle(FACTS);
    }

    @Property(tries = 120)
    void whateverTheOrderOfTheFactsTheNewestOfEachKindCounts(
            @ForAll("ordersOfFacts") List<UnaryOperator<Contact>> facts) {
        Contact contact = Contact.unknown("ada");
        for (UnaryOperator<Contact> fact : facts) {
            contact = fact.apply(contact);
        }
        assertThat(contact.email()).isEqualTo(address("third"));
        assertThat(contact.language()).isEqualTo(Language.IT);
        assertThat(contact.name()).isEqualTo("Ada");
        assertThat(contact.welcomed()).isTrue();
        assertThat(contact.wants(new Content.Digest(1, List.of()), Channel.EMAIL))
                .isFalse();
    }

    @Test
    void aTopicThatNobodyHasSwitchedOffIsWanted() {
        assertThat(Contact.unknown("ada").wants(new Content.OnboardingNudge(List.of()), Channel.EMAIL))
                .isTrue();
    }

    @Test
    void anOldFactAgainChangesNothing() {
        Contact contact = Contact.unknown("ada").moved(address("new"), 3);
        assertThat(contact.moved(address("new"), 3)).isSameAs(contact);
        assertThat(contact.moved(address("old"), 2)).isSameAs(contact);
    }

    private static EmailAddress address(String name) {
        return new EmailAddress(name + "@example.org");
    }
}
