package org.tctf.kernel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.flag.Flag;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.kernel.table.AccessPattern;

class ServiceDefinitionTest {
    record BookLent(String isbn) {}

    record BookLentV2(String isbn, String reader) {}

    record MemberLeft(String memberId) {}

    record RemindReader(String reader) {}

    static final class TakeBooksBack implements EventConsumer<MemberLeft> {
        @Override
        public void on(MemberLeft event, Envelope envelope) {}
    }

    static final class SendReminder implements EventConsumer<RemindReader> {
        @Override
        public void on(RemindReader event, Envelope envelope) {}
    }

    static final class Lend implements SocketAction<RemindReader> {
        @Override
        public Object on(RemindReader action, Connection from) {
            return action;
        }
    }

    private static ServiceDefinition.Builder library() {
        return ServiceDefinition.named("library").summary("Lends books.").owner("community");
    }

    @Test
    void typeAndVersionComeFromTheRecordsName() {
        ServiceDefinition library =
                library().publishes(BookLent.class, BookLentV2.class).build();

        assertThat(library.publication(BookLent.class)).isEqualTo(new Publication(BookLent.class, "BOOK_LENT", 1));
        assertThat(library.publication(BookLentV2.class)).isEqualTo(new Publication(BookLentV2.class, "BOOK_LENT", 2));
    }

    @Test
    void aQueueIsNamedByServiceAndConsumer() {
        ServiceDefinition library = library()
                .consumes("MEMBER_LEFT", MemberLeft.class, TakeBooksBack.class)
                .queue(RemindReader.class, SendReminder.class)
                .build();

        assertThat(library.subscriptions())
                .extracting(Subscription::queue)
                .containsExactly("library-take-books-back", "library-send-reminder");
        assertThat(library.queueOf(RemindReader.class)).isEqualTo("library-send-reminder");
    }

    @Test
    void aVersionThatTheConsumerDoesNotKnowHasNoRecord() {
        Subscription subscription = library()
                .consumes("MEMBER_LEFT", MemberLeft.class, TakeBooksBack.class)
                .build()
                .subscriptions()
                .getFirst();

        assertThat(subscription.recordFor(1)).contains(MemberLeft.class);
        assertThat(subscription.recordFor(2)).isEmpty();
    }

    @Test
    void everyTableHasAnInbox() {
        assertThat(library().build().accessPatterns())
                .extracting(AccessPattern::name)
                .contains("a delivery that is done");
    }

    @Test
    void aSecretIsReplacedUnlessItHasToLast() {
        ServiceDefinition library =
                library().secret("stamps").lastingSecret("readers").build();

        assertThat(library.secrets()).containsExactlyInAnyOrder("stamps", "readers", "cursors");
        assertThat(library.lastingSecrets()).containsExactly("readers");
    }

    @Test
    void aFlagHasADefaultAndSaysWhatItDecides() {
        ServiceDefinition library =
                library().flag("lending-open", true, "Whether books are lent").build();

        assertThat(library.flag("lending-open")).isEqualTo(new Flag("lending-open", true, "Whether books are lent"));
        assertThatThrownBy(() -> library.flag("returns-open"))
                .hasMessage("library has no flag returns-open; add flag(\"returns-open\", …) to its definition");
    }

    @Test
    void aFlagThatAppConfigWouldRefuseOrThatNobodyUnderstandsIsNotDefined() {
        assertThatThrownBy(() -> library().flag("Lending open", true, "Whether books are lent"))
                .hasMessageContaining("lower-case words with hyphens");
        assertThatThrownBy(() -> library().flag("a".repeat(65), true, "Whether books are lent"))
                .hasMessageContaining("at most 64");
        assertThatThrownBy(() -> library().flag("lending-open", true, " ")).hasMessageContaining("what it decides");
        assertThatThrownBy(() -> library()
                        .flag("lending-open", true, "Whether books are lent")
                        .flag("lending-open", false, "Whether books are lent")
                        .build())
                .hasMessage("service library: two flags have one name");
    }

    @Test
    void aDefinitionThatContradictsItselfIsNotBuilt() {
        assertThatThrownBy(() -> ServiceDefinition.named("Library").build()).hasMessageContaining("lower case");
        assertThatThrownBy(() -> ServiceDefinition.named("library").build()).hasMessageContaining("say a summary");
        assertThatThrownBy(() -> library().metric("books.lent", BookLent.class).build())
                .hasMessage("service library: metric books.lent counts a fact that is not published here");
    }

