package org.tctf.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Role;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;

/** Writes to everybody on the list, now and then; stops in the middle, and goes on. */
final class Editor extends Somebody {
    private static final int MOST = 3;
    private static final String SUBJECT = "News, number ";

    private final Town town;
    private final List<String> scheduled = new ArrayList<>();
    private @Nullable String templateId;
    private boolean isPublished;
    private @Nullable String draftId;
    private int campaigns;
    private boolean isPaused;

    Editor(Town town) {
        super("editor");
        this.town = town;
    }

    /** The campaigns whose start was set, by id. */
    List<String> scheduled() {
        return scheduled;
    }

    /** How many campaigns were begun, scheduled or not. */
    int campaigns() {
        return campaigns;
    }

    static String subject(int campaign) {
        return SUBJECT + campaign;
    }

    /** Which campaign has this subject. */
    static int number(String subject) {
        return Integer.parseInt(subject.substring(SUBJECT.length()));
    }

    /** What was stopped goes on, at the end. */
    @Nullable
    Act finish() {
        return isPaused ? resume() : null;
    }

    @Override
    @Nullable
    Act next() {
        if (isPaused) {
            return resume();
        }
        if (draftId != null) {
            return schedule(draftId);
        }
        if (templateId != null) {
            return isPublished ? draft(templateId) : publish(templateId);
        }
        if (!scheduled.isEmpty() && town.chance().percent(50)) {
            return pause();
        }
        return scheduled.size() < MOST && !town.subscribed().isEmpty() ? template() : null;
    }

    private Act template() {
        String subject = subject(++campaigns);
        Map<String, String> words = Map.of(
                "subject", subject, "text", "Hello {{unsubscribeUrl}}", "html", "<p>Hello {{unsubscribeUrl}}</p>");
        return act(
                "writes " + subject,
                caller -> caller.post("/v1/mail-templates", Map.of("name", subject, "wordings", Map.of("en", words))),
                answer -> {
                    if (answer.status() == 201) {
                        templateId = answer.at("/templateId");
                    }
                });
    }

    private Act publish(String template) {
        return act(
                "publishes a template",
                caller -> caller.post("/v1/mail-templates/%s/publications".formatted(template)),
                answer -> isPublished = answer.status() == 201 || tookEffect(answer));
    }

    private Act draft(String template) {
        Map<String, Object> plan =
                Map.of("name", subject(campaigns), "templateId", template, "listIds", List.of(town.listId()));
        return act("drafts a campaign", caller -> caller.post("/v1/campaigns", plan), answer -> {
            draftId = answer.status() == 201 ? answer.at("/campaignId") : null;
            templateId = null;
            isPublished = false;
        });
    }

    private Act schedule(String draft) {
        return act(
                "schedules a campaign",
                caller -> caller.post("/v1/campaigns/%s/schedule".formatted(draft), Map.of()),
                answer -> {
                    if (answer.status() == 200 || tookEffect(answer)) {
                        scheduled.add(draft);
                    }
                    draftId = null;
                });
    }

    private Act pause() {
        return act(
                "pauses a campaign",
                caller -> caller.post("/v1/campaigns/%s/pause".formatted(scheduled.getLast())),
                answer -> isPaused = answer.status() == 200);
    }

    private Act resume() {
        return act(
                "resumes a campaign",
                caller -> caller.post("/v1/campaigns/%s/resume".formatted(scheduled.getLast())),
                answer -> isPaused = false);
    }

    /** It was done, and the answer is lost: what it would have said can be read. */
    private static boolean tookEffect(Answer answer) {
        return answer.body().contains("REQUEST_OUTCOME_UNKNOWN");
    }

    private Act act(String what, Function<Caller, Answer> ask, Consumer<Answer> then) {
        String key = town.chance().uuid().toString();
        return new Act(
                what, _ -> ask.apply(town.simulation().as("staff", Role.STAFF).header("Idempotency-Key", key)), then);
    }
}
