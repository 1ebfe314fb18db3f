package org.tctf.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;

class BlueprintTest {

    record OrderPlaced(String order) {}

    record PackOrder(String order) {}

    static final class OnOrderPlaced implements EventConsumer<OrderPlaced> {
        @Override
        public void on(OrderPlaced event, Envelope envelope) {}
    }

    static final class OnPackOrder implements EventConsumer<PackOrder> {
        @Override
        public void on(PackOrder event, Envelope envelope) {}
    }

    static final class OnEverything implements EventConsumer<Envelope> {
        @Override
        public void on(Envelope event, Envelope envelope) {}
    }

    private static final Stage PROD = new Stage("prod");

    private static final ServiceDefinition SHOP = ServiceDefinition.named("shop")
            .summary("Sells.")
            .owner("shop")
            .queue(PackOrder.class, OnPackOrder.class)
            .provider(Provider.MAIL)
            .build();

    private static final ServiceDefinition BILLING = ServiceDefinition.named("billing")
            .summary("Bills.")
            .owner("billing")
            .consumes("ORDER_PLACED", OrderPlaced.class, OnOrderPlaced.class)
            .build();

    private static final ServiceDefinition AUDIT = ServiceDefinition.named("audit")
            .summary("Sees.")
            .owner("audit")
            .consumesEverything(OnEverything.class)
            .build();

    @Test
    void everythingOfAStageIsNamedAfterIt() {
        assertThat(PROD.archive()).isEqualTo("tctf-prod-archive");
        assertThat(PROD.rule(SHOP)).isEqualTo(PROD.rule("shop")).isEqualTo("tctf-prod-shop");
        assertThat(PROD.table(SHOP)).isEqualTo("tctf-prod-shop");
        assertThat(PROD.queue(SHOP.subscriptions().getFirst())).isEqualTo("tctf-prod-shop-on-pack-order");
        assertThat(PROD.deadLetters(SHOP.subscriptions().getFirst())).isEqualTo("tctf-prod-shop-on-pack-order-dead");
        assertThat(PROD.function(SHOP, FunctionKind.RELAY)).isEqualTo("tctf-prod-shop-relay");
        assertThat(PROD.parameter(PlatformParameter.WEB_ACL)).isEqualTo("/tctf/prod/platform/web-acl-arn");
    }

    @Test
    void aStagesNameLeavesRoomForTheRest() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage("Production"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage("a-very-long-stage"));
    }

    @Test
    void aServiceHasTheFunctionsThatItsDefinitionImplies() {
        assertThat(FunctionKind.of(SHOP, true))
                .containsExactly(
                        FunctionKind.API,
                        FunctionKind.AUTHORIZER,
                        FunctionKind.QUEUES,
                        FunctionKind.RELAY,
                        FunctionKind.ROTATION);
        assertThat(FunctionKind.of(BILLING, false)).containsExactly(FunctionKind.QUEUES, FunctionKind.ROTATION);
        assertThat(FunctionKind.RELAY.handler()).isEqualTo("org.tctf.lambda.RelayFunction::handleRequest");
    }

    @Test
    void aRuleMatchesWhatTheServiceReactsToAndCommandsNeedNone() {
        assertThat(Routing.pattern(SHOP)).isEmpty();
        assertThat(Routing.pattern(BILLING)).contains("{\"detail-type\":[\"ORDER_PLACED\"]}");
        assertThat(Routing.pattern(AUDIT)).contains("{\"source\":[{\"prefix\":\"\"}]}");
        assertThat(Routing.filter(BILLING.subscriptions().getFirst())).contains("{\"type\":[\"ORDER_PLACED\"]}");
        assertThat(Routing.filter(AUDIT.subscriptions().getFirst())).isEmpty();
    }

    @Test
    void oneQueueMayHearFactsOfSeveralTypes() {
        ServiceDefinition shipping = ServiceDefinition.named("shipping")
                .summary("Ships.")
                .owner("shipping")
                .consumesEach(List.of("ORDER_PLACED", "ORDER_CANCELLED"), OrderPlaced.class, OnOrderPlaced.class)
                .build();
        assertThat(shipping.subscriptions()).hasSize(1);
        assertThat(Routing.pattern(shipping)).contains("{\"detail-type\":[\"ORDER_CANCELLED\",\"ORDER_PLACED\"]}");
        assertThat(Routing.filter(shipping.subscriptions().getFirst()))
                .contains("{\"type\":[\"ORDER_CANCELLED\",\"ORDER_PLACED\"]}");
    }

    @Test
    void aFunctionKnowsNoMoreOfItsSurroundingsThanItsServiceNeeds() {
        assertThat(Variable.of(SHOP))
                .containsExactly(Variable.TCTF_STAGE, Variable.TCTF_PUBLIC_URL, Variable.TCTF_MAIL_FROM);
        ServiceDefinition withFlags = ServiceDefinition.named("till")
                .summary("Sells.")
                .owner("shop")
                .flag("till-open", true, "Whether anything is sold")
                .build();
        assertThat(Variable.of(withFlags))
                .containsExactly(Variable.TCTF_STAGE, Variable.TCTF_PUBLIC_URL, Variable.TCTF_APPCONFIG);
    }
}
