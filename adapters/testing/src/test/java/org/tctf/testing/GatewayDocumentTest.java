package org.tctf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.testing.GatewayDocument.Guard.NONE;
import static org.tctf.testing.GatewayDocument.Guard.TOKEN;
import static org.tctf.testing.GatewayDocument.Guard.UNKNOWN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class GatewayDocumentTest {
    private static final String DOCUMENT = """
            {"paths": {
              "/v1/things/{id}": {
                "get": {"security": [{"bearer": []}]},
                "post": {"security": [{}, {"bearer": []}]}},
              "/v1/things/{thingId}": {"delete": {}},
              "/v1/things/open": {"get": {"security": [{}, {"bearer": []}]}}}}
            """;

    @Test
    void anOperationIsOpenWhenItsDocumentSaysSoAndOnlyThen() throws JsonProcessingException {
        GatewayDocument document = GatewayDocument.of(new ObjectMapper().readTree(DOCUMENT));
        assertThat(document.guard("GET", "/v1/things/1")).isEqualTo(TOKEN);
        assertThat(document.guard("HEAD", "/v1/things/1")).isEqualTo(TOKEN);
        assertThat(document.guard("POST", "/v1/things/1")).isEqualTo(NONE);
        assertThat(document.guard("DELETE", "/v1/things/1")).isEqualTo(TOKEN);
        assertThat(document.guard("GET", "/v1/things/open")).isEqualTo(NONE);
        assertThat(document.guard("PUT", "/v1/things/1")).isEqualTo(UNKNOWN);
        assertThat(document.guard("GET", "/v1/things/1/parts")).isEqualTo(UNKNOWN);
        assertThat(document.guard("GET", "/v1/things")).isEqualTo(UNKNOWN);
    }

    @Test
    void theEndpointsOfProtocolsAreOpenByTheirServicesDocuments() {
        GatewayDocument oauth = GatewayDocument.ofService("auth-oauth");
        assertThat(oauth.guard("POST", "/oauth/token")).isEqualTo(NONE);
        assertThat(oauth.guard("GET", "/oauth/userinfo")).isEqualTo(NONE);
        assertThat(oauth.guard("PUT", "/v1/auth/oauth/providers/google")).isEqualTo(TOKEN);
        assertThat(GatewayDocument.ofService("messaging-consumers").guard("POST", "/v1/subscriptions/unsubscribe"))
                .isEqualTo(NONE);
        assertThat(GatewayDocument.ofService("not-there").guard("GET", "/v1/anything"))
                .isEqualTo(UNKNOWN);
    }
}
