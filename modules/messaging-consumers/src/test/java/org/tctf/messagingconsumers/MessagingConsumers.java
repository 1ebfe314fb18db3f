package org.tctf.messagingconsumers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.mail.Mail;

/** What the sentences say to the service, whatever runs it. Everything that follows from a call is done when it returns. */
interface MessagingConsumers extends AutoCloseable {

    /** @return the list's id */
    String list(String name, boolean isPublic);

    void subscribe(String email, Map<String, String> said, String... listIds);

    /** Mails to this address, newest first. */
    List<Mail> mailbox(String email);

    /** The mail's provider says this of it. */
    void reports(Mail mail, DeliveryReport.Fate fate);

    void confirm(String token);

    void leave(String token, boolean isAll);

    /** @return where the link leads, or nothing */
    @Nullable
    String follow(String token);

    /** The states of an address's subscriptions, by list. */
    Map<String, String> subscriptions(String email);

    /** Where a member, signed in, stands with the lists that they see, by list. */
    Map<String, String> own(String memberId);

    /** Why a member is told that their address is not written to; "" when it is. */
    String ownSuppression(String memberId);

    void join(String memberId, String listId);

    void leaveAsMember(String memberId, String listId);

    /** @return imported, skipped and faults, once it is through */
    JsonNode bring(String listId, String file);

    /** All parts of the file. */
    String export();

    void suppress(String email, String reason);

    /** Why an address is not written to; "" when it is. */
    String suppressed(String email);

    /** Everybody whose field has this value. */
    String segment(String field, String value);

    /** @return the template's id */
    String template(String subject, String text, String html, @Nullable String german);

    void publish(String templateId);

    /** @return the subject that this reader would get */
    String preview(String templateId, String language, Map<String, String> reader);

    /** @return the campaign's id */
    String draft(String templateId, String listId, @Nullable String segmentId, boolean tracks);

    /** @param at absent = now */
    void schedule(String campaignId, @Nullable Instant at);

    void pause(String campaignId);

    void resume(String campaignId);

    void cancel(String campaignId);

    /** How far it is, as the API says it. */
    JsonNode progress(String campaignId);

    void signedUp(String memberId, String email, String plan, String country, String language);

    void emailChanged(String memberId, String email, long accountVersion);

    void languageChosen(String memberId, String language, long accountVersion);

    void erased(String memberId);

    /** What has been published of a type, in order. */
    List<JsonNode> facts(String type);

    Instant now();

    void advance(Duration by);

    /** What a caller without a right is told who lists campaigns. */
    String refusalOfMember();

    @Override
    void close();
}
