package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Provider;
import org.tctf.blueprint.Stage;
import org.tctf.cdk.construct.Arns;
import org.tctf.cdk.construct.Grant;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** What a definition says, its functions may do; what it does not say, they cannot. */
class RightsTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-west-1:1:table/";

    record OrderPlaced(String order) {}

    record PackOrder(String order) {}

    static final class OnPackOrder implements EventConsumer<PackOrder> {
        @Override
        public void on(PackOrder event, Envelope envelope) {}
    }

    private static ServiceDefinition.Builder shop() {
        return ServiceDefinition.named("shop").summary("Sells.").owner("shop");
    }

    private static Map<String, Grant> rights(ServiceDefinition service, FunctionKind kind) {
        Rights.Given given = new Rights.Given(
                parameter -> "value-of-" + parameter,
                "example.org",
                "arn-of-the-pool",
                "arn-of-the-stream",
                "arn-of-the-bucket",
                service.secrets().stream().collect(Collectors.toMap(name -> name, name -> "arn-of-" + name)),
                "arn-of-the-flags",
                "socket-id");
        return new Rights(new Stage("dev"), service, new Arns("aws", "eu-west-1", "1"), given)
                .of(kind).stream().collect(Collectors.toMap(Grant::name, grant -> grant));
    }

    @Test
    void aServiceReadsAndWritesItsOwnTableAndIndexesAndNoOther() {
        ServiceDefinition service = shop().table(
                        AccessPattern.main("an order", "ORDER#{id}", "ORDER"),
                        AccessPattern.index("GSI2", "orders by time", "ORDERS", "{time}"))
                .build();

        Grant own = rights(service, FunctionKind.API).get("OwnTable");

        assertThat(own.resources()).containsExactly(TABLE + "tctf-dev-shop", TABLE + "tctf-dev-shop/index/GSI2");
        assertThat(own.actions()).contains("dynamodb:Query", "dynamodb:PutItem").doesNotContain("dynamodb:Scan");
    }

    static final class OnDeliveryReport implements EventConsumer<DeliveryReport> {
        @Override
        public void on(DeliveryReport report, Envelope envelope) {}
    }

    @Test
    void whoHearsOfItsMailSendsWithItsOwnConfigurationSetAndReportsNothingToItself() {
        ServiceDefinition service = shop().provider(Provider.MAIL)
                .hearsOfDeliveries(OnDeliveryReport.class, DeliveryReport.Fate.BOUNCED)
                .publishes(OrderPlaced.class)
                .build();

        assertThat(rights(service, FunctionKind.QUEUES).get("Mail").resources())
                .containsExactly(
                        "arn:aws:ses:eu-west-1:1:identity/example.org",
                        "arn:aws:ses:eu-west-1:1:configuration-set/tctf-dev-shop");
        assertThat(rights(service, FunctionKind.RELAY)).doesNotContainKey("Commands");
        assertThat(rights(shop().provider(Provider.MAIL).build(), FunctionKind.API)
                        .get("Mail")
                        .resources())
                .hasSize(1);
    }

    @Test
    void whoeverAnswersRequestsReadsTwoPartitionsOfTheIdentityTable() {
        for (FunctionKind kind : List.of(FunctionKind.API, FunctionKind.AUTHORIZER)) {
            Grant tokens = rights(shop().build(), kind).get("Tokens");

            assertThat(tokens.resources()).containsExactly(TABLE + "tctf-dev-identity-provider");
            assertThat(tokens.actions()).noneMatch(action -> action.matches(".*(Put|Update|Delete|Write).*"));
            assertThat(tokens.condition().toString()).contains("KEYS", "ENDED").doesNotContain("ACCOUNT");
        }
        assertThat(rights(shop().build(), FunctionKind.QUEUES)).doesNotContainKey("Tokens");
    }

    @Test
    void whoeverAnswersRequestsWritesDownWhenAServiceKeyWasUsedAndNothingElseThere() {
        Grant uses = rights(shop().build(), FunctionKind.API).get("KeyUses");

        assertThat(uses.actions()).containsExactly("dynamodb:PutItem");
        assertThat(uses.resources()).containsExactly(TABLE + "tctf-dev-identity-provider");
        assertThat(uses.condition().toString())
                .contains("SERVICE-KEY-USES")
                .doesNotContain("SERVICE-KEYS", "ACCOUNT", "ENDED");
    }

    @Test
    void theAuthorizerCanDoNothingElse() {
        ServiceDefinition service = shop().provider(Provider.IDENTITY)
                .provider(Provider.MAIL)
                .encrypts("code")
                .secret("signing")
                .build();

        assertThat(rights(service, FunctionKind.AUTHORIZER)).containsOnlyKeys("Tokens", "DataKey");
    }

    @Test
    void valuesAreSealedAndOpenedOnlyForThePurposesThatTheDefinitionNames() {
        ServiceDefinition service = shop().encrypts("code").decrypts("letter").build();
        Map<String, Grant> rights = rights(service, FunctionKind.QUEUES);

        assertThat(rights.get("Encrypts").actions()).containsExactly("kms:GenerateDataKey");
        assertThat(rights.get("Encrypts").condition())
                .isEqualTo(Map.of("StringEquals", Map.of("kms:EncryptionContext:purpose", List.of("code"))));
        assertThat(rights.get("Decrypts").actions()).containsExactly("kms:Decrypt");
        assertThat(rights.get("Decrypts").condition().toString())
                .contains("letter")
                .doesNotContain("code");
        assertThat(rights(shop().build(), FunctionKind.QUEUES)).doesNotContainKeys("Encrypts", "Decrypts");
    }

    @Test
    void theIdentityProviderIsReachedOnlyByWhoeverNamesIt() {
        ServiceDefinition service = shop().provider(Provider.IDENTITY).build();
        Map<String, Grant> rights = rights(service, FunctionKind.API);

        assertThat(rights.get("Identities").resources()).containsExactly(TABLE + "tctf-dev-identity-provider");
        assertThat(rights.get("Accounts").resources())
                .containsExactly("arn:aws:cognito-idp:eu-west-1:1:userpool/value-of-USER_POOL_ID");
        assertThat(rights.get("Decrypts").condition().toString()).contains("signing-key");
        assertThat(rights(shop().build(), FunctionKind.API)).doesNotContainKeys("Identities", "Accounts");
    }

    @Test
    void mailLeavesFromOneDomainAndBreakersAreForWhoeverHasProviders() {
        Map<String, Grant> rights = rights(shop().provider(Provider.MAIL).build(), FunctionKind.QUEUES);

        assertThat(rights.get("Mail").resources()).containsExactly("arn:aws:ses:eu-west-1:1:identity/example.org");
        assertThat(rights.get("Breakers").resources()).containsExactly(TABLE + "tctf-dev-guards");
        assertThat(rights(shop().build(), FunctionKind.QUEUES)).doesNotContainKeys("Mail", "Breakers");
    }

    @Test
    void textsAndCallsComeFromOneOriginOnly() {
        Map<String, Grant> rights = rights(shop().provider(Provider.PHONE).build(), FunctionKind.QUEUES);

        assertThat(rights.get("Phone").resources()).containsExactly("arn-of-the-pool");
        assertThat(rights(shop().build(), FunctionKind.QUEUES)).doesNotContainKey("Phone");
    }

    @Test
    void theRelayReadsTheStreamForgetsMessagesAndSpeaksInItsOwnNameOnly() {
        ServiceDefinition service = shop().publishes(OrderPlaced.class)
                .queue(PackOrder.class, OnPackOrder.class)
                .build();
        Map<String, Grant> rights = rights(service, FunctionKind.RELAY);

        assertThat(rights.get("Stream").resources()).containsExactly("arn-of-the-stream");
        assertThat(rights.get("Outbox").condition().toString()).contains("dynamodb:LeadingKeys=[OUTBOX#*]");
        assertThat(rights.get("Bus").resources()).containsExactly("arn:aws:events:eu-west-1:1:event-bus/tctf-dev-bus");
        assertThat(rights.get("Bus").condition()).isEqualTo(Map.of("StringEquals", Map.of("events:source", "shop")));
        assertThat(rights.get("Commands").resources())
                .containsExactly("arn:aws:sqs:eu-west-1:1:tctf-dev-shop-on-pack-order");
        assertThat(rights).doesNotContainKeys("OwnTable", "OwnSecrets", "Tokens");
    }

    @Test
    void queuesAreWorkedOffAndDeadLettersLaidDownAndSentBack() {
        ServiceDefinition service =
                shop().queue(PackOrder.class, OnPackOrder.class).build();
        Map<String, Grant> rights = rights(service, FunctionKind.QUEUES);

        assertThat(rights.get("OwnQueues").actions())
                .contains("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility")
                .doesNotContain("sqs:SendMessage", "sqs:PurgeQueue");
        assertThat(rights.get("DeadLetters").resources())
                .containsExactly("arn:aws:sqs:eu-west-1:1:tctf-dev-shop-on-pack-order-dead");
        assertThat(rights.get("SentBack").resources())
                .containsExactly("arn:aws:sqs:eu-west-1:1:tctf-dev-shop-on-pack-order");
    }

    @Test
    void objectsAreReachedByWhatDoesTheWorkInTheStoresOfTheServiceOnly() {
        ServiceDefinition service = shop().objects("receipts", Duration.ofDays(30))
                .objects("pictures")
                .build();

        for (FunctionKind kind : List.of(FunctionKind.API, FunctionKind.QUEUES, FunctionKind.SCHEDULES)) {
            Map<String, Grant> rights = rights(service, kind);
            assertThat(rights.get("Objectsreceipts").resources()).containsExactly("arn-of-the-bucket/receipts/*");
            assertThat(rights.get("Objectspictures").actions())
                    .containsExactly("s3:DeleteObject", "s3:GetObject", "s3:PutObject");
            assertThat(rights.get("OwnBucket").actions()).containsExactly("s3:ListBucket");
            assertThat(rights.get("DataKey").condition().toString()).contains("s3.eu-west-1.amazonaws.com");
        }
        for (FunctionKind kind : List.of(FunctionKind.AUTHORIZER, FunctionKind.RELAY, FunctionKind.ROTATION)) {
            assertThat(rights(service, kind).values())
                    .noneMatch(grant -> grant.actions().stream().anyMatch(action -> action.startsWith("s3:")));
            assertThat(rights(service, kind).get("DataKey").condition().toString())
                    .doesNotContain("s3.");
        }
        assertThat(rights(shop().build(), FunctionKind.API)
                        .get("DataKey")
                        .condition()
                        .toString())
                .doesNotContain("s3.");
    }

    @Test
    void onlySecretsThatRotateAreReplaced() {
        ServiceDefinition service =
                shop().secret("signing").lastingSecret("pseudonyms").build();

        assertThat(rights(service, FunctionKind.ROTATION).get("Rotation").resources())
                .contains("arn-of-signing")
                .doesNotContain("arn-of-pseudonyms");
        assertThat(rights(service, FunctionKind.API).get("OwnSecrets").resources())
                .contains("arn-of-signing", "arn-of-pseudonyms");
        assertThat(rights(service, FunctionKind.API).get("OwnSecrets").actions())
                .containsExactly("secretsmanager:GetSecretValue");
    }

    @Test
    void flagsAreReadByWhateverRunsAUseCaseOfAServiceThatHasThemAndTurnedByNobody() {
        ServiceDefinition service =
                shop().flag("till-open", true, "Whether anything is sold").build();

        for (FunctionKind kind : List.of(FunctionKind.API, FunctionKind.QUEUES, FunctionKind.SCHEDULES)) {
            Grant flags = rights(service, kind).get("Flags");
            assertThat(flags.actions())
                    .containsExactly("appconfig:GetLatestConfiguration", "appconfig:StartConfigurationSession");
            assertThat(flags.resources()).containsExactly("arn-of-the-flags");
            assertThat(rights(shop().build(), kind)).doesNotContainKey("Flags");
        }
        for (FunctionKind kind : List.of(FunctionKind.AUTHORIZER, FunctionKind.RELAY, FunctionKind.ROTATION)) {
            assertThat(rights(service, kind)).doesNotContainKey("Flags");
        }
    }

    @Test
    void aReadGrantIsOneAccessPatternOfTheOwnersTableAndReadOnly() {
        ServiceDefinition service = shop().reads("user-management", "a member", "money needs it fresh")
                .build();

        Grant read = rights(service, FunctionKind.API).get("Readsusermanagementamember");

        assertThat(read.actions()).containsExactly("dynamodb:GetItem", "dynamodb:Query");
        assertThat(read.resources()).containsExactly(TABLE + "tctf-dev-user-management");
        assertThat(read.condition().toString()).contains("dynamodb:LeadingKeys=[MEMBER#*]");
    }

    @Test
    void aReadGrantOnAnIndexReachesThatIndexOnly() {
        ServiceDefinition service = shop().reads("user-management", "members by name", "money needs it fresh")
                .build();

        Grant read = rights(service, FunctionKind.API).get("Readsusermanagementmembersbyname");

        assertThat(read.actions()).containsExactly("dynamodb:Query");
        assertThat(read.resources()).containsExactly(TABLE + "tctf-dev-user-management/index/GSI1");
    }

    @Test
    void whoeverReadsWhatIsNotThereIsToldBeforeAnythingIsDeployed() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> rights(shop().reads("nobody", "a thing", "why").build(), FunctionKind.API))
                .withMessage("shop reads a table of nobody, which is not on the class path");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        rights(shop().reads("user-management", "a thing", "why").build(), FunctionKind.API))
                .withMessage("shop reads 'a thing' of user-management, which has no such access pattern");
    }

    @Test
    void whoHasASocketMaySendOverItFromItsQueuesAndItsSocketAndNowhereElse() {
        ServiceDefinition service = shop().socket("/v1/shop/socket").build();
        Grant connections = rights(service, FunctionKind.SOCKET).get("Connections");

        assertThat(connections.actions()).containsExactly("execute-api:ManageConnections");
        assertThat(connections.resources())
                .containsExactly(
                        "arn:aws:execute-api:eu-west-1:1:socket-id/dev/POST/@connections/*",
                        "arn:aws:execute-api:eu-west-1:1:socket-id/dev/DELETE/@connections/*");
        assertThat(rights(service, FunctionKind.QUEUES)).containsKeys("Connections", "Tokens");
        assertThat(rights(service, FunctionKind.API)).doesNotContainKey("Connections");
        assertThat(rights(shop().build(), FunctionKind.QUEUES)).doesNotContainKey("Connections");
    }

    @Test
    void theStagesKeyIsUsedThroughTheServicesThatNeedItNeverDirectly() {
        for (FunctionKind kind : FunctionKind.values()) {
            Grant key = rights(shop().build(), kind).get("DataKey");

            assertThat(key.condition().toString()).as(kind.name()).contains("kms:ViaService=[");
        }
        assertThat(rights(shop().build(), FunctionKind.AUTHORIZER)
                        .get("DataKey")
                        .condition()
                        .toString())
                .contains("dynamodb.eu-west-1.amazonaws.com")
                .doesNotContain("sqs", "secretsmanager");
    }
}
