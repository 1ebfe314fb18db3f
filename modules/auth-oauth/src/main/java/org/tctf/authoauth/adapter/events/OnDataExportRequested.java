package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.Clients;
import org.tctf.authoauth.application.provider.Consents;
import org.tctf.authoauth.application.provider.Profiles;
import org.tctf.authoauth.application.provider.StandingGrants;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/**
 * A member gets what is known of them, their applications, and what they let others' do. Identities at providers are
 * auth-user's answer; secrets and tokens are kept as hashes, and nobody's.
 */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** An application without its secrets. */
    record Application(String clientId, String name, List<String> redirectUris, Instant registeredAt) {

        static Application of(Client client) {
            return new Application(
                    client.id(),
                    client.metadata().name(),
                    client.metadata().redirectUris().stream()
                            .map(RedirectUri::value)
                            .toList(),
                    client.registeredAt());
        }
    }

    /** What an application may, and until when. */
    record Access(String clientId, List<String> scopes, Instant grantedAt, Instant until) {

        static Access of(Grant grant) {
            return new Access(grant.clientId(), grant.scopes(), grant.grantedAt(), grant.until());
        }
    }

    private final Profiles profiles;
    private final Clients clients;
    private final Consents consents;
    private final StandingGrants grants;

    public OnDataExportRequested(
            Profiles profiles,
            Clients clients,
            Consents consents,
            StandingGrants grants,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(AuthOauthService.DEFINITION, tables, codec, encryption);
        this.profiles = profiles;
        this.clients = clients;
        this.consents = consents;
        this.grants = grants;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Map<String, Object> kept = new LinkedHashMap<>();
        profiles.of(memberId).ifPresent(profile -> kept.put("profile", profile));
        kept.put(
                "applications",
                clients.of(memberId).stream().map(Application::of).toList());
        kept.put("consents", consents.of(memberId));
        kept.put("access", grants.of(memberId).stream().map(Access::of).toList());
        return kept;
    }
}
