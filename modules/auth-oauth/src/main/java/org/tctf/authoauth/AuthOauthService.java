package org.tctf.authoauth;

import org.tctf.authoauth.adapter.events.EndMoreOfAccess;
import org.tctf.authoauth.adapter.events.FinishLinkChanges;
import org.tctf.authoauth.adapter.events.ForgetMoreOfMember;
import org.tctf.authoauth.adapter.events.OnAccountDeleted;
import org.tctf.authoauth.adapter.events.OnDataExportRequested;
import org.tctf.authoauth.adapter.events.OnPasswordChanged;
import org.tctf.authoauth.adapter.events.OnPreferencesChanged;
import org.tctf.authoauth.adapter.events.OnProfileUpdated;
import org.tctf.authoauth.adapter.events.OnUserCreated;
import org.tctf.authoauth.adapter.events.OnUserDisabled;
import org.tctf.authoauth.adapter.events.OnUserSessionsEnded;
import org.tctf.authoauth.application.external.FinishLinkChange;
import org.tctf.authoauth.application.provider.EndMoreAccess;
import org.tctf.authoauth.application.provider.ForgetMore;
import org.tctf.authoauth.domain.external.Attempt;
import org.tctf.authoauth.domain.external.ExternalSignInCompleted;
import org.tctf.authoauth.domain.external.IdentityLinked;
import org.tctf.authoauth.domain.external.IdentityUnlinked;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.external.SignInProviderConfigured;
import org.tctf.authoauth.domain.external.SignInProviderRemoved;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.BrowserSessionEnded;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientRegistered;
import org.tctf.authoauth.domain.provider.ConsentGranted;
import org.tctf.authoauth.domain.provider.ConsentNarrowed;
import org.tctf.authoauth.domain.provider.ConsentRevoked;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.RegistrationLeave;
import org.tctf.authoauth.domain.provider.RegistrationTokenCreated;
import org.tctf.authoauth.domain.provider.StoredRequest;
import org.tctf.identity.ExternalIdentities;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Sign-in with other people's applications. */
public final class AuthOauthService implements Service {
    public static final AccessPattern CLIENT = AccessPattern.main("an application", "CLIENT#{clientId}", "CLIENT");
    public static final AccessPattern OWN_CLIENTS =
            AccessPattern.main("applications of an owner, oldest first", "OWNER#{ownerId}", "CLIENT#{clientId}");
    public static final AccessPattern REGISTRATION_LEAVE = AccessPattern.main(
            "by whose leave applications register themselves", "REGISTRATION-LEAVES", "LEAVE#{tokenHash}");
    public static final AccessPattern REQUEST =
            AccessPattern.main("an application's request that waits", "REQUEST#{handleHash}", "REQUEST");
    public static final AccessPattern CONSENT =
            AccessPattern.main("what a member lets applications do", "MEMBER#{userId}", "CONSENT#{clientId}");
    public static final AccessPattern GRANT = AccessPattern.main(
            "what came of a member's agreements, by application, oldest first",
            "MEMBER#{userId}",
            "GRANT#{clientId}#{grantId}");
    public static final AccessPattern PROFILE =
            AccessPattern.main("what is known of a member", "MEMBER#{userId}", "PROFILE");
    public static final AccessPattern CODE = AccessPattern.main("an authorization code", "CODE#{codeHash}", "CODE");
    public static final AccessPattern TOKEN =
            AccessPattern.main("a token of an application", "TOKEN#{tokenHash}", "TOKEN");
    public static final AccessPattern ASSERTION = AccessPattern.main(
            "a signed proof that an application has used", "ASSERTION#{clientId}#{assertionId}", "ASSERTION");
    public static final AccessPattern BROWSER =
            AccessPattern.main("a browser that is signed in", "BROWSER#{secretHash}", "BROWSER");
    public static final AccessPattern SIGN_IN_PROVIDER =
            AccessPattern.main("providers that members sign in with", "PROVIDERS", "PROVIDER#{providerId}");
    public static final AccessPattern ATTEMPT =
            AccessPattern.main("somebody who is at a provider", "ATTEMPT#{stateHash}", "ATTEMPT");
    public static final AccessPattern LINK_CHANGE =
            AccessPattern.main("a link that is being made or taken out", "LINK-CHANGE#{changeId}", "LINK-CHANGE");
    public static final AccessPattern KEY_RING = AccessPattern.main("the signing keys", "KEYS", "KEYS");

    /** The purpose for which private keys are encrypted. */
    public static final String SIGNING_KEY = "id-token-key";

    /** The purpose for which our secrets at providers are encrypted. */
    public static final String CLIENT_SECRET = "provider-client-secret";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-oauth")
            .summary(
                    "Lets applications sign members in by OpenID Connect, and members sign in here with other providers.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(CLIENT, OWN_CLIENTS, REQUEST, CONSENT, GRANT, PROFILE, CODE, TOKEN, ASSERTION, BROWSER, KEY_RING)
            .table(SIGN_IN_PROVIDER, ATTEMPT, LINK_CHANGE, REGISTRATION_LEAVE)
            .publishes(ClientRegistered.class, RegistrationTokenCreated.class, BrowserSessionEnded.class)
            .publishes(ConsentGranted.class, ConsentNarrowed.class, ConsentRevoked.class)
            .publishes(ExternalSignInCompleted.class, IdentityLinked.class, IdentityUnlinked.class)
            .publishes(SignInProviderConfigured.class, SignInProviderRemoved.class)
            .exports(OnDataExportRequested.class)
            .consumes("USER_DISABLED", OnUserDisabled.UserDisabled.class, OnUserDisabled.class)
            .consumes("USER_SESSIONS_ENDED", OnUserSessionsEnded.UserSessionsEnded.class, OnUserSessionsEnded.class)
            .consumes("PASSWORD_CHANGED", OnPasswordChanged.PasswordChanged.class, OnPasswordChanged.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .consumes("USER_CREATED", OnUserCreated.UserCreated.class, OnUserCreated.class)
            .consumes("PROFILE_UPDATED", OnProfileUpdated.ProfileUpdated.class, OnProfileUpdated.class)
            .consumes("PREFERENCES_CHANGED", OnPreferencesChanged.PreferencesChanged.class, OnPreferencesChanged.class)
            .queue(EndMoreAccess.class, EndMoreOfAccess.class)
            .queue(ForgetMore.class, ForgetMoreOfMember.class)
            .queue(FinishLinkChange.class, FinishLinkChanges.class)
            .encrypts(SIGNING_KEY)
            .encrypts(CLIENT_SECRET)
            .decrypts(SIGNING_KEY, CLIENT_SECRET)
            .provider("identity")
            .metric("applications.registered", ClientRegistered.class)
            .metric("consents.granted", ConsentGranted.class)
            .metric("consents.revoked", ConsentRevoked.class)
            .metric("identities.linked", IdentityLinked.class)
            .limit("providers to sign in with", SignInProvider.MAX)
            .limit("identities elsewhere of a member", ExternalIdentities.MAX)
            .limit("seconds that somebody may be at a provider", Attempt.LIFE.toSeconds())
            .limit("applications of a member", Client.MAX_OF_OWNER)
            .limit("applications that register by one token", RegistrationLeave.MOST)
            .limit("days that a registration token is good", RegistrationLeave.LONGEST.toDays())
            .limit("grants of a member with an application", Grant.MAX_OF_CLIENT)
            .limit("seconds that a code is good", AuthorizationCode.LIFE.toSeconds())
            .limit("seconds that a pushed request waits", StoredRequest.PUSHED.toSeconds())
            .limit("days that an application goes on alone", Grant.OFFLINE.toDays())
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
