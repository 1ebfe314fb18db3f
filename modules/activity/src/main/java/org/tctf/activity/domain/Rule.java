package org.tctf.activity.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * What one type of fact does: whose log it goes into, who is told, under which category. Fields are those of the fact.
 *
 * @param logs the field with the member in whose log it goes
 * @param tells the field with the member who is told
 * @param by the field with the member who did it; nobody is told what they did themselves
 * @param about the field with what it was done to
 * @param isAggregated whether several in five minutes, about one thing, become one notification
 * @param retracts the type of fact that this one takes back
 * @param isInConversation whether it was said in a conversation, at its {@code conversationId} and {@code number}: whoever
 *     has read that far there has read the notification
 * @param words fields that the texts use
 */
@ValueObject
public record Rule(
        String type,
        Category category,
        @Nullable String logs,
        @Nullable String tells,
        @Nullable String by,
        @Nullable String about,
        boolean isAggregated,
        @Nullable String retracts,
        boolean isInConversation,
        List<String> words) {

    /** In the place of a field: who caused the fact. */
    static final String ACTOR = "@actor";

    /** Where in a conversation something was said. */
    public static final String CONVERSATION = "conversationId";

    public static final String NUMBER = "number";

    /** All rules. A fact without one passes unnoticed; texts are in {@code texts_*.properties}, by type. */
    public static final List<Rule> ALL = List.of(
            on("USER_CREATED", Category.ACCOUNT).logs("userId").tells("userId").words("firstName"),
            on("WORKSPACE_CREATED", Category.ACCOUNT).logs("userId"),
            on("ONBOARDING_STEP_COMPLETED", Category.ACCOUNT).logs("userId"),
            on("ONBOARDING_NUDGE_DUE", Category.ACCOUNT).tells("userId"),
            on("ONBOARDING_COMPLETED", Category.ACCOUNT).logs("userId").tells("userId"),
            on("PROFILE_UPDATED", Category.ACCOUNT).logs("userId"),
            on("PROFILE_COMPLETED", Category.ACCOUNT).logs("userId"),
            on("SIGNED_IN", Category.SECURITY).logs("userId"),
            on("SIGNED_OUT", Category.SECURITY).logs("userId"),
            on("ACCOUNT_LOCKED", Category.SECURITY).logs("userId").tells("userId"),
            on("REFRESH_TOKEN_REUSED", Category.SECURITY).logs("userId").tells("userId"),
            on("PASSWORD_CHANGED", Category.SECURITY).logs("userId").tells("userId"),
            on("MFA_DISABLED", Category.SECURITY).logs("userId").tells("userId"),
            on("POST_PUBLISHED", Category.SOCIAL).logs("authorId").about("postId"),
            on("COMMENT_ADDED", Category.SOCIAL)
                    .logs("authorId")
                    .tells("postAuthorId")
                    .by("authorId")
                    .about("postId")
                    .aggregated(),
            on("REACTION_ADDED", Category.SOCIAL)
                    .tells("postAuthorId")
                    .by("memberId")
                    .about("postId")
                    .aggregated(),
            on("REACTION_REMOVED", Category.SOCIAL)
                    .tells("postAuthorId")
                    .by("memberId")
                    .about("postId")
                    .retracts("REACTION_ADDED"),
            on("CONNECTION_REQUESTED", Category.SOCIAL)
                    .tells("addresseeId")
                    .by("requesterId")
                    .about("connectionId"),
            on("CONNECTION_ACCEPTED", Category.SOCIAL)
                    .logs("addresseeId")
                    .tells("requesterId")
                    .by("addresseeId")
                    .about("connectionId"),
            on("USER_FOLLOWED", Category.SOCIAL)
                    .tells("followeeId")
                    .by("followerId")
                    .about("followeeId")
                    .aggregated(),
            on("MENTIONED", Category.SOCIAL).tells("memberId").by(ACTOR).about("postId"),
            on("CHAT_MESSAGE_SENT", Category.SOCIAL)
                    .tells("recipientId")
                    .by("senderId")
                    .about("recipientId")
                    .aggregated()
                    .inConversation(),
            on("MEMBER_INVITED", Category.PROJECTS)
                    .tells("inviteeId")
                    .by("inviterId")
                    .about("invitationId"),
            on("PROJECT_JOINED", Category.PROJECTS).logs("memberId").about("projectId"),
            on("CONTRIBUTION_VERIFIED", Category.PROJECTS)
                    .logs("memberId")
                    .tells("memberId")
                    .about("projectId"),
            on("BADGE_AWARDED", Category.ACHIEVEMENTS)
                    .logs("memberId")
                    .tells("memberId")
                    .words("badge"),
            on("RANK_CHANGED", Category.ACHIEVEMENTS)
                    .logs("memberId")
                    .tells("memberId")
                    .words("rank"),
            on("INVOICE_ISSUED", Category.BILLING).tells("memberId").about("invoiceId"),
            on("PAYMENT_FAILED", Category.BILLING).tells("memberId").about("invoiceId"),
            on("TICKET_ANSWERED", Category.SUPPORT).tells("requesterId").about("ticketId"));

    private static final Map<String, Rule> BY_TYPE = ALL.stream().collect(Collectors.toMap(Rule::type, rule -> rule));

    /** The rule for a type of fact, if there is one. */
    public static @Nullable Rule of(String type) {
        return BY_TYPE.get(type);
    }

    /** The name of its texts: {@code USER_CREATED} is {@code user-created}. */
    public String template() {
        return template(type);
    }

    static String template(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Rule on(String type, Category category) {
        return new Rule(type, category, null, null, null, null, false, null, false, List.of());
    }

    private Rule logs(String member) {
        return new Rule(type, category, member, tells, by, about, isAggregated, retracts, isInConversation, words);
    }

    private Rule tells(String member) {
        return new Rule(type, category, logs, member, by, about, isAggregated, retracts, isInConversation, words);
    }

    private Rule by(String member) {
        return new Rule(type, category, logs, tells, member, about, isAggregated, retracts, isInConversation, words);
    }

    private Rule about(String thing) {
        return new Rule(type, category, logs, tells, by, thing, isAggregated, retracts, isInConversation, words);
    }

    private Rule aggregated() {
        return new Rule(type, category, logs, tells, by, about, true, retracts, isInConversation, words);
    }

    private Rule retracts(String other) {
        return new Rule(type, category, logs, tells, by, about, isAggregated, other, isInConversation, words);
    }

    private Rule inConversation() {
        return new Rule(type, category, logs, tells, by, about, isAggregated, retracts, true, words);
    }

    private Rule words(String... fields) {
        return new Rule(
                type, category, logs, tells, by, about, isAggregated, retracts, isInConversation, List.of(fields));
    }
}
