package org.tctf.messagingconsumers.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.kernel.Language;
import org.tctf.kernel.web.MailLinkPage;

class LinkPageTest {
    private static final Set<LinkPage> QUESTIONS = EnumSet.of(LinkPage.ASK_TO_CONFIRM, LinkPage.ASK_TO_LEAVE);

    @ParameterizedTest
    @EnumSource
    void everyPageIsThereInTheLanguageAndOnlyAQuestionHasAButton(Language language) {
        for (LinkPage page : LinkPage.values()) {
            MailLinkPage shown = page.in(language).body();
            assertThat(shown.language()).isEqualTo(language);
            assertThat(shown.title()).isNotBlank();
            assertThat(shown.text()).isNotBlank();
            assertThat(shown.button() != null).isEqualTo(QUESTIONS.contains(page));
        }
    }
}
