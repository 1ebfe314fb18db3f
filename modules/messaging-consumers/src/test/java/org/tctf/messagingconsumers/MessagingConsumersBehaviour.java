package org.tctf.messagingconsumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.mail.Mail;
import org.tctf.testing.Refused;

abstract class MessagingConsumersBehaviour {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.%-]+)");
    private static final String TEXT = "Hello{{#name}} {{name}}{{/name}}, news. Leave: {{unsubscribeUrl}}";
    private static final String HTML = "<html><body><p>Hello{{#name}} {{name}}{{/name}}</p>"
            + "<a href=\"https://tctf.example/news?a=1\">News</a><a href=\"{{unsubscribeUrl}}\">Leave</a></body></html>";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "ada." + mark + "@example.org";
    private final String grace = "grace." + mark + "@example.org";

    private MessagingConsumers service;

    abstract MessagingConsumers start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void whoAsksForAListIsOnItOnceTheyHaveConfirmed() {
        String list = service.list("Community", true);
        service.subscribe(ada, Map.of("language", "de"), list);
        assertThat(service.subscriptions(ada)).containsEntry(list, "PENDING");
        Mail question = service.mailbox(ada).getFirst();
        assertThat(question.subject()).isEqualTo("Bitte bestätigen Sie Ihr Abonnement");
        assertThat(question.text()).contains("Community");

        service.confirm(token(question.text()));
        service.confirm(token(question.text()));
        assertThat(service.subscriptions(ada)).containsEntry(list, "CONFIRMED");
        assertThat(ofList("SUBSCRIBED", list))
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("source").asText()).isEqualTo("CONFIRMED"));
    }

    @Test
    void whoAsksAgainAndAgainSendsOneMailInTenMinutes() {
        String list = service.list("Community", true);
        service.subscribe(ada, Map.of(), list);
        service.subscribe(ada, Map.of(), list);
        assertThat(service.mailbox(ada)).hasSize(1);
        service.advance(Duration.ofMinutes(10));
        service.subscribe(ada, Map.of(), list);
        assertThat(service.mailbox(ada)).hasSize(2);
    }

    @Test
    void aConfirmationIsGoodForSevenDaysAndCannotBeForged() {
        String list = service.list("Community", true);
        service.subscribe(ada, Map.of(), list);
        String token = token(service.mailbox(ada).getFirst().text());
        assertRefused("LINK_INVALID", () -> service.confirm("x" + token));
        assertRefused("LINK_INVALID", () -> service.leave(token, false));
        service.advance(Duration.ofDays(7).plusSeconds(1));
        assertRefused("LINK_EXPIRED", () -> service.confirm(token));
        assertThat(service.subscriptions(ada)).containsEntry(list, "PENDING");
    }

    @Test
    void aListThatIsNotPublicCannotBeAskedFor() {
        String list = service.list("Board", false);
        assertRefused("LIST_NOT_FOUND", () -> service.subscribe(ada, Map.of(), list));
    }

    @Test
    void aCampaignGoesToWhoIsOnTheListOnceEachInTheirLanguage() {
        String list = service.list("Community", true);
        join(ada, Map.of("name", "Ada", "language", "de"), list);
        join(grace, Map.of(), list);
        service.subscribe("never." + ada, Map.of(), list);
        String campaign = campaign(list, null, false);
        service.schedule(campaign, null);

        assertThat(service.progress(campaign).path("state").asText()).isEqualTo("SENT");
        assertThat(counts(campaign)).isEqualTo("2 sent of 2");
        assertThat(service.mailbox(ada).getFirst().text()).startsWith("Hallo Ada, Neues.");
        assertThat(service.mailbox(grace).getFirst().text()).startsWith("Hello, news.");
        assertThat(service.mailbox("never." + ada)).hasSize(1);
        assertThat(ofCampaign("CAMPAIGN_SCHEDULED", campaign)).hasSize(1);
        assertThat(ofCampaign("CAMPAIGN_STARTED", campaign)).hasSize(1);
        assertThat(ofCampaign("CAMPAIGN_SENT", campaign)).singleElement().satisfies(fact -> {
            assertThat(fact.path("recipients").asInt()).isEqualTo(2);
            assertThat(fact.path("sent").asInt()).isEqualTo(2);
        });
    }

    @Test
    void oneClickInTheMailProgramLeavesTheList() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        send(list, null);
        Mail mail = service.mailbox(ada).getFirst();
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsKeys("List-Unsubscribe", "List-Id", "Feedback-ID", "Precedence");
        String out = mail.headers().get("List-Unsubscribe");
        assertThat(out).startsWith("<http").endsWith(">");

        service.leave(token(out), false);
        service.leave(token(out), false);
        assertThat(service.subscriptions(ada)).containsEntry(list, "LEFT");
        assertThat(ofList("UNSUBSCRIBED", list)).hasSize(1);
        send(list, null);
        assertThat(service.mailbox(ada)).hasSize(2);
    }

    @Test
    void aSegmentTakesOfAListThoseWhomItsRuleTakes() {
        String list = service.list("Community", true);
        join(ada, Map.of("country", "DE"), list);
        join(grace, Map.of("country", "US"), list);
        String campaign = send(list, service.segment("country", "DE"));
        assertThat(counts(campaign)).isEqualTo("1 sent of 1");
        assertThat(service.mailbox(grace)).hasSize(1);
    }

    @Test
    void membersAreFoundByPlanAndAreOnNoListBecauseOfIt() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "ORGANIZATION", "DE", "fr");
        assertThat(service.subscriptions(ada)).isEmpty();
        join(ada, Map.of("country", "US"), list);
        join(grace, Map.of(), list);
        String campaign = send(list, service.segment("plan", "organization"));
        assertThat(counts(campaign)).isEqualTo("1 sent of 1");
    }

    @Test
    void aMembersSubscriptionsMoveWithTheirAddress() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        join(ada, Map.of(), list);
        service.languageChosen(member, "de", 2);
        service.emailChanged(member, grace, 3);
        service.emailChanged(member, "late." + ada, 2);
        assertThat(service.subscriptions(grace)).containsEntry(list, "CONFIRMED");
        assertThat(service.subscriptions(ada)).isEmpty();
        send(list, null);
        assertThat(service.mailbox(grace).getFirst().text()).startsWith("Hallo");
        assertThat(service.mailbox(ada)).hasSize(1);
    }

    @Test
    void aMemberSubscribesAndUnsubscribesWithoutAMailThatAsks() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        assertThat(service.own(member)).containsEntry(list, "NONE");

        service.join(member, list);
        service.join(member, list);
        assertThat(service.own(member)).containsEntry(list, "CONFIRMED");
        assertThat(service.subscriptions(ada)).containsEntry(list, "CONFIRMED");
        assertThat(service.mailbox(ada)).isEmpty();
        assertThat(ofList("SUBSCRIBED", list)).singleElement().satisfies(fact -> {
            assertThat(fact.path("source").asText()).isEqualTo("MEMBER");
            assertThat(fact.path("memberId").asText()).isEqualTo(member);
        });

        service.leaveAsMember(member, list);
        service.leaveAsMember(member, list);
        assertThat(service.own(member)).containsEntry(list, "LEFT");
        assertThat(ofList("UNSUBSCRIBED", list)).hasSize(1);
        service.join(member, list);
        assertThat(service.own(member)).containsEntry(list, "CONFIRMED");
    }

    @Test
    void whatAMemberIsAskedByMailTheyCanAlsoSayYesToSignedIn() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        service.subscribe(ada, Map.of(), list);
        assertThat(service.own(member)).containsEntry(list, "PENDING");
        service.join(member, list);
        service.confirm(token(service.mailbox(ada).getFirst().text()));
        assertThat(ofList("SUBSCRIBED", list)).hasSize(1);
    }

    @Test
    void aMemberSeesAndChangesOnlyTheirOwn() {
        String list = service.list("Community", true);
        String one = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        service.signedUp(one, ada, "INDIVIDUAL", "DE", "en");
        service.signedUp(other, grace, "INDIVIDUAL", "DE", "en");
        service.join(one, list);
        assertThat(service.own(other)).containsEntry(list, "NONE");
        service.leaveAsMember(other, list);
        assertThat(service.own(one)).containsEntry(list, "CONFIRMED");

        // The address becomes another's before the news comes that it is the first one's no more.
        String third = UUID.randomUUID().toString();
        service.signedUp(third, ada, "INDIVIDUAL", "DE", "en");
        assertThat(service.own(one)).containsEntry(list, "NONE");
        service.leaveAsMember(one, list);
        assertThat(service.own(third)).containsEntry(list, "CONFIRMED");
        assertRefused("ADDRESS_UNKNOWN", () -> service.join(one, list));
    }

    @Test
    void aMemberWhoseAddressIsNotKnownHereYetIsToldToTryAgain() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        assertThat(service.own(member)).containsEntry(list, "NONE");
        assertRefused("ADDRESS_UNKNOWN", () -> service.join(member, list));
        service.leaveAsMember(member, list);
    }

    @Test
    void ofListsThatAreNotPublicAMemberSeesAndLeavesThoseThatStaffPutThemOn() {
        String board = service.list("Board", false);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        assertThat(service.own(member)).doesNotContainKey(board);
        assertRefused("LIST_NOT_FOUND", () -> service.join(member, board));
        service.bring(board, "email\n" + ada);
        assertThat(service.own(member)).containsEntry(board, "CONFIRMED");
        service.join(member, board);
        service.leaveAsMember(member, board);
        assertThat(service.own(member)).doesNotContainKey(board);
        assertRefused("LIST_NOT_FOUND", () -> service.join(member, board));
    }

    @Test
    void aMemberWhoseAddressIsNotWrittenToIsToldWhy() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        service.join(member, list);
        service.suppress(ada, "HARD_BOUNCE");
        assertThat(service.own(member)).containsEntry(list, "LEFT");
        assertThat(service.ownSuppression(member)).isEqualTo("HARD_BOUNCE");
        assertRefused("ADDRESS_SUPPRESSED", () -> service.join(member, list));
        assertThat(service.subscriptions(ada)).containsEntry(list, "LEFT");
    }

    @Test
    void whoComesBackAfterAnErasureIsWrittenToAgainOnceTheyWantIt() {
        String list = service.list("Community", true);
        String before = UUID.randomUUID().toString();
        service.signedUp(before, ada, "INDIVIDUAL", "DE", "en");
        service.join(before, list);
        service.erased(before);
        assertRefused("ADDRESS_UNKNOWN", () -> service.join(before, list));
        String now = UUID.randomUUID().toString();
        service.signedUp(now, ada, "INDIVIDUAL", "DE", "en");
        assertThat(service.own(now)).containsEntry(list, "NONE");
        assertThat(service.ownSuppression(now)).isEmpty();
        service.join(now, list);
        assertThat(service.suppressed(ada)).isEmpty();
        assertThat(service.own(now)).containsEntry(list, "CONFIRMED");
    }

    @Test
    void whoIsSuppressedGetsNothingWhateverTheyAreOn() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        join(grace, Map.of(), list);
        service.suppress(ada, "COMPLAINT");
        service.suppress(ada, "HARD_BOUNCE");
        assertThat(service.suppressed(ada)).isEqualTo("COMPLAINT");
        assertThat(service.subscriptions(ada)).containsEntry(list, "LEFT");
        send(list, null);
        assertThat(service.mailbox(ada)).hasSize(1);
        service.advance(Duration.ofHours(1));
        service.subscribe(ada, Map.of(), list);
        assertThat(service.mailbox(ada)).hasSize(1);
    }

    @Test
    void whoseMailComesBackForGoodGetsNoMoreAndTheCampaignCountsItOnce() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        join(grace, Map.of(), list);
        String campaign = send(list, null);
        Mail mail = service.mailbox(ada).getFirst();
        service.reports(mail, DeliveryReport.Fate.BOUNCED);
        service.reports(mail, DeliveryReport.Fate.BOUNCED);
        assertThat(service.suppressed(ada)).isEqualTo("HARD_BOUNCE");
        assertThat(service.subscriptions(ada)).containsEntry(list, "LEFT");
        assertThat(service.facts("RECIPIENT_SUPPRESSED")).hasSize(1);
        assertThat(service.progress(campaign).path("bounced").asInt()).isEqualTo(1);
        assertThat(service.progress(campaign).path("sent").asInt()).isEqualTo(2);
        send(list, null);
        assertThat(service.mailbox(ada)).hasSize(2);
        assertThat(service.mailbox(grace)).hasSize(3);
    }

    @Test
    void whoCallsACampaignSpamGetsNoMoreOfAny() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        String campaign = send(list, null);
        Mail mail = service.mailbox(ada).getFirst();
        service.reports(mail, DeliveryReport.Fate.COMPLAINED);
        service.reports(mail, DeliveryReport.Fate.BOUNCED);
        assertThat(service.suppressed(ada)).isEqualTo("COMPLAINT");
        assertThat(service.facts("RECIPIENT_SUPPRESSED")).hasSize(1);
        assertThat(service.progress(campaign).path("complained").asInt()).isEqualTo(1);
    }

    @Test
    void aFullMailboxIsWrittenToAgain() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        send(list, null);
        service.reports(service.mailbox(ada).getFirst(), DeliveryReport.Fate.UNDELIVERED);
        assertThat(service.suppressed(ada)).isEmpty();
        send(list, null);
        assertThat(service.mailbox(ada)).hasSize(3);
    }

    @Test
    void aConfirmationMailThatComesBackSuppressesToo() {
        String list = service.list("Community", true);
        service.subscribe(ada, Map.of(), list);
        service.reports(service.mailbox(ada).getFirst(), DeliveryReport.Fate.BOUNCED);
        assertThat(service.suppressed(ada)).isEqualTo("HARD_BOUNCE");
    }

    @Test
    void ofAnErasedMemberOnlyAKeyedHashIsLeftAndTheyMayComeBack() {
        String list = service.list("Community", true);
        String member = UUID.randomUUID().toString();
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        join(ada, Map.of(), list);
        send(list, null);
        service.erased(member);
        service.advance(Duration.ofMinutes(2));
        assertThat(service.subscriptions(ada)).isEmpty();
        assertThat(service.suppressed(ada)).isEqualTo("ERASED");
        service.signedUp(member, ada, "INDIVIDUAL", "DE", "en");
        assertThat(service.subscriptions(ada)).isEmpty();
        service.advance(Duration.ofMinutes(10));
        join(ada, Map.of(), list);
        assertThat(service.suppressed(ada)).isEmpty();
        assertThat(service.subscriptions(ada)).containsEntry(list, "CONFIRMED");
    }

    @Test
    void aTemplateThatWouldBeBrokenForSomeReaderIsNotPublished() {
        assertRefused("TEMPLATE_BROKEN", () -> service.publish(service.template("Hi {{name}}", TEXT, HTML, null)));
        assertRefused("TEMPLATE_BROKEN", () -> service.publish(service.template("Hi", "no way out", HTML, null)));
        assertRefused(
                "TEMPLATE_BROKEN",
                () -> service.publish(service.template("Hi", TEXT, HTML + "{{{name}}}{{unsubscribeUrl}}", null)));
        assertRefused("TEMPLATE_BROKEN", () -> service.publish(service.template("{{#name}}", TEXT, HTML, null)));
        assertRefused("TEMPLATE_BROKEN", () -> service.publish(service.template("{{name.class}}", TEXT, HTML, null)));
        String list = service.list("Community", true);
        String draft = service.draft(service.template("Hi", TEXT, HTML, null), list, null, false);
        assertRefused("TEMPLATE_NOT_PUBLISHED", () -> service.schedule(draft, null));
    }

    @Test
    void aPreviewShowsWhatAReaderWouldGetInTheirLanguage() {
        String template = service.template("Hi {{#name}}{{name}}{{/name}}{{^name}}there{{/name}}", TEXT, HTML, "Hallo");
        assertThat(service.preview(template, "en", Map.of("name", "Ada"))).isEqualTo("Hi Ada");
        assertThat(service.preview(template, "pt", Map.of())).isEqualTo("Hi there");
        assertThat(service.preview(template, "de", Map.of())).isEqualTo("Hallo");
    }

    @Test
    void whatAReaderIsCalledCannotBecomeMarkup() {
        String list = service.list("Community", true);
        join(ada, Map.of("name", "<img src=x onerror=alert(1)>"), list);
        send(list, null);
        assertThat(service.mailbox(ada).getFirst().html())
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    @Test
    void aScheduledCampaignStartsAtItsTimeUnlessItIsCalledOff() {
        String list = service.list("Community", true);
        join(ada, Map.of(), list);
        String one = campaign(list, null, false);
        String other = campaign(list, null, false);
        service.schedule(one, service.now().plus(Duration.ofMinutes(10)));
        service.schedule(other, service.now().plus(Duration.ofMinutes(10)));
        service.cancel(other);
        assertThat(service.progress(one).path("state").asText()).isEqualTo("SCHEDULED");
        service.advance(Duration.ofMinutes(10));
        assertThat(service.progress(one).path("state").asText()).isEqualTo("SENT");
        assertThat(service.progress(other).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(service.mailbox(ada)).hasSize(2);
        assertRefused("CAMPAIGN_STATE", () -> service.pause(one));
        assertRefused("CAMPAIGN_STATE", () -> service.resume(other));
        assertRefused(
                "CAMPAIGN_IN_THE_PAST",
                () -> service.schedule(
                        campaign(list, null, false), service.now().minusSeconds(1)));
    }

    @Test
    void opensAndClicksAreCountedOfThoseWhoAgreedAndLeadNowhereElse() {
        String list = service.list("Community", true);
        join(ada, Map.of("mayTrack", "true"), list);
        join(grace, Map.of(), list);
        String campaign = campaign(list, null, true);
        service.schedule(campaign, null);
        String tracked = String.valueOf(service.mailbox(ada).getFirst().html());
        assertThat(service.mailbox(grace).getFirst().html()).doesNotContain("mail-links");
        String click = token(tracked.substring(tracked.indexOf("/click")));
        assertThat(service.follow(click)).isEqualTo("https://tctf.example/news?a=1");
        service.follow(click);
        service.follow(token(tracked.substring(tracked.indexOf("/opened"))));
        assertRefused("LINK_INVALID", () -> service.follow(click.replaceFirst(".", "A")));
        JsonNode progress = service.progress(campaign);
        assertThat(progress.path("clicked").asInt()).isEqualTo(1);
        assertThat(progress.path("opened").asInt()).isEqualTo(1);
    }

    @Test
    void staffBringsSubscribersInAFileAndIsToldOfEachBadLine() {
        String list = service.list("Community", true);
        service.suppress(grace, "STAFF");
        JsonNode done = service.bring(
                list,
                "email,name,country\n%s,=cmd(),DE\nnobody,Nobody,\n%s,Grace,US\n%s,Twice,DE\nx@example.org\n"
                        .formatted(ada, grace, ada));
        assertThat(done.path("imported").asInt()).isEqualTo(1);
        assertThat(done.path("skipped").asInt()).isEqualTo(1);
        assertThat(done.path("faults"))
                .extracting(fault ->
                        fault.path("line").asInt() + " " + fault.path("code").asText())
                .containsExactly("3 INVALID_EMAIL", "5 DUPLICATE", "6 COLUMNS");
        assertThat(service.subscriptions(ada)).containsEntry(list, "CONFIRMED");
        assertThat(service.subscriptions(grace)).isEmpty();
        assertThat(ofList("SUBSCRIBED", list))
                .singleElement()
                .satisfies(fact -> assertThat(fact.path("source").asText()).isEqualTo("IMPORTED"));
        assertThat(service.bring(list, "email\n" + ada).path("skipped").asInt()).isEqualTo(1);
        assertRefused("INVALID_CSV", () -> service.bring(list, "name\nAda\n"));
    }

    @Test
    void whatIsExportedIsHarmlessInASpreadsheet() {
        String list = service.list("Community", true);
        service.bring(list, "email,name,country\n%s,=cmd(),DE\n".formatted(ada));
        assertThat(service.export()).contains("%s,'=cmd(),en,DE,,,,%s,".formatted(ada, list));
    }

    @Test
    void manyLinesAreImportedInChunks() {
        String list = service.list("Community", true);
        StringBuilder file = new StringBuilder("email\n");
        for (int i = 0; i < 200; i++) {
            file.append("reader%d.%s@example.org\n".formatted(i, mark));
        }
        assertThat(service.bring(list, file.toString()).path("imported").asInt())
                .isEqualTo(200);
    }

    @Test
    void onlyStaffWorksWithCampaigns() {
        assertThat(service.refusalOfMember()).isIn("STAFF_ONLY", "ROLE_MISSING");
    }

    private void join(String email, Map<String, String> said, String list) {
        service.subscribe(email, said, list);
        service.confirm(token(service.mailbox(email).getFirst().text()));
    }

    private String send(String list, @Nullable String segment) {
        String campaign = campaign(list, segment, false);
        service.schedule(campaign, null);
        return campaign;
    }

    private String campaign(String list, @Nullable String segment, boolean tracks) {
        String template = service.template("News", TEXT, HTML, "Neues");
        service.publish(template);
        return service.draft(template, list, segment, tracks);
    }

    private String counts(String campaign) {
        JsonNode progress = service.progress(campaign);
        return "%d sent of %d"
                .formatted(progress.path("sent").asInt(), progress.path("total").asInt());
    }

    private List<JsonNode> ofList(String type, String list) {
        return of(type, "listId", list);
    }

    private List<JsonNode> ofCampaign(String type, String campaign) {
        return of(type, "campaignId", campaign);
    }

    private List<JsonNode> of(String type, String field, String value) {
        return service.facts(type).stream()
                .filter(fact -> fact.path(field).asText().equals(value))
                .toList();
    }

    private static String token(String text) {
        Matcher matcher = TOKEN.matcher(text);
        assertThat(matcher.find()).as("a link in %s", text).isTrue();
        return matcher.group(1);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(code);
    }
}
