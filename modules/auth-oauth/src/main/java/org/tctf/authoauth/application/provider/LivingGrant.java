package org.tctf.authoauth.application.provider;

import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.identity.Standing;

/** A grant whose member and application are what they were when it was given. */
public record LivingGrant(Grant grant, Client client, Standing standing) {}