    @Test
    void whatIsNotDefinedIsNotPublished() {
        assertThatThrownBy(() -> library().build().publication(BookLent.class))
                .hasMessage("library does not publish BOOK_LENT; add publishes(BookLent.class) to its definition");
    }

    @Test
    void objectsAreKeptForWholeDaysOrUntilTheyAreDeleted() {
        ServiceDefinition library = library()
                .objects("exports", Duration.ofDays(7))
                .objects("covers")
                .build();

        assertThat(library.objects("exports").keptFor()).isEqualTo(Duration.ofDays(7));
        assertThat(library.objects("covers").keptFor()).isNull();
        assertThatThrownBy(() -> library.objects("films"))
                .hasMessage("library has no objects films; add objects(\"films\", …) to its definition");
        assertThatThrownBy(() -> library().objects("exports", Duration.ofHours(36)))
                .hasMessage("objects exports: keep them for whole days, not PT36H");
        assertThatThrownBy(() -> library().objects("Exports")).hasMessageContaining("lower case words");
        assertThatThrownBy(() -> library().objects("a").objects("a").build())
                .hasMessage("service library: two stores of objects have one name");
    }

    static final class NoteFate implements EventConsumer<DeliveryReport> {
        @Override
        public void on(DeliveryReport report, Envelope envelope) {}
    }

    @Test
    void whoSendsByMailOrByPhoneHearsThroughOneQueueWhatBecameOfIt() {
        ServiceDefinition library = library()
                .provider("mail")
                .provider("phone")
                .hearsOfDeliveries(NoteFate.class, DeliveryReport.Fate.BOUNCED)
                .build();

        assertThat(library.hearsOfDeliveries()).containsExactly(DeliveryReport.Fate.BOUNCED);
        assertThat(library.deliveryReports())
                .hasValueSatisfying(queue -> assertThat(queue.queue()).isEqualTo("library-note-fate"));
        assertThat(library().build().deliveryReports()).isEmpty();
    }

    @Test
    void whoSendsNothingHearsOfNothing() {
        assertThatThrownBy(() -> library()
                        .hearsOfDeliveries(NoteFate.class, DeliveryReport.Fate.BOUNCED)
                        .build())
                .hasMessageContaining("names the provider mail or phone");
        assertThatThrownBy(() -> library().provider("phone").hearsOfDeliveries(NoteFate.class))
                .hasMessageContaining("say which");
    }

    @Test
    void aSocketHasActionsAndPushesAndItsConnectionsLieInTheServicesTable() {
        ServiceDefinition library = library()
                .socket("/v1/library/socket")
                .action("book.lend", RemindReader.class, Lend.class)
                .pushes("lent", BookLent.class)
                .build();

        assertThat(library.requireSocket().action("book.lend")).isPresent();
        assertThat(library.requireSocket().action("book.burn")).isEmpty();
        assertThat(library.requireSocket().pushOf(BookLent.class).type()).isEqualTo("lent");
        assertThat(library.accessPatterns()).extracting(AccessPattern::name).contains("connections of a member");
        assertThatThrownBy(() -> library.requireSocket().pushOf(BookLentV2.class))
                .hasMessageContaining("add pushes(…, BookLentV2.class)");
        assertThatThrownBy(() -> library().build().requireSocket())
                .hasMessage("library has no socket; add socket(…) to its definition");
    }

    @Test
    void aSocketThatNoGatewayCouldServeIsNotBuilt() {
        assertThatThrownBy(() -> library().socket("/library/socket")).hasMessageContaining("/v1/<area>/socket");
        assertThatThrownBy(() -> library().pushes("lent", BookLent.class))
                .hasMessageContaining("say socket(path) first");
        assertThatThrownBy(() -> library().socket("/v1/library/socket").action("ping", RemindReader.class, Lend.class))
                .hasMessageContaining("ping is answered already");
        assertThatThrownBy(
                        () -> library().socket("/v1/library/socket").action("$connect", RemindReader.class, Lend.class))
                .hasMessageContaining("lower case words");
        assertThatThrownBy(() -> library()
                        .socket("/v1/library/socket")
                        .pushes("lent", BookLent.class)
                        .pushes("lent", BookLentV2.class))
                .hasMessage("two pushes have one type");
    }
}
